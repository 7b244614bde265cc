"""Plays GitHub: sends deliveries, each until it is accepted."""

import asyncio
from collections.abc import Iterator
from uuid import uuid4

from demo.client import Client
from demo.data import Delivery
from demo.ledger import Ledger
from demo.messages import Refused


async def send_all(
    client: Client, ledger: Ledger, deliveries: Iterator[Delivery], concurrency: int
) -> None:
    """Sends the deliveries over so many connections at once and notes what is accepted."""
    async with asyncio.TaskGroup() as group:
        for _ in range(concurrency):
            group.create_task(_send(client, ledger, deliveries))


async def _send(client: Client, ledger: Ledger, deliveries: Iterator[Delivery]) -> None:
    for delivery in deliveries:
        account = ledger.accounts[delivery.owner]
        delivery_guid = str(uuid4())  # as in GitHub's X-GitHub-Delivery
        try:
            answer = await client.post(
                "/v1/events", account.tenant.api_key, delivery.request, delivery_guid
            )
            emitted = answer.expect(201)
        except Refused as error:
            account.troubles.append(str(error))
            continue
        ledger.replayed += answer.is_replay
        ledger.accept(delivery.owner, emitted["event_id"], emitted["job_ids"])
