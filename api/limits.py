"""HTTP at the socket: bounds that must hold before there is a request to refuse."""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from api.problem_types import TYPES
from api.problems import Problem

MAX_HEAD = 32 * 1024  # bytes of request line and headers
HEAD_SECONDS = 20.0  # for them to arrive


class LimitedProtocol(HttpToolsProtocol):
    """uvicorn's protocol, with a bounded head and problem documents for what it can't parse."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Starts to wait for the first request."""
        super().connection_made(transport)
        self._head = 0
        self._patience: asyncio.TimerHandle | None = None
        self._wait_for_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stops waiting."""
        self._stop_waiting()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        """Starts to measure a request's head, and gives the application a way to abort."""
        super().on_message_begin()
        state: dict[str, Any] = self.scope["state"]
        state["abort"] = self.transport.abort
        self._head = 0
        if self._patience is None:
            self._wait_for_head()

    def on_url(self, url: bytes) -> None:
        """Measures the request line."""
        self._measure(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Measures a header."""
        self._measure(len(name) + len(value) + 4)
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """The head is complete: the request begins."""
        self._stop_waiting()
        super().on_headers_complete()

    def send_400_response(self, msg: str) -> None:
        """Answers what is no HTTP request, or one with too large a head, and closes."""
        code = "headers-too-large" if self._head > MAX_HEAD else "malformed-header"
        self._refuse(Problem(code, msg if code == "malformed-header" else None))

    def _measure(self, size: int) -> None:
        self._head += size
        if self._head > MAX_HEAD:
            raise ValueError(TYPES["headers-too-large"].title)

    def _refuse(self, problem: Problem) -> None:
        body = problem.document("none")
        head = (
            STATUS_LINE[problem.status] + b"content-type: application/problem+json\r\n"
            b"content-length: %d\r\nconnection: close\r\n\r\n" % len(body)
        )
        self.transport.write(head + body)
        self.transport.close()

    def _wait_for_head(self) -> None:
        self._patience = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def _stop_waiting(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def _give_up(self) -> None:
        self._patience = None
        if not self.transport.is_closing():
            self._refuse(Problem("request-timeout"))
