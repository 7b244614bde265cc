"""What every answer carries, whoever gives it."""

from __future__ import annotations

import asyncio

import pytest

from stack.private import PrivateStack
from tests.client import Answer, Client, Tenant
from tests.http.routes import Catalogue

PLACES = (
    ("GET", "/v1/whoami"), ("GET", "/v1/nothing"), ("POST", "/v1/whoami"),
    ("GET", "/v1/jobs?limit=x"),
    ("OPTIONS", "/v1/jobs"), ("HEAD", "/v1/jobs"), ("GET", "/health/live"),
    ("GET", "/health/ready"),
    ("GET", "/metrics"), ("GET", "/openapi.json"), ("GET", "/docs"), ("GET", "/problems/not-found"),
    ("GET", "/problems/nothing"), ("OPTIONS", "/docs"), ("DELETE", "/docs"),
    ("GET", "/docs/start.js"),
    ("DELETE", "/v1/api-keys/00000000-0000-7000-8000-000000000000"),
    ("GET", "/v1/stream?colour=red"),
)  # fmt: skip


async def raw(platform: PrivateStack, sent: bytes) -> bytes:
    """Sends bytes over a connection of their own, and gives all that comes back."""
    reader, writer = await asyncio.open_connection("127.0.0.1", platform.ports.http)
    writer.write(sent)
    answer = await asyncio.wait_for(reader.read(), 10)
    writer.close()
    await writer.wait_closed()
    return answer


@pytest.mark.parametrize(("method", "path"), PLACES)
async def test_every_answer_protects_its_reader(method: str, path: str, tenant: Tenant) -> None:
    answer = await tenant.client.request(method, path)
    assert answer.header("X-Content-Type-Options") == "nosniff"
    assert answer.header("Referrer-Policy") == "no-referrer"
    assert answer.header("Cache-Control") in ("no-store", "no-cache")
    assert answer.header("Server") is None


@pytest.mark.parametrize(("method", "path"), PLACES)
async def test_every_answer_has_an_id_of_its_own(method: str, path: str, tenant: Tenant) -> None:
    answers = [await tenant.client.request(method, path) for _ in range(2)]
    ids = {answer.header("X-Request-Id") for answer in answers}
    assert len(ids) == 2 and None not in ids


async def asked_as(client: Client, **headers: str) -> Answer:
    """A request with these headers; an underscore stands for a dash."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return await client.request("GET", "/v1/nothing", headers=named)


async def test_the_id_that_a_client_gives_is_taken_over(anonymous: Client) -> None:
    answer = await asked_as(anonymous, X_Request_Id="order-42.a:b/c+d=")
    assert answer.header("X-Request-Id") == answer.json["request_id"] == "order-42.a:b/c+d="


@pytest.mark.parametrize("given", ["", "a b", "<script>", "x" * 129, "ä", "a;b", 'a"b'])
async def test_an_id_that_could_do_harm_is_replaced(given: str, anonymous: Client) -> None:
    answer = await asked_as(anonymous, X_Request_Id=given)
    assert given != answer.json["request_id"] == answer.header("X-Request-Id") != ""


async def test_the_trace_that_a_client_gives_is_taken_over(anonymous: Client) -> None:
    trace = "0af7651916cd43dd8448eb211c80319c"
    answer = await asked_as(anonymous, traceparent=f"00-{trace}-b7ad6b7169203331-01")
    assert answer.header("X-Request-Id") == trace


async def test_head_is_get_without_a_body(tenant: Tenant, catalogue: Catalogue) -> None:
    for path in ["/docs", "/openapi.json", "/health/ready", *(r.path for r in catalogue.calls)]:
        if "{" not in path and path != "/v1/tenants":
            got, asked = await tenant.client.get(path), await tenant.client.request("HEAD", path)
            if got.status != 405:
                assert (asked.status, asked.text) == (got.status, ""), path
                assert asked.header("Content-Type") == got.header("Content-Type"), path
                assert asked.header("Content-Length") == str(len(got.text.encode())), path


async def test_options_tells_the_methods_of_every_path(
    anonymous: Client, catalogue: Catalogue
) -> None:
    for route in catalogue.routes:
        path = route.at({argument.name: catalogue.value(argument) for argument in route.of("path")})
        answer = await anonymous.request("OPTIONS", path)
        assert (answer.status, answer.text) == (204, ""), path
        assert {route.method, "OPTIONS"} <= set((answer.header("Allow") or "").split(", ")), path


async def test_a_head_that_is_too_large_is_refused(platform: PrivateStack) -> None:
    for line in (b"X-Long: " + b"a" * 40_000, b"\r\n".join(b"X-%d: b" % n for n in range(6000))):
        answer = await raw(platform, b"GET /v1/whoami HTTP/1.1\r\nHost: x\r\n" + line + b"\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 431 ") and b'"headers-too-large"' in answer


@pytest.mark.parametrize(
    "sent",
    [
        b"hello\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET /v1/whoami\r\n\r\n",
        b"GET /v1/who ami HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /v1/whoami HTTP/1.1\r\nbad header\r\n\r\n",
        b"GET /v1/whoami HTTP/1.1\r\nA\x00B: c\r\n\r\n",
        b"POST /v1/events HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        b"POST /v1/events HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        b"POST /v1/events HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"POST /v1/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
)
async def test_what_is_no_request_is_refused(sent: bytes, platform: PrivateStack) -> None:
    answer = await raw(platform, sent)
    assert answer.startswith((b"HTTP/1.1 400 ", b"HTTP/1.1 401 ")), answer
    assert b"application/problem+json" in answer and b"Traceback" not in answer


async def test_the_trace_goes_on_into_what_the_request_enqueues(
    tenant: Tenant, platform: PrivateStack
) -> None:
    parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    made = [
        await tenant.client.request(
            "POST", "/v1/jobs", {"kind": "howdah.noop"}, headers={"traceparent": t}
        )
        for t in (parent, "nonsense")
    ]
    with platform.connect() as connection:
        traces = [
            connection.execute(
                "select queue.trace_of(%s, %s)", (tenant.tenant_id, answer.json["job_id"])
            ).fetchone()
            for answer in made
        ]
    assert traces == [(parent,), (None,)]
