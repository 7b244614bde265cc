"""One request as it came in: headers, body and where it comes from."""

import asyncio
import re
import uuid
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from functools import lru_cache
from ipaddress import ip_address
from typing import Any

from api.problems import Problem

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

_REQUEST_ID = re.compile(rb"[A-Za-z0-9._:=+/\-]{1,128}")
_TRACE_PARENT = re.compile(rb"[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?")
_TRACE_PARENT_LENGTH = 55  # of version 00, which later ones only add to
_SINGLE = frozenset({b"authorization", b"idempotency-key", b"content-type", b"content-encoding"})
_JSON = re.compile(rb'application/json(\s*;\s*charset\s*=\s*"?utf-8"?)?\s*', re.IGNORECASE)


class ClientGone(Exception):
    """The client closed its connection before it had sent the whole request."""


class Request:
    """What the engine asks of a request; also what its log lines say about it."""

    __slots__ = ("client", "headers", "method", "path", "query", "receive", "request_id", "scope")

    def __init__(self, scope: Scope, receive: Receive) -> None:
        self.scope = scope
        self.method: str = scope["method"]
        self.path: bytes = scope["raw_path"]
        self.query: bytes = scope["query_string"]
        self.headers: dict[bytes, bytes] = dict(scope["headers"])
        self.request_id = _request_id(self.headers)
        self.client = _address(scope["client"][0]) if scope["client"] else None
        self.receive = receive

    @property
    def trace(self) -> str | None:
        """The W3C `traceparent` that came with the request; None when it is malformed."""
        trace = self.headers.get(b"traceparent")
        if trace is None or not _TRACE_PARENT.fullmatch(trace):
            return None
        return trace[:_TRACE_PARENT_LENGTH].decode("ascii")

    def log_attributes(self) -> Mapping[str, object]:
        """What each log line about this request carries; no query, body or credential."""
        return {
            "http.request.method": self.method,
            "url.path": self.path.decode("ascii", "replace"),
            "client.address": self.client,
            "howdah.request_id": self.request_id,
        }

    def check_headers(self) -> None:
        """Raises Problem `malformed-header` when a header is repeated that decides something."""
        fields = self.scope["headers"]
        if len(fields) == len(self.headers):
            return
        names = [name for name, _ in fields]
        for name in _SINGLE:
            if names.count(name) > 1:
                raise Problem("malformed-header", f"the header {name.decode()} is given twice")

    async def body(self, limit: int) -> bytes:
        """The whole body, at most `limit` bytes.

        Raises Problem `content-too-large` as soon as it is known to be longer, and ClientGone.
        """
        announced = self.headers.get(b"content-length")
        if announced is not None and int(announced) > limit:
            raise _too_large(limit)
        message = await self.receive()
        parts, size = [], 0
        while message["type"] == "http.request":
            part: bytes = message.get("body", b"")
            size += len(part)
            if size > limit:
                raise _too_large(limit)
            parts.append(part)
            if not message.get("more_body", False):
                return parts[0] if len(parts) == 1 else b"".join(parts)
            message = await self.receive()
        raise ClientGone

    async def discard(self, limit: int, seconds: float) -> None:
        """Reads on and throws away, so that a client in mid-sentence gets to hear the answer."""
        try:
            async with asyncio.timeout(seconds):
                while limit > 0:
                    message = await self.receive()
                    if not message.get("more_body", False):
                        return
                    limit -= len(message.get("body", b""))
        except TimeoutError:
            return

    def check_media_type(self) -> None:
        """Raises Problem `unsupported-media-type` unless the body is declared as plain JSON."""
        kind = self.headers.get(b"content-type")
        if kind is None or _JSON.fullmatch(kind) is None:
            raise Problem("unsupported-media-type", "the body must be application/json")
        if self.headers.get(b"content-encoding", b"identity").lower() != b"identity":
            raise Problem("unsupported-media-type", "the body must not be compressed")


def _too_large(limit: int) -> Problem:
    return Problem("content-too-large", f"the body is longer than {limit} bytes")


def _request_id(headers: dict[bytes, bytes]) -> str:
    given = headers.get(b"x-request-id")
    if given is not None and _REQUEST_ID.fullmatch(given):
        return given.decode("ascii")
    trace = headers.get(b"traceparent")
    if trace is not None and (match := _TRACE_PARENT.fullmatch(trace)):
        return match[1].decode("ascii")
    return uuid.uuid4().hex


@lru_cache(maxsize=4096)
def _address(host: str) -> str | None:
    try:
        return str(ip_address(host.partition("%")[0]))
    except ValueError:
        return None
