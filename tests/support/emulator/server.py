"""Serves an emulated AWS over HTTP: moto, with what it lacks for Aurora's access to S3.

Prints one line of JSON, {"port": 12345}, once it answers. Ends when its standard input closes, so that it
never outlives the process that started it, and at SIGINT or SIGTERM.
"""

import json
import logging
import os
import signal
import sys
import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING

# Read by moto when it is imported: IAM judges from the first request on (see access_control.py for whom).
os.environ["INITIAL_NO_AUTH_ACTION_COUNT"] = "0"

import ec2  # noqa: E402

ec2.leave_for_later()

from moto.moto_server.werkzeug_app import (  # noqa: E402
    DomainDispatcherApplication,
    MotoRequestHandler,
    create_backend_app,
)
from werkzeug.serving import make_server  # noqa: E402

import access_control  # noqa: E402
import accounts  # noqa: E402
import call_log  # noqa: E402
import faults  # noqa: E402
import iam  # noqa: E402
import kms  # noqa: E402
import rds  # noqa: E402
import s3  # noqa: E402
import sse_kms  # noqa: E402
import sts  # noqa: E402

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


class OneAtATime:
    """moto's backends are plain dictionaries; an AWS API call is atomic."""

    def __init__(self, app: "WSGIApplication") -> None:
        self._app = app
        self._lock = threading.Lock()

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        with self._lock:
            return self._app(environ, start_response)


def end_with_standard_input() -> None:
    while sys.stdin.buffer.read(4096):
        pass
    os._exit(0)


def main() -> None:
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signal_number, lambda *_: os._exit(0))
    threading.Thread(target=end_with_standard_input, daemon=True).start()

    for part in (access_control, iam, kms, rds, s3, sse_kms, sts):
        part.install()

    # Without its line for every request; a traceback still goes to standard error.
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    aws = accounts.Accounts(ec2.LoadedWhenCalled(DomainDispatcherApplication(create_backend_app)))
    # Faults stand before the lock: a call that is held keeps no other waiting.
    app = call_log.CallLog(faults.Faults(OneAtATime(aws)))
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=MotoRequestHandler)
    print(json.dumps({"port": server.server_port}), flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
