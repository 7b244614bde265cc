"""Answers as they go out: bytes, with the headers that every answer carries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from api.problems import CONTENT_TYPE, Problem
from api.request import Request, Send

Headers = list[tuple[bytes, bytes]]

JSON = (b"content-type", b"application/json")
NO_STORE = (b"cache-control", b"no-store")
PROTECTION: tuple[tuple[bytes, bytes], ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)
_OURS = frozenset({b"content-length", b"transfer-encoding", b"connection", b"x-request-id"})
_WITHOUT_BODY = frozenset({204, 205, 304})
_UNFINISHED = frozenset({408, 413})  # sent while the client may still be sending its body
_LINGER_BYTES = 64 * 1024 * 1024
_LINGER_SECONDS = 2.0


@dataclass(slots=True)
class Response:
    """A complete answer."""

    status: int
    body: bytes = b""
    headers: Headers = field(default_factory=list)


async def send_response(send: Send, response: Response, request: Request) -> None:
    """Sends an answer; to HEAD without its body, to an unfinished request with patience."""
    headers = with_protection(response.headers, request.request_id)
    if response.status not in _WITHOUT_BODY:
        headers.append((b"content-length", b"%d" % len(response.body)))
    unfinished = response.status in _UNFINISHED
    if unfinished:
        headers.append((b"connection", b"close"))
    await send({"type": "http.response.start", "status": response.status, "headers": headers})
    body = b"" if request.method == "HEAD" else response.body
    if unfinished:
        await send({"type": "http.response.body", "body": body, "more_body": True})
        await request.discard(_LINGER_BYTES, _LINGER_SECONDS)
        body = b""
    await send({"type": "http.response.body", "body": body})


def with_protection(headers: Iterable[tuple[bytes, bytes]], request_id: str) -> Headers:
    """The headers of an answer, completed by those that every answer has."""
    complete = [*headers, *PROTECTION, (b"x-request-id", request_id.encode("ascii"))]
    if not any(name == b"cache-control" for name, _ in complete):
        complete.append(NO_STORE)
    return complete


def from_problem(problem: Problem, request_id: str) -> Response:
    """The answer that carries a problem document."""
    headers = [CONTENT_TYPE, *problem.headers]
    return Response(problem.status, problem.document(request_id), headers)


def from_database(fields: Mapping[str, Any] | None) -> Headers:
    """Headers from the JSON object that `gateway.invoke` returns; a list repeats its header."""
    headers: Headers = []
    for name, value in (fields or {}).items():
        key = name.lower().encode("latin-1", "replace")
        if key in _OURS:
            continue
        values: Sequence[Any] = value if isinstance(value, list) else [value]
        headers += [(key, str(item).encode("latin-1", "replace")) for item in values]
    return headers
