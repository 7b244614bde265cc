"""Refusals: each a problem document, made before the database is asked wherever that can be."""

from __future__ import annotations

from typing import Any

import pytest

from api import engine as engine_module
from tests.api.exchange import LIMIT, Exchange
from tests.api.fake_database import FakeDatabase, failure

OK = (200, '{"name": "a"}', None, None)
JSON = (b"content-type", b"application/json")
KEY = (b"authorization", b"Bearer hwd_secret")


@pytest.mark.parametrize(
    ("method", "path", "headers", "body", "status", "code"),
    [
        ("PUT", "/v1/things", [], b"", 405, "method-not-allowed"),
        ("GET", "/v1/things/7", [], b"", 401, "unauthorized"),
        ("GET", "/v1/things/7", [(b"authorization", b"Basic x")], b"", 401, "unauthorized"),
        ("GET", "/v1/things/7", [KEY, KEY], b"", 400, "malformed-header"),
        ("GET", "/v1/things/x", [KEY], b"", 422, "invalid-request"),
        ("GET", "/v1/things/%ff", [KEY], b"", 404, "not-found"),
        ("GET", "/v1/things?limit=0", [], b"", 422, "invalid-request"),
        ("POST", "/v1/things", [], b"{}", 415, "unsupported-media-type"),
        ("POST", "/v1/things", [JSON, (b"content-encoding", b"gzip")], b"{}", 415,
         "unsupported-media-type"),
        ("POST", "/v1/things", [JSON], b"{", 400, "malformed-body"),
        ("POST", "/v1/things", [JSON], b"{}", 422, "invalid-request"),
        ("POST", "/v1/things", [JSON, (b"content-length", b"1001")], b"", 413,
         "content-too-large"),
        ("POST", "/v1/payments", [KEY], b"", 400, "idempotency-key-missing"),
        ("POST", "/v1/payments", [KEY, (b"idempotency-key", b'"')], b"", 400, "malformed-header"),
        ("POST", "/v1/payments", [KEY, (b"idempotency-key", b"k"), JSON], b'{"a":1}', 422,
         "invalid-request"),
        ("GET", "/v1/stream", [], b"", 401, "unauthorized"),
    ],
)  # fmt: skip
async def test_bad_requests_never_reach_the_database(
    method: str, path: str, headers: list[Any], body: bytes, status: int, code: str
) -> None:
    exchange = Exchange(FakeDatabase(OK))
    sent = await exchange.ask(method, path, headers, [body])
    assert (sent.status, sent.json["code"], sent.json["status"]) == (status, code, status)
    assert sent.headers["content-type"] == "application/problem+json"
    assert sent.json["request_id"] == sent.headers["x-request-id"]
    assert exchange.database.calls == []


async def test_a_body_that_is_too_long_is_refused_while_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    exchange = Exchange(FakeDatabase(OK))
    sent = await exchange.ask("POST", "/v1/things", [JSON], [b"x" * (LIMIT + 1), b"x", b"x"])
    assert sent.status == 413
    assert sent.headers["connection"] == "close"
    assert exchange.unread == []  # it was let finish, so that it hears the answer


async def test_a_body_that_does_not_come_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "BODY_SECONDS", 0.01)
    monkeypatch.setattr("api.responses._LINGER_SECONDS", 0.01)
    sent = await Exchange(FakeDatabase(OK)).ask("POST", "/v1/things", [JSON], [])
    assert (sent.status, sent.json["code"]) == (408, "request-timeout")


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (failure(None), 503),
        (failure("57P01"), 503),
        (failure("08P01"), 503),
        (failure("23505"), 409),
        (failure("XX000"), 500),
        (RuntimeError("not for the client"), 500),
    ],
)
async def test_errors_of_the_database_become_documents_that_say_no_more_than_they_may(
    error: Exception, status: int
) -> None:
    sent = await Exchange(FakeDatabase(error)).ask("GET", "/v1/things")
    assert sent.status == status
    assert b"not for the client" not in sent.body
    assert ("retry-after" in sent.headers) == (status == 503)


async def test_a_returned_refusal_is_wrapped_and_keeps_its_headers() -> None:
    body = '{"code":"WG429","detail":"too many requests"}'
    database = FakeDatabase((429, body, {"Retry-After": 3, "RateLimit": ["a", "b"]}, None))
    sent = await Exchange(database).ask("GET", "/v1/things")
    assert (sent.status, sent.json["type"]) == (429, "/problems/WG429")
    assert sent.headers["retry-after"] == "3"
    assert [value for name, value in sent.messages[0]["headers"] if name == b"ratelimit"] == [
        b"a",
        b"b",
    ]


async def test_a_number_that_only_the_database_refuses_is_still_named() -> None:
    exchange = Exchange(FakeDatabase(failure("22003")))
    body = b'{"name": "x", "data": {"n": 1e-20000}}'
    sent = await exchange.ask("POST", "/v1/things", [JSON], [body])
    assert sent.status == 422
    assert [error["pointer"] for error in sent.json["errors"]] == ["#/data/n"]
