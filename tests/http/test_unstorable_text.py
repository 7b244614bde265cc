"""JSON that is well formed and yet can't be stored: the field is named, wherever it hides."""

from __future__ import annotations

import pytest

from stack.private import PrivateStack
from tests.census import census
from tests.client import Tenant
from tests.problems import named, problem_of

UNSTORABLE = {
    "NUL in a text": (b'{"type": "a.b", "key": "a\\u0000b"}', "#/key"),
    "NUL deep in the data": (b'{"type": "a.b", "data": {"x": [{"y": "\\u0000"}]}}', "#/data/x/0/y"),
    "NUL in a name": (b'{"type": "a.b", "data": {"a\\u0000": 1}}', "#/data/a%00"),
    "NUL in the type": (b'{"type": "a\\u0000b"}', "#/type"),
    "high surrogate": (b'{"type": "a.b", "data": {"x": "\\ud800"}}', "#/data/x"),
    "low surrogate": (b'{"type": "a.b", "data": ["\\udfff tail"]}', "#/data/0"),
    "surrogates in the wrong order": (b'{"type": "a.b", "key": "\\ude00\\ud83d"}', "#/key"),
    "surrogate in a name": (b'{"type": "a.b", "data": {"\\ud800": 1}}', "#/data/"),
    "number beyond every range": (b'{"type": "a.b", "data": {"n": 1e400}}', "#/data/n"),
    "number of too many digits": (
        b'{"type": "a.b", "data": {"n": 1' + b"0" * 150_000 + b"}}", "#/data/n",
    ),
    "number with too long a fraction": (b'{"type": "a.b", "data": {"n": 1e-20000}}', "#/data/n"),
}  # fmt: skip


@pytest.mark.parametrize(("raw", "pointer"), UNSTORABLE.values(), ids=UNSTORABLE.keys())
async def test_the_field_that_cannot_be_stored_is_named(
    raw: bytes, pointer: str, tenant: Tenant
) -> None:
    problem = problem_of(await tenant.client.request("POST", "/v1/events", raw=raw), 422)
    assert [p for place, p in named(problem) if place == "body" and p.startswith(pointer)], problem


async def test_nothing_of_it_is_stored(tenant: Tenant, platform: PrivateStack) -> None:
    before = census(platform, tenant.tenant_id)
    for raw, _ in UNSTORABLE.values():
        await tenant.client.request("POST", "/v1/events", raw=raw)
    assert census(platform, tenant.tenant_id) == before


@pytest.mark.parametrize("depth", [101, 1_000, 100_000])
@pytest.mark.parametrize(("opening", "closing"), [(b"[", b"]"), (b'{"a":', b"}")])
async def test_nesting_has_a_limit(
    depth: int, opening: bytes, closing: bytes, tenant: Tenant
) -> None:
    raw = b'{"type": "a.b", "data": ' + opening * depth + b"1" + closing * depth + b"}"
    problem = problem_of(await tenant.client.request("POST", "/v1/events", raw=raw), 422)
    assert named(problem) == {("body", "#")}


async def test_text_that_only_looks_unstorable_is_kept_as_it_is(tenant: Tenant) -> None:
    data = {"backslash": "\\u0000", "pair": "😀", "edge": "￿", "small": 5e-324, "deep": [[[[1]]]]}
    made = await tenant.client.post("/v1/events", {"type": "a.b", "data": data})
    shown = await tenant.client.get(f"/v1/events/{made.json['event_id']}")
    assert shown.json["data"] == data
