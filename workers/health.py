"""`/metrics` and `/health/live` of a worker, served from a thread.

A thread, so that a handler that blocks the event loop is seen from outside instead of silencing
the very endpoint that should tell of it.
"""

import asyncio
import socket
import threading
import time
from collections.abc import Iterable
from socketserver import ThreadingMixIn
from typing import TYPE_CHECKING, NoReturn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from prometheus_client import CollectorRegistry, make_wsgi_app

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

_LONGEST_SILENCE = 30.0


class Pulse:
    """Beats in the event loop once a second; no beat means that the loop is blocked."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    @property
    def silence(self) -> float:
        """Give the seconds since the last beat."""
        return time.monotonic() - self._last

    async def run(self) -> NoReturn:
        """Beat until cancelled."""
        while True:
            self._last = time.monotonic()
            await asyncio.sleep(1)


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Server6(_Server):
    address_family = socket.AF_INET6


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Write no access log: probes and scrapes come every few seconds."""


def serve(host: str, port: int, registry: CollectorRegistry, pulse: Pulse) -> WSGIServer:
    """Serve until `shutdown()` is called. Raises OSError when the port is taken."""
    metrics = make_wsgi_app(registry)

    def application(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        path = environ.get("PATH_INFO")
        if path == "/metrics":
            page: Iterable[bytes] = metrics(environ, start)
            return page
        if path != "/health/live":
            return _answer(start, "404 Not Found", "see /metrics and /health/live\n")
        if pulse.silence > _LONGEST_SILENCE:
            text = f"the event loop has been blocked for {pulse.silence:.0f} s\n"
            return _answer(start, "503 Service Unavailable", text)
        return _answer(start, "200 OK", "live\n")

    kind = _Server6 if ":" in host else _Server
    server = make_server(host, port, application, server_class=kind, handler_class=_Quiet)
    threading.Thread(target=server.serve_forever, name="health", daemon=True).start()
    return server


def _answer(start: "StartResponse", status: str, text: str) -> list[bytes]:
    start(status, [("Content-Type", "text/plain; charset=utf-8")])
    return [text.encode()]
