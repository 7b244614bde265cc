"""The way of a request: one call, its answer passed through, and every refusal a document."""

from __future__ import annotations

import asyncio
from hashlib import sha256
from typing import Any

import pytest

from api.routes import RouteTable
from tests.api.catalogue import catalogue
from tests.api.exchange import Exchange
from tests.api.fake_database import FakeDatabase, failure

OK = (200, '{"name": "a"}', None, None)
JSON = (b"content-type", b"application/json")
KEY = (b"authorization", b"Bearer hwd_secret")


TRACE = b"00-" + b"a" * 32 + b"-" + b"b" * 16 + b"-01"


async def test_a_request_is_one_call_and_its_text_is_passed_through() -> None:
    body = '{ "name" : "ä" }'
    exchange = Exchange(FakeDatabase((201, body, {"Location": "/v1/things/1"}, None)))
    request = b' {"name": "x"} '
    headers = [JSON, KEY, (b"idempotency-key", b'"k"'), (b"x-request-id", b"mine")]
    headers.append((b"traceparent", TRACE + b"-more"))
    sent = await exchange.ask("POST", "/v1/things", headers, [request[:5], request[5:]])
    assert (sent.status, sent.body) == (201, body.encode())
    assert sent.headers["location"] == "/v1/things/1"
    assert sent.headers["x-request-id"] == "mine"
    assert sent.headers["cache-control"] == "no-store"
    assert sent.headers["server-timing"].startswith("db;dur=")
    [call] = exchange.database.calls
    assert call[:5] == (
        "gateway.invoke", 1, sha256(b"hwd_secret").digest(), request.decode(), "k",
    )  # fmt: skip
    assert len(call[5]) == 32
    assert call[6:] == ("mine", "192.0.2.1", TRACE.decode())


async def test_arguments_of_path_and_query_are_typed() -> None:
    exchange = Exchange(FakeDatabase(OK))
    await exchange.ask("GET", "/v1/things/7", [KEY])
    assert exchange.database.calls[0][3] == '{"thing_id":7}'


async def test_head_is_get_without_a_body_and_options_tells_the_methods() -> None:
    exchange = Exchange(FakeDatabase(OK))
    head = await exchange.ask("HEAD", "/v1/things")
    assert (head.status, head.body, head.headers["content-length"]) == (200, b"", "13")
    options = await exchange.ask("OPTIONS", "/v1/things")
    assert (options.status, options.headers["allow"]) == (204, "GET, HEAD, OPTIONS, POST")
    refused = await exchange.ask("DELETE", "/v1/things")
    assert refused.headers["allow"] == "GET, HEAD, OPTIONS, POST"


async def test_a_lost_race_is_tried_again_but_not_for_ever() -> None:
    database = FakeDatabase(failure("40001"), failure("40P01"), OK)
    assert (await Exchange(database).ask("GET", "/v1/things")).status == 200
    assert len(database.calls) == 3
    database = FakeDatabase(failure("40001"))
    assert (await Exchange(database).ask("GET", "/v1/things")).status == 503
    assert len(database.calls) == 4


async def test_a_lost_connection_is_not_tried_again() -> None:
    database = FakeDatabase(failure(None))
    await Exchange(database).ask("POST", "/v1/things", [JSON], [b'{"name":"x"}'])
    assert len(database.calls) == 1


async def test_no_body_is_no_content() -> None:
    sent = await Exchange(FakeDatabase((204, None, None, None))).ask("GET", "/v1/things")
    assert (sent.status, sent.body) == (204, b"")
    assert "content-length" not in sent.headers


async def test_rings_follow_the_answer_together() -> None:
    exchange = Exchange(FakeDatabase((200, "{}", None, ["queue", "event"])))
    for _ in range(3):
        await exchange.ask("GET", "/v1/things")
    await exchange.rings.flush()
    rung = [call for call in exchange.database.calls if call[0] == "gateway.ring"]
    assert rung == [("gateway.ring", ["event", "queue"])]


async def test_a_request_in_flight_finishes_on_the_old_table() -> None:
    answering, go = asyncio.Event(), asyncio.Event()

    async def slow() -> Any:
        answering.set()
        await go.wait()
        return OK

    exchange = Exchange(FakeDatabase(slow))
    asking = asyncio.create_task(exchange.ask("GET", "/v1/things/first"))
    await answering.wait()
    exchange.catalogue.table = RouteTable.from_catalogue(catalogue([], "2"))
    go.set()
    assert (await asking).status == 200
    assert (await exchange.ask("GET", "/v1/things/first")).body == b"a page"


async def test_a_route_that_the_database_no_longer_has_is_404_and_a_reason_to_reload() -> None:
    exchange = Exchange(FakeDatabase(failure("WG410")))
    exchange.catalogue._changed.clear()
    sent = await exchange.ask("GET", "/v1/things")
    assert (sent.status, sent.json["code"]) == (404, "not-found")
    assert exchange.catalogue._changed.is_set()


async def test_pages_get_the_same_headers_and_never_show_a_stack_trace() -> None:
    exchange = Exchange(FakeDatabase(OK))
    sent = await exchange.ask("GET", "/page")
    assert (sent.body, sent.headers["x-content-type-options"]) == (b"a page", "nosniff")
    broken = await exchange.ask("GET", "/broken")
    assert (broken.status, broken.json["code"]) == (500, "internal")
    assert b"not for the client" not in broken.body


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ([(b"x-request-id", b"abc-1")], "abc-1"),
        ([(b"traceparent", b"00-" + b"a" * 32 + b"-" + b"b" * 16 + b"-01")], "a" * 32),
        ([(b"x-request-id", b"a\r\nb")], None),
        ([(b"x-request-id", b"x" * 129)], None),
        ([], None),
    ],
)
async def test_a_sane_request_id_is_kept_another_is_made(
    headers: list[tuple[bytes, bytes]], expected: str | None
) -> None:
    sent = await Exchange(FakeDatabase(OK)).ask("GET", "/v1/things", headers)
    given = sent.headers["x-request-id"]
    assert given == expected if expected else len(given) == 32
