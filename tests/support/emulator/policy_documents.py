"""Policy documents as far as the emulator reads them itself."""

import json
from typing import Any


def statements_of(document: str | bytes) -> list[dict[str, Any]]:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html"""
    return as_list(json.loads(document)["Statement"])


def as_list(value: Any) -> list[Any]:
    """Where a policy may hold several of something, one may stand without its list."""
    return value if isinstance(value, list) else [value]
