"""Lengths, ranges and patterns of parameters, as the service's own model declares them."""

import re
from collections.abc import Iterator
from typing import Any

from moto.core.model import OperationModel


def unmet(operation: OperationModel, parameters: dict[str, Any]) -> str | None:
    """What the service answers a call whose parameters break its model, if they do.

    https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
    """
    shapes = operation.input_shape.members if operation.input_shape else {}
    errors = [
        f"Value '{value}' at '{name[0].lower()}{name[1:]}' failed to satisfy constraint: Member must {rule}"
        for name, value in parameters.items()
        for rule in broken_rules(shapes[name].metadata, value)
    ]
    if not errors:
        return None
    return f"{len(errors)} validation error{'s'[: len(errors) - 1]} detected: {'; '.join(errors)}"


def broken_rules(declared: dict[str, Any], value: Any) -> Iterator[str]:
    if isinstance(value, str):
        measured, what = len(value), "length"
    elif isinstance(value, int):
        measured, what = value, "value"
    else:
        return
    if measured < declared.get("min", measured):
        yield f"have {what} greater than or equal to {declared['min']}"
    if measured > declared.get("max", measured):
        yield f"have {what} less than or equal to {declared['max']}"
    pattern = declared.get("pattern", "")
    # Python has no classes like \p{L}: moto checks those of tags itself.
    if pattern and r"\p{" not in pattern and not re.fullmatch(pattern, str(value), re.ASCII):
        yield f"satisfy regular expression pattern: {pattern}"
