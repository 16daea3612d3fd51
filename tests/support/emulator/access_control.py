"""Who may do what: a role's session is held to the role's policies, the account's own credentials to nothing.

So a test needs no switch: it sets up with the account's credentials and tries out with those of a role.
Not judged: trust policies, conditions (taken as fulfilled), policies of keys, permissions boundaries.
"""

import re
from typing import Any

from moto.core.authorization import ActionAuthenticatorMixin
from moto.iam.access_control import IAMPolicyStatement

judge = ActionAuthenticatorMixin._authenticate_and_authorize_action


def is_session(response: Any) -> bool:
    return "X-Amz-Security-Token" in response.headers


def judge_sessions(self: Any, iam_request_cls: type, resource: str = "*") -> None:
    if is_session(self):
        judge(self, iam_request_cls, resource)


def matches(pattern: str, value: str) -> "re.Match[str] | None":
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html

    moto takes all but `*` for a regular expression: `?`, `+` and brackets in an object pattern go wrong.
    """
    parts = re.split(r"(\$\{[*?$]\}|[*?])", pattern)
    regex = {"*": ".*", "?": "."}
    escaped = (regex.get(part) or re.escape(part[2] if part.startswith("${") else part) for part in parts)
    return re.fullmatch("".join(escaped), value, re.DOTALL)


def install() -> None:
    ActionAuthenticatorMixin._authenticate_and_authorize_action = judge_sessions  # type: ignore[method-assign]
    IAMPolicyStatement._match = staticmethod(matches)  # type: ignore[assignment, method-assign]
