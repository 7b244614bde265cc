"""Lists, page by page: complete, without repetition, whatever is added meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.client import Tenant

LATER = (datetime.now(UTC) + timedelta(days=300)).isoformat()
JOB = {"kind": "howdah.noop", "run_at": LATER}


async def walk(tenant: Tenant, path: str, limit: int, between: Any = None) -> list[list[Any]]:
    """All pages of a list; `between` is awaited after each of them."""
    query = {"limit": str(limit)}
    pages = []
    while True:
        page = (await tenant.client.get(path, **query)).json
        pages.append(page["items"])
        if page["next_cursor"] is None:
            return pages
        query["cursor"] = page["next_cursor"]
        if between is not None:
            await between()


async def test_a_walk_finds_everything_once_in_order(tenant: Tenant) -> None:
    made = (await tenant.client.post("/v1/jobs/bulk", {"jobs": [JOB] * 25})).json["job_ids"]
    pages = await walk(tenant, "/v1/jobs", 7)
    assert [len(page) for page in pages] == [7, 7, 7, 4]
    assert [job["job_id"] for page in pages for job in page] == sorted(made, reverse=True)


async def test_a_walk_is_not_disturbed_by_what_is_added_meanwhile(tenant: Tenant) -> None:
    made = (await tenant.client.post("/v1/jobs/bulk", {"jobs": [JOB] * 20})).json["job_ids"]

    async def add() -> None:
        await tenant.client.post("/v1/jobs", JOB)

    pages = await walk(tenant, "/v1/jobs", 3, between=add)
    assert [job["job_id"] for page in pages for job in page] == sorted(made, reverse=True)


async def test_a_walk_in_ascending_order_meets_what_is_added_ahead_of_it(tenant: Tenant) -> None:
    names = [f"key {number}" for number in range(6)]
    left = iter(names)

    async def add() -> None:
        if name := next(left, None):
            await tenant.client.post("/v1/api-keys", {"name": name, "role": "reader"})

    for _ in range(4):
        await add()
    pages = await walk(tenant, "/v1/api-keys", 2, between=add)
    assert [key["name"] for page in pages for key in page] == ["first key", *names]


async def test_a_full_last_page_has_no_next_one(tenant: Tenant) -> None:
    await tenant.client.post("/v1/jobs/bulk", {"jobs": [JOB] * 4})
    assert [len(page) for page in await walk(tenant, "/v1/jobs", 2)] == [2, 2]


async def test_an_empty_list_is_one_empty_page(tenant: Tenant) -> None:
    assert await walk(tenant, "/v1/rules", 5) == [[]]


async def test_a_filter_holds_on_every_page(tenant: Tenant) -> None:
    for number in range(12):
        await tenant.client.post("/v1/events", {"type": "a.b", "key": f"k{number % 2}"})
    pages = await walk(tenant, "/v1/events?key=k1&type=a.b", 4)
    assert [len(page) for page in pages] == [4, 2]
    assert {event["key"] for page in pages for event in page} == {"k1"}


@pytest.mark.parametrize("limit", [1, 200])
async def test_the_limits_of_a_page_are_1_and_200(limit: int, tenant: Tenant) -> None:
    await tenant.client.post("/v1/jobs/bulk", {"jobs": [JOB] * 201})
    page = (await tenant.client.get("/v1/jobs", limit=str(limit))).json
    assert len(page["items"]) == limit


async def test_a_page_holds_50_unless_told_otherwise(tenant: Tenant) -> None:
    await tenant.client.post("/v1/jobs/bulk", {"jobs": [JOB] * 51})
    assert len((await tenant.client.get("/v1/jobs")).json["items"]) == 50
