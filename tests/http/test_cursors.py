"""Cursors that were not made for the query that they come with."""

from __future__ import annotations

import base64
from urllib.parse import quote

import pytest

from tests.client import Tenant
from tests.http.routes import Catalogue
from tests.problems import named, problem_of

GARBAGE = (
    "", "x", "null", "0", "-1", "' or true --", "%00", "%F0%9F%98%80", "a" * 21, "a" * 22, "=" * 24,
    "A" * 43, "A" * 3000, "....", "a%20b", "AAAA%0AAAAAAAAAAAAAAAAAAAAA",
)  # fmt: skip


async def first_cursor(tenant: Tenant, query: str = "limit=1") -> str:
    """Emits two events and gives the cursor behind the first page."""
    for _ in range(2):
        await tenant.client.post("/v1/events", {"type": "a.b", "key": "k"})
    cursor = (await tenant.client.get(f"/v1/events?{query}")).json["next_cursor"]
    assert isinstance(cursor, str)
    return cursor


async def assert_refused(tenant: Tenant, path: str, cursor: str) -> None:
    """Checks that a cursor is refused by name."""
    glue = "&" if "?" in path else "?"
    answer = await tenant.client.get(f"{path}{glue}cursor={quote(cursor, safe='%')}")
    assert named(problem_of(answer, 422)) == {("query", "#/cursor")}


@pytest.mark.parametrize("cursor", GARBAGE)
async def test_garbage_is_refused(cursor: str, tenant: Tenant) -> None:
    await assert_refused(tenant, "/v1/events", cursor)


async def test_garbage_is_refused_by_every_list(tenant: Tenant, catalogue: Catalogue) -> None:
    for route in catalogue.routes:
        if route.page and not route.is_operators:
            path = route.at({a.name: catalogue.value(a) for a in route.of("path")})
            for cursor in ("x", "A" * 43):
                await assert_refused(tenant, path, cursor)


async def test_every_changed_character_is_noticed(tenant: Tenant) -> None:
    cursor = await first_cursor(tenant)
    text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    for place in range(len(text)):
        changed = bytes([*text[:place], text[place] ^ 1, *text[place + 1 :]])
        await assert_refused(
            tenant, "/v1/events", base64.urlsafe_b64encode(changed).decode().rstrip("=")
        )


async def test_a_cursor_that_is_cut_or_lengthened_is_refused(tenant: Tenant) -> None:
    cursor = await first_cursor(tenant)
    for other in (cursor[:-4], cursor[:22], cursor + "AAAA", cursor[4:]):
        await assert_refused(tenant, "/v1/events", other)


async def test_another_tenants_cursor_is_refused(tenant: Tenant, other_tenant: Tenant) -> None:
    await assert_refused(tenant, "/v1/events", await first_cursor(other_tenant))


async def test_a_cursor_of_another_list_is_refused(tenant: Tenant) -> None:
    await assert_refused(tenant, "/v1/jobs", await first_cursor(tenant))


async def test_a_cursor_of_other_filters_is_refused(tenant: Tenant) -> None:
    await assert_refused(tenant, "/v1/events?key=k", await first_cursor(tenant))
    await assert_refused(tenant, "/v1/events", await first_cursor(tenant, "limit=1&key=k"))
    await assert_refused(
        tenant, "/v1/events?key=other", await first_cursor(tenant, "limit=1&key=k")
    )


async def test_a_cursor_goes_with_another_limit(tenant: Tenant) -> None:
    cursor = await first_cursor(tenant)
    answer = await tenant.client.get(f"/v1/events?limit=7&cursor={quote(cursor)}")
    assert len(answer.json["items"]) == 1
