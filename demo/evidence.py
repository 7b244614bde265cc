"""What the API says at the end, tenant by tenant: the other side of every comparison."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any

from demo.client import Client
from demo.ledger import Account, Ledger
from demo.tenants import Tenant

PAGE = "200"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one tenant's key lists."""

    events: list[int]  # every event in the log
    deliveries: list[int]  # those of them that are deliveries
    ends: list[int]  # the jobs of which the log says that they succeeded
    states: list[tuple[int, str]]  # every job with its state
    activity: list[int]  # the events of which an activity was recorded
    repositories: dict[str, int]  # the repositories with their number of activities


async def collect(client: Client, ledger: Ledger) -> dict[str, Evidence]:
    """Reads all pages of all lists, by tenant. Raises Refused."""
    accounts = ledger.accounts
    found = await asyncio.gather(*(_collect_one(client, a.tenant) for a in accounts.values()))
    return dict(zip(accounts, found, strict=True))


async def _collect_one(client: Client, tenant: Tenant) -> Evidence:
    events, deliveries, ends = [], [], []
    async for event in _items(client, "/v1/events", tenant):
        events.append(event["event_id"])
        if event["type"].startswith("github."):
            deliveries.append(event["event_id"])
        elif event["type"] == "job.succeeded":
            ends.append(event["data"]["job_id"])
    return Evidence(
        events,
        deliveries,
        ends,
        [(job["job_id"], job["state"]) async for job in _items(client, "/v1/jobs", tenant)],
        [row["event_id"] async for row in _items(client, "/v1/activity", tenant)],
        {
            row["repository"]: row["activity_count"]
            async for row in _items(client, "/v1/repositories", tenant)
        },
    )


async def _items(client: Client, path: str, tenant: Tenant) -> AsyncIterator[Any]:
    """Every item of a list, page by page."""
    query = {"limit": PAGE}
    while True:
        page = (await client.get(path, tenant.api_key, **query)).expect(200)
        for item in page["items"]:
            yield item
        if page["next_cursor"] is None:
            return
        query["cursor"] = page["next_cursor"]


async def probe(client: Client, ledger: Ledger) -> tuple[int, list[str]]:
    """Asks with each tenant's key for one event and one job of each tenant, its own too.

    Gives the number of requests, and what was answered otherwise than it should be: 200 to the
    owner, 404 to everybody else. Raises Refused.
    """
    accounts = [account for account in ledger.accounts.values() if account.jobs_of]
    answers = await asyncio.gather(*(_probe_as(client, asker, accounts) for asker in accounts))
    return sum(count for count, _ in answers), [f for _, failures in answers for f in failures]


async def _probe_as(
    client: Client, asker: Account, accounts: Sequence[Account]
) -> tuple[int, list[str]]:
    failures = []
    paths = [(account, path) for account in accounts for path in _paths(account)]
    for account, path in paths:
        expected = 200 if account is asker else 404
        answer = await client.get(path, asker.tenant.api_key)
        if answer.status != expected:
            failures.append(
                f"{asker.tenant.name}: GET {path} of {account.tenant.name} was answered "
                f"{answer.status} instead of {expected}"
            )
    return len(paths), failures


def _paths(account: Account) -> list[str]:
    """One event of the tenant's, and one of its jobs."""
    event_id, job_ids = next(iter(account.jobs_of.items()))
    return [f"/v1/events/{event_id}", *(f"/v1/jobs/{job_id}" for job_id in job_ids[:1])]
