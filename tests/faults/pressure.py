"""A platform under load for as long as a block runs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.client import Client, Tenant
from tests.faults.load import Load

SENDERS = 6
RULE = {"event_type": "github.*", "kind": "demo.record_delivery", "queue": "github"}


@asynccontextmanager
async def loaded(base_url: str, operator_key: str) -> AsyncIterator[Load]:
    """A load that runs while the block does; at its end everything that was accepted is settled."""
    async with Client(base_url, operator_key) as operator:
        tenant = await Tenant.create(operator)
    async with tenant, asyncio.TaskGroup() as group:
        assert (await tenant.client.post("/v1/rules", RULE)).status == 201
        load = Load(tenant)
        listening = group.create_task(load.listen())
        await load.listens.wait()
        senders = [group.create_task(load.send()) for _ in range(SENDERS)]
        await load.goes_on()
        yield load
        load.is_over = True
        await asyncio.gather(*senders)
        await load.settled()
        listening.cancel()
        for name in ("events", "jobs", "activity"):
            await load.read(name)
