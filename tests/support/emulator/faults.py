"""Faults of AWS that a test orders over HTTP: errors, lost answers, and calls that are held until it lets them go."""

import json
import socket
import threading
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import aws_errors
from call_log import CALL, FAULT

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

LOST_ANSWER = "lost answer"


@dataclass
class Calls:
    """The calls that are meant: those of an operation, or only those that act on something with `about` in its name."""

    operation: str
    about: str = ""

    def have(self, call: str) -> bool:
        operation, _, acted_on = call.partition(" ")
        return operation == self.operation and self.about in acted_on


@dataclass
class Fault:
    calls: Calls
    name: str
    times: int


@dataclass
class Hold:
    calls: Calls
    # Only the first such call is held.
    awaits: bool = True
    call: str | None = None
    dropped: bool = False
    arrived: threading.Event = field(default_factory=threading.Event)
    released: threading.Event = field(default_factory=threading.Event)
    answered: threading.Event = field(default_factory=threading.Event)


class Faults:
    """Stands before an app; what it is told comes in beside what moto serves about itself."""

    def __init__(self, app: "WSGIApplication") -> None:
        self._app = app
        self._lock = threading.Lock()
        self._faults: list[Fault] = []
        self._holds: list[Hold] = []

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if path.startswith(("/moto-api/faults", "/moto-api/holds")):
            return self._told(environ, start_response)
        if path == "/moto-api/reset":
            self._clear(dropping=True)
        call = environ.get(CALL)
        if call is None:
            return self._app(environ, start_response)
        hold = self._hold_of(call)
        if hold is None:
            return self._answer(call, environ, start_response)
        hold.arrived.set()
        hold.released.wait()
        try:
            if hold.dropped:
                raise broken_connection(environ)
            return self._answer(call, environ, start_response)
        finally:
            hold.answered.set()

    def _answer(
        self, call: str, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        name = self._fault_of(call)
        if name is None:
            return self._app(environ, start_response)
        environ[FAULT] = name
        if name == LOST_ANSWER:
            close = getattr(self._app(environ, start_response), "close", None)
            if close:
                close()
            raise broken_connection(environ)
        error = aws_errors.find(call.split(":")[0], name)
        headers, body = aws_errors.answer(error, call)
        start_response(f"{error.status.value} {error.status.phrase}", headers)
        return [body]

    def _fault_of(self, call: str) -> str | None:
        with self._lock:
            for fault in self._faults:
                if fault.times > 0 and fault.calls.have(call):
                    fault.times -= 1
                    return fault.name
        return None

    def _hold_of(self, call: str) -> Hold | None:
        with self._lock:
            for hold in self._holds:
                if hold.awaits and hold.calls.have(call):
                    hold.awaits = False
                    hold.call = call
                    return hold
        return None

    def _told(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"].split("/")[2:]
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        status, answer = self._do(method, path, json.loads(body or "{}"))
        start_response(f"{status.value} {status.phrase}", [("Content-Type", "application/json")])
        return [json.dumps(answer).encode()]

    def _do(self, method: str, path: list[str], given: dict[str, Any]) -> tuple[HTTPStatus, Any]:
        match method, path:
            case "POST", ["faults"]:
                try:
                    self._add(Calls(given["operation"], given["about"]), given["error"], given["times"])
                except ValueError as error:
                    return HTTPStatus.BAD_REQUEST, str(error)
                return HTTPStatus.OK, None
            case "DELETE", ["faults"]:
                self._clear(dropping=False)
                return HTTPStatus.OK, None
            case "POST", ["holds"]:
                with self._lock:
                    self._holds.append(Hold(Calls(given["operation"], given["about"])))
                    return HTTPStatus.OK, len(self._holds) - 1
            case "GET", ["holds", number]:
                hold = self._holds[int(number)]
                hold.arrived.wait()
                if hold.call is None:
                    return HTTPStatus.GONE, f"No {hold.calls.operation} came before its hold was let go."
                return HTTPStatus.OK, hold.call
            case "POST", ["holds", number, "release" | "drop" as how]:
                self._let_go(self._holds[int(number)], dropped=how == "drop")
                return HTTPStatus.OK, None
        return HTTPStatus.NOT_FOUND, f"There is no {method} {'/'.join(path)}."

    def _add(self, calls: Calls, name: str, times: int) -> None:
        if name != LOST_ANSWER:
            aws_errors.find(calls.operation.split(":")[0], name)
        with self._lock:
            self._faults.append(Fault(calls, name, times))

    def _clear(self, *, dropping: bool) -> None:
        with self._lock:
            self._faults = []
            holds = list(self._holds)
        for hold in holds:
            self._let_go(hold, dropped=dropping)

    def _let_go(self, hold: Hold, *, dropped: bool) -> None:
        """Comes back when AWS has dealt with the call, though its answer may still be on the way."""
        with self._lock:
            hold.awaits = False
        hold.dropped = dropped
        hold.released.set()
        if hold.call is None:
            hold.arrived.set()
        else:
            hold.answered.wait()


def broken_connection(environ: "WSGIEnvironment") -> ConnectionAbortedError:
    """What the server takes for a client that has gone; the client sees a server that has."""
    connection: socket.socket = environ["werkzeug.socket"]
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
    return ConnectionAbortedError()
