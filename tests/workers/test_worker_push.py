"""Handlers that are reached by HTTP, with a server that answers what a test wants."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from aiohttp import web

from tests.workers.fake_queue import FakeQueue, FakeWorker, until
from workers.signatures import signature

TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Endpoint:
    """A handler on a port of its own; answers with `answer` and keeps what it was sent."""

    def __init__(self) -> None:
        self.answer: Answer = self.ok
        self.heads: list[dict[str, str]] = []
        self.bodies: list[bytes] = []
        self.connections: set[object] = set()
        self.url = ""

    async def ok(self, _request: web.Request) -> web.StreamResponse:
        """Answer that all is well."""
        return web.json_response({"done": True})

    async def take(self, request: web.Request) -> web.StreamResponse:
        """Keep what came, and answer."""
        self.heads.append({name.lower(): value for name, value in request.headers.items()})
        self.bodies.append(await request.read())
        self.connections.add(request.transport)
        return await self.answer(request)


@pytest.fixture
async def endpoint() -> AsyncIterator[Endpoint]:
    """A handler that is up."""
    one = Endpoint()
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", one.take)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    one.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield one
    await runner.cleanup()


@asynccontextmanager
async def working(queue: FakeQueue, slots: int = 2) -> AsyncIterator[FakeWorker]:
    """Work without a handler in this process."""
    queue.rest = timedelta(seconds=0.01)
    worker = FakeWorker(queue, {}, slots)
    async with worker.working(grace=0):
        yield worker


async def deliver(
    queue: FakeQueue, endpoint: Endpoint, *, payload: object = None, jobs: int = 1, **more: object
) -> list[dict[str, Any]]:
    """Deliver a page of jobs; gives what was said of them."""
    handler = {"url": endpoint.url, "timeout": 5, **more}
    page = queue.put(*["a"] * jobs, payload=payload, http_handler=handler, trace=TRACE)
    async with working(queue):
        await until(lambda: page in queue.settled)
    return queue.settled[page]


def answers(status: int, text: str = "", **headers: str) -> Answer:
    """Answers always the same."""

    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.Response(status=status, text=text, headers=headers)

    return answer


async def test_a_job_is_a_post_that_says_all_about_it(queue: FakeQueue, endpoint: Endpoint) -> None:
    (result,) = await deliver(queue, endpoint, payload={"n": 1.50})
    assert result == {"job_id": 100, "outcome": "succeeded", "result": {"done": True}}
    assert endpoint.bodies == [b'{"n":1.5}']
    (head,) = endpoint.heads
    expected = {
        "content-type": "application/json",
        "howdah-job-id": "100",
        "howdah-attempt": "1",
        "howdah-kind": "a",
        "howdah-queue": "default",
        "traceparent": TRACE,
        "idempotency-key": '"100"',
    }
    assert {name: head.get(name) for name in expected} == expected
    assert "webhook-signature" not in head


async def test_a_delivery_is_signed_where_there_is_a_secret(
    queue: FakeQueue, endpoint: Endpoint
) -> None:
    key = b"0123456789abcdef0123456789abcdef"
    secret = "whsec_" + base64.b64encode(key).decode()
    await deliver(queue, endpoint, payload=[1], secret=secret)
    (head,) = endpoint.heads
    signed = f"{head['webhook-id']}.{head['webhook-timestamp']}.[1]".encode()
    digest = hmac.new(key, signed, hashlib.sha256).digest()
    assert head["webhook-signature"] == "v1," + base64.b64encode(digest).decode()
    age = datetime.now(UTC).timestamp() - int(head["webhook-timestamp"])
    assert 0 <= age < 10


def test_the_signature_is_that_of_the_published_example() -> None:
    """From the documentation of Standard Webhooks."""
    made = signature(
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        1614265330,
        b'{"test": 2432232314}',
    )
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@pytest.mark.parametrize(
    ("status", "headers", "outcome", "wait"),
    [
        (302, {"Location": "/elsewhere"}, "failed", None),
        (400, {}, "failed", None),
        (408, {}, "failed", None),
        (410, {}, "dead", None),
        (422, {"Howdah-Retry": "no"}, "dead", None),
        (429, {"Retry-After": "7"}, "failed", 7),
        (500, {}, "failed", None),
        (503, {"Retry-After": "1000000000"}, "failed", 86_400),
        (503, {"Retry-After": "soon"}, "failed", None),
    ],
)
async def test_what_an_answer_means(
    queue: FakeQueue,
    endpoint: Endpoint,
    status: int,
    headers: dict[str, str],
    outcome: str,
    wait: float | None,
) -> None:
    endpoint.answer = answers(status, "why", **headers)
    (result,) = await deliver(queue, endpoint)
    assert (result["outcome"], result.get("retry_in")) == (outcome, wait)
    assert result["error"]["type"] == f"http_{status}"
    assert result["error"]["message"] == f"the endpoint answered {status}: why"
    assert len(endpoint.bodies) == 1


async def test_retry_after_may_be_a_date(queue: FakeQueue, endpoint: Endpoint) -> None:
    moment = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)
    endpoint.answer = answers(429, **{"Retry-After": moment})
    (result,) = await deliver(queue, endpoint)
    assert result["retry_in"] == pytest.approx(60, abs=2)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "application/json"),
        ("null", "application/json"),
        ("{", "application/json"),
        ('"\\u0000"', "application/json"),
        ("{}", "text/plain"),
        (f'"{"x" * 70_000}"', "application/json"),
    ],
)
async def test_an_answer_that_can_be_no_result_is_success_all_the_same(
    queue: FakeQueue, endpoint: Endpoint, text: str, kind: str
) -> None:
    endpoint.answer = answers(200, text, **{"Content-Type": kind})
    assert await deliver(queue, endpoint) == []


async def test_an_answer_without_end_is_not_read_to_it(
    queue: FakeQueue, endpoint: Endpoint
) -> None:
    async def pour(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(b"x" * 65_536)

    endpoint.answer = pour
    assert await deliver(queue, endpoint) == []


async def test_no_answer_in_time_is_a_failure(queue: FakeQueue, endpoint: Endpoint) -> None:
    async def sleep(_request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(60)
        raise AssertionError

    endpoint.answer = sleep
    (result,) = await deliver(queue, endpoint, timeout=0.1)
    assert (result["outcome"], result["error"]["type"]) == ("failed", "http_timeout")


async def test_an_endpoint_that_is_not_there_is_not_named(
    queue: FakeQueue, endpoint: Endpoint
) -> None:
    endpoint.url = "http://127.0.0.1:1/secret-path"
    (result,) = await deliver(queue, endpoint)
    assert (result["outcome"], result["error"]["type"]) == ("failed", "http_unreachable")
    assert "secret" not in str(result)
    assert "127.0.0.1" not in str(result)


@pytest.mark.parametrize("url", ["", "no url", "file:///etc/passwd", "http://a\r\nb/"])
async def test_an_address_that_is_none_fails_its_jobs_only(
    queue: FakeQueue, endpoint: Endpoint, url: str
) -> None:
    endpoint.url = url
    (result,) = await deliver(queue, endpoint)
    assert (result["outcome"], result["error"]["type"]) == ("failed", "http_unreachable")


async def test_a_secret_that_is_none_is_an_error_that_does_not_show_it(
    queue: FakeQueue, endpoint: Endpoint
) -> None:
    odd = "whsec_%%%"
    (result,) = await deliver(queue, endpoint, secret=odd)
    assert result["error"]["message"] == "the secret is not base64 after its prefix"
    assert endpoint.bodies == []


async def test_connections_are_used_again_and_no_more_than_there_are_slots(
    queue: FakeQueue, endpoint: Endpoint
) -> None:
    await deliver(queue, endpoint, jobs=20)
    assert len(endpoint.bodies) == 20
    assert len(endpoint.connections) <= 2


async def test_a_connection_that_was_closed_meanwhile_is_replaced(
    queue: FakeQueue, endpoint: Endpoint
) -> None:
    async def hang_up_once(request: web.Request) -> web.StreamResponse:
        if len(endpoint.bodies) == 1:
            assert request.transport is not None
            request.transport.close()
        return await endpoint.ok(request)

    endpoint.answer = hang_up_once
    (result,) = await deliver(queue, endpoint)
    assert result["outcome"] == "succeeded"
    assert [head["idempotency-key"] for head in endpoint.heads] == ['"100"'] * 2


async def test_a_cancelled_delivery_ends_at_once(queue: FakeQueue, endpoint: Endpoint) -> None:
    async def sleep(_request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(60)
        raise AssertionError

    endpoint.answer = sleep
    page = queue.put("a", http_handler={"url": endpoint.url, "timeout": 60})
    async with working(queue) as worker:
        await until(lambda: endpoint.bodies)
        worker.holds.notified(f"{page} {page * 100}")
        await until(lambda: page in queue.settled)
    assert queue.settled[page] == [{"job_id": 100, "outcome": "cancelled"}]
