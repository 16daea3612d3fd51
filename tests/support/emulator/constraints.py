"""Lengths, ranges and patterns of parameters, as the service's own model declares them."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from moto.core.model import OperationModel


def unmet(operation: OperationModel, parameters: dict[str, Any]) -> str | None:
    """What the service answers a call whose parameters break its model, if they do.

    https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
    """
    if operation.input_shape is None:
        return None
    errors = [
        f"Value '{value}' at '{where}' failed to satisfy constraint: Member must {rule}"
        for where, shape, value in members("", operation.input_shape, parameters)
        for rule in broken_rules(shape.metadata, value)
    ]
    if not errors:
        return None
    return f"{len(errors)} validation error{'s'[: len(errors) - 1]} detected: {'; '.join(errors)}"


def members(where: str, shape: Any, value: Any) -> Iterator[tuple[str, Any, Any]]:
    """What a value holds, as deep as it goes: `tags`, `tags.1.member.key` and the like."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from members(f"{where}{name[0].lower()}{name[1:]}", shape.members[name], each)
        return
    yield where, shape, value
    if isinstance(value, list):
        for number, each in enumerate(value, start=1):
            dot = "." if isinstance(each, dict) else ""
            yield from members(f"{where}.{number}.member{dot}", shape.member, each)


def broken_rules(declared: dict[str, Any], value: Any) -> Iterator[str]:
    if isinstance(value, str | list):
        measured, what = len(value), "length"
    elif isinstance(value, int):
        measured, what = value, "value"
    else:
        return
    if measured < declared.get("min", measured):
        yield f"have {what} greater than or equal to {declared['min']}"
    if measured > declared.get("max", measured):
        yield f"have {what} less than or equal to {declared['max']}"
    pattern = declared.get("pattern")
    if pattern and not matches(pattern, str(value)):
        yield f"satisfy regular expression pattern: {pattern}"


# Python has no classes like \p{L}: one character of each stands for all, in the pattern and in the value.
CATEGORIES = {"L": "a", "N": "1", "Z": " "}


def matches(pattern: str, value: str) -> bool:
    if r"\p{" in pattern:
        for category, one in CATEGORIES.items():
            pattern = pattern.replace(rf"\p{{{category}}}", one)
        value = "".join(CATEGORIES.get(unicodedata.category(character)[0], character) for character in value)
    return re.fullmatch(pattern, value, re.ASCII) is not None
