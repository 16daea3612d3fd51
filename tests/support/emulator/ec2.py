"""EC2 as far as the way of a cluster to S3 goes. It is loaded when it is first called.

moto takes a second to load it, which most tests never need: RDS asks it only about subnets and security groups.
"""

import os
import sys
from collections.abc import Iterable
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# Read by moto when it is loaded: images of machines, which nobody starts here.
os.environ["MOTO_EC2_LOAD_DEFAULT_AMIS"] = "false"

MODELS = "moto.ec2.models"


class NotYetLoaded:
    def __getitem__(self, account: str) -> Any:
        return load().ec2_backends[account]


def leave_for_later() -> None:
    """Before moto's RDS is imported, which imports EC2."""
    models: Any = ModuleType(MODELS)
    models.ec2_backends = NotYetLoaded()
    sys.modules[MODELS] = models


def is_loaded() -> bool:
    models: Any = sys.modules[MODELS]
    return not isinstance(models.ec2_backends, NotYetLoaded)


def load() -> Any:
    models: Any = sys.modules[MODELS]
    if not is_loaded():
        del sys.modules[MODELS]
        models = import_module(MODELS)
        import_module("ec2_calls").install()
    return models


class LoadedWhenCalled:
    def __init__(self, app: "WSGIApplication") -> None:
        self._app = app

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        if "/ec2/aws4_request" in environ.get("HTTP_AUTHORIZATION", ""):
            load()
        return self._app(environ, start_response)
