"""Bodies that are no JSON object in UTF-8."""

from __future__ import annotations

import pytest

from stack.private import PrivateStack
from tests.census import census
from tests.client import Tenant
from tests.http.routes import Catalogue
from tests.problems import named, problem_of

MALFORMED = {
    "blanks": b" \n\t ",
    "cut off": b'{"type": "a.b", "data": {',
    "trailing comma": b'{"type": "a.b",}',
    "single quotes": b"{'type': 'a.b'}",
    "bare name": b'{type: "a.b"}',
    "comment": b'{"type": "a.b"} // that is all',
    "two documents": b'{"type": "a.b"}{"type": "a.b"}',
    "control character": b'{"type": "a\nb"}',
    "unknown escape": b'{"type": "\\x41"}',
    "not a number": b'{"type": "a.b", "data": NaN}',
    "infinity": b'{"type": "a.b", "data": -Infinity}',
    "leading zero": b'{"type": "a.b", "data": 007}',
    "plus sign": b'{"type": "a.b", "data": +1}',
    "byte order mark": b'\xef\xbb\xbf{"type": "a.b"}',
    "UTF-16": '{"type": "a.b"}'.encode("utf-16"),
    "Latin-1": '{"type": "a.b", "data": "ä"}'.encode("latin-1"),
    "overlong UTF-8": b'{"type": "a.b", "data": "\xc0\xaf"}',
    "encoded surrogate": b'{"type": "a.b", "data": "\xed\xa0\x80"}',
    "cut off UTF-8": b'{"type": "a.b", "data": "\xe2\x82"}',
    "beyond Unicode": b'{"type": "a.b", "data": "\xf5\x80\x80\x80"}',
    "form": b"type=a.b&data=1",
    "NUL": b'{"type": "a.b"}\0',
}


@pytest.mark.parametrize("raw", MALFORMED.values(), ids=MALFORMED.keys())
async def test_what_is_no_json_text_is_refused_with_the_place(raw: bytes, tenant: Tenant) -> None:
    answer = await tenant.client.request("POST", "/v1/events", raw=raw)
    problem = problem_of(answer, 400, "malformed-body")
    assert any(word in problem["detail"] for word in ("line", "byte")), problem


@pytest.mark.parametrize("raw", [b"[]", b"null", b"1", b'"text"', b"true", b'[{"type": "a.b"}]'])
async def test_a_body_that_is_no_object_is_refused(raw: bytes, tenant: Tenant) -> None:
    problem = problem_of(await tenant.client.request("POST", "/v1/events", raw=raw), 422)
    assert named(problem) == {("body", "#")}


async def test_no_body_at_all_is_told_what_is_required(tenant: Tenant) -> None:
    answer = await tenant.client.request("POST", "/v1/events", raw=b"")
    assert ("body", "#/type") in named(problem_of(answer, 422))


async def test_nothing_of_a_malformed_body_is_stored(
    tenant: Tenant, platform: PrivateStack
) -> None:
    before = census(platform, tenant.tenant_id)
    for raw in MALFORMED.values():
        await tenant.client.request("POST", "/v1/events", raw=raw)
    assert census(platform, tenant.tenant_id) == before


async def test_no_route_takes_a_malformed_body(
    tenant: Tenant, catalogue: Catalogue, platform: PrivateStack
) -> None:
    before = census(platform, tenant.tenant_id), census(platform)
    for route in catalogue.calls:
        if route.of("body"):
            path = route.at({a.name: catalogue.value(a) for a in route.of("path")})
            answer = await tenant.client.request(route.method, path, raw=b'{"')
            problem_of(answer, 400, "malformed-body")
    assert (census(platform, tenant.tenant_id), census(platform)) == before
