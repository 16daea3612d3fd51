"""Other accounts than the tests' own: who signs with an account's ID as the access key is that account's root user."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from moto.iam.exceptions import NotFoundException
from moto.iam.models import Role, iam_backends

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


class Accounts:
    def __init__(self, app: "WSGIApplication") -> None:
        self._app = app

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        # https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
        account = re.search(r"Credential=(\d{12})/", environ.get("HTTP_AUTHORIZATION", ""))
        if account:
            environ["HTTP_X_MOTO_ACCOUNT_ID"] = account[1]
        return self._app(environ, start_response)


def find_role(role_arn: str) -> Role | None:
    """The role of whichever account the ARN names."""
    try:
        _, partition, _, _, account, _ = role_arn.split(":", 5)
        return iam_backends[account][partition].get_role_by_arn(role_arn)
    except (KeyError, NotFoundException, ValueError):
        return None
