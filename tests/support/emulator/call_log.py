"""The calls in the order they were answered: `rds:AddRoleToDBCluster sales arn:aws:iam::123456789012:role/loader`.

So a test can tell what AWS saw first. A call that was refused ends with the status of its answer:
`iam:GetRole loader (404)`; one that met a fault that a test had ordered ends with that:
`iam:GetRole loader (fault: Throttling)`.

Of those that have changed something it also keeps the whole request, for who wants to know what there was in between.
"""

import json
from collections.abc import Callable, Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# Where the environment of a request has the call as it is logged, and the fault that it met.
CALL = "emulator.call"
FAULT = "emulator.fault"
REQUEST = "emulator.request"

# What a call acts on.
IDENTIFYING = (
    "DBClusterIdentifier",
    "DBInstanceIdentifier",
    "DBClusterParameterGroupName",
    "RoleName",
    "RoleArn",
    "PolicyName",
    "PolicyArn",
    "FeatureName",
    "AliasName",
    "KeyId",
    "ResourceName",
)


class CallLog:
    """Keeps the calls of an app and their Regions, and serves both beside what moto serves about itself."""

    def __init__(self, app: "WSGIApplication") -> None:
        self._app = app
        self._calls: list[str] = []
        self._changes: list[dict[str, Any]] = []
        self._regions: set[str] = set()

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        told = {
            "/moto-api/calls": self._calls,
            "/moto-api/changes": self._changes,
            "/moto-api/regions": sorted(self._regions),
        }
        if environ["PATH_INFO"] in told:
            start_response("200 OK", [("Content-Type", "application/json")])
            return [json.dumps(told[environ["PATH_INFO"]]).encode()]
        if environ["PATH_INFO"] == "/moto-api/reset":
            self._calls.clear()
            self._changes.clear()
            self._regions.clear()
        # https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
        scope = environ.get("HTTP_AUTHORIZATION", "").split("/")
        # What is not signed is no call of an AWS API.
        if len(scope) < 5:
            return self._app(environ, start_response)
        _, _, region, service, *_ = scope
        self._regions.add(region)
        environ[CALL] = describe(service, environ)
        return self._app(environ, self._noting(environ, start_response))

    def _noting(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Callable[..., Any]:
        def note(status: str, *more: Any) -> Any:
            call, code = environ[CALL], status.split()[0]
            if FAULT in environ:
                call += f" (fault: {environ[FAULT]})"
            elif code >= "400":
                call += f" ({code})"
            self._calls.append(call)
            if REQUEST in environ and code < "400":
                self._changes.append(environ[REQUEST])
            return start_response(status, *more)

        return note


def describe(service: str, environ: "WSGIEnvironment") -> str:
    if service == "s3":
        # On the wire it has no operations, but methods, paths and queries; the SDK's own x-id adds nothing.
        query = parse_qsl(environ["QUERY_STRING"], keep_blank_values=True)
        terms = "&".join(f"{name}={value}" if value else name for name, value in query if name != "x-id")
        return f"s3:{environ['REQUEST_METHOD']} {environ['PATH_INFO'].strip('/')}{terms and '?'}{terms}"
    operation, parameters = read(environ)
    region = environ["HTTP_AUTHORIZATION"].split("/")[2]
    if not operation.startswith(("Describe", "Get", "List")):
        call = {"operation": f"{service}:{operation}", "region": region, "parameters": parameters}
        environ[REQUEST] = call
    acted_on = [str(parameters[name]) for name in IDENTIFYING if parameters.get(name)]
    return " ".join([f"{service}:{operation}", *acted_on])


def read(environ: "WSGIEnvironment") -> tuple[str, dict[str, Any]]:
    """The operation and its parameters, in the protocols that AWS calls JSON and query."""
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    environ["wsgi.input"] = BytesIO(body)
    target = environ.get("HTTP_X_AMZ_TARGET")
    if target:
        return target.split(".")[-1], json.loads(body or "{}")
    parameters = dict(parse_qsl(body.decode()))
    return parameters["Action"], parameters
