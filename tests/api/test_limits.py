"""At the socket: what is too large, too slow or no HTTP at all is refused as a document."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import uvicorn
from uvicorn.server import ServerState

from api import limits
from api.limits import LimitedProtocol


async def echo(scope: Any, receive: Any, send: Any) -> None:
    """Answers any request with nothing."""
    headers = [(b"content-length", b"0")]
    await send({"type": "http.response.start", "status": 204, "headers": headers})
    await send({"type": "http.response.body"})


@pytest.fixture
async def address() -> AsyncIterator[tuple[str, int]]:
    """Where a server with the protocol listens."""
    config = uvicorn.Config(echo, http=LimitedProtocol, lifespan="off", log_config=None)
    config.load()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: LimitedProtocol(config, ServerState(), {}), "127.0.0.1", 0
    )
    yield server.sockets[0].getsockname()
    server.close()
    await server.wait_closed()


async def say(address: tuple[str, int], *parts: bytes, pause: float = 0.0) -> bytes:
    """Sends the parts and reads until the server closes, or has answered."""
    reader, writer = await asyncio.open_connection(*address)
    for part in parts:
        writer.write(part)
        await writer.drain()
        await asyncio.sleep(pause)
    try:
        async with asyncio.timeout(2):
            answer = await reader.readuntil(b"\r\n\r\n")
            return answer + (b"" if b" 204 " in answer else await reader.read())
    finally:
        writer.close()


async def test_a_request_is_answered(address: tuple[str, int]) -> None:
    assert b" 204 " in await say(address, b"GET / HTTP/1.1\r\nhost: x\r\n\r\n")


@pytest.mark.parametrize(
    "head",
    [
        b"GET / HTTP/1.1\r\nhost: x\r\nbig: " + b"x" * 40_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: x\r\nendless: " + b"x" * 40_000,
        b"GET /" + b"x" * 40_000 + b" HTTP/1.1\r\nhost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: x\r\n" + b"many: headers\r\n" * 3000 + b"\r\n",
    ],
)
async def test_a_head_that_is_too_large_is_refused(address: tuple[str, int], head: bytes) -> None:
    answer = await say(address, head)
    assert b" 431 " in answer
    assert b'"code":"headers-too-large"' in answer


async def test_a_large_body_is_no_head(address: tuple[str, int]) -> None:
    head = b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 60000\r\n\r\n"
    assert b" 204 " in await say(address, head + b"x" * 60_000)


@pytest.mark.parametrize("text", [b"hello\r\n\r\n", b"GET /\xff HTTP/1.1\r\nhost: x\r\n\r\n"])
async def test_what_is_no_http_is_refused(address: tuple[str, int], text: bytes) -> None:
    answer = await say(address, text)
    assert b" 400 " in answer
    assert b'"code":"malformed-request"' in answer


async def test_a_head_that_trickles_in_is_not_waited_for(
    address: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "HEAD_SECONDS", 0.1)
    answer = await say(address, b"GET / HTTP/1.1\r\n", b"a: b\r\n", pause=0.02)
    assert b" 408 " in answer
