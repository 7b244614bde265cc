"""HTTP at the socket: bounds that must hold before there is a request to refuse."""

import asyncio
import uuid
from typing import Any

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from api.problems import CONTENT_TYPE, Problem

MAX_HEAD = 32 * 1024  # bytes of request line and headers
HEAD_SECONDS = 20.0  # for them to arrive


class HeadTooLarge(Exception):
    """The request line and the headers are longer than `MAX_HEAD`."""


class LimitedProtocol(HttpToolsProtocol):
    """uvicorn's protocol, with a bounded head and problem documents for what it can't parse."""

    _head = 0  # bytes of the head that is arriving
    _in_head = True
    _patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Starts to wait for the first request."""
        super().connection_made(transport)
        self._patience = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stops waiting."""
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Feeds the parser; an unfinished head has bounds in size and time."""
        super().data_received(data)
        if self._in_head and not self.transport.is_closing():
            self._head += len(data)
            if self._head > MAX_HEAD:
                self._refuse(Problem("headers-too-large"))
            elif self._patience is None:
                self._patience = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def on_message_begin(self) -> None:
        """Begins a request, and gives the application a way to abort its connection."""
        super().on_message_begin()
        state: dict[str, Any] = self.scope["state"]
        state["abort"] = self.transport.abort
        self._head = 0
        self._in_head = True

    def on_header(self, name: bytes, value: bytes) -> None:
        """Takes a header of a head that is not too large yet."""
        self._head += len(name) + len(value)
        if self._head > MAX_HEAD:
            raise HeadTooLarge
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """Hands a request with a complete head to the application."""
        self._head += len(self.url)
        if self._head > MAX_HEAD:
            raise HeadTooLarge
        self._in_head = False
        self._head = 0
        self._stop_waiting()
        super().on_headers_complete()

    def send_400_response(self, msg: str) -> None:
        """Answers what is no HTTP request, or one with too large a head, and closes."""
        if self._head > MAX_HEAD:
            self._refuse(Problem("headers-too-large"))
        else:
            self._refuse(Problem("malformed-request", "this is not an HTTP/1.1 request"))

    def _refuse(self, problem: Problem) -> None:
        body = problem.document(uuid.uuid4().hex)
        head = STATUS_LINE[problem.status] + b"%s: %s\r\n" % CONTENT_TYPE
        self.transport.write(
            head + b"content-length: %d\r\nconnection: close\r\n\r\n" % len(body) + body
        )
        self.transport.close()

    def _stop_waiting(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def _give_up(self) -> None:
        self._patience = None
        if not self.transport.is_closing():
            self._refuse(Problem("request-timeout"))
