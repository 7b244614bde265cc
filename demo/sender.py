"""Plays GitHub: sends deliveries, each until it is accepted."""

import asyncio
from collections.abc import Iterator
from time import monotonic
from uuid import uuid4

from demo.client import Client
from demo.data import Delivery
from demo.ledger import Ledger
from demo.messages import Refused


class Sender:
    """Sends over so many connections at once, and notes what is accepted."""

    def __init__(self, client: Client, ledger: Ledger, concurrency: int) -> None:
        self._client = client
        self._ledger = ledger
        self._concurrency = concurrency

    async def send(self, deliveries: Iterator[Delivery], rate: float | None = None) -> None:
        """Sends the deliveries as fast as they are accepted, or at most `rate` a second."""
        pace = _Pace(rate)
        async with asyncio.TaskGroup() as group:
            for _ in range(self._concurrency):
                group.create_task(self._send(deliveries, pace))

    async def _send(self, deliveries: Iterator[Delivery], pace: "_Pace") -> None:
        for delivery in deliveries:
            await pace.turn()
            account = self._ledger.accounts[delivery.owner]
            guid = str(uuid4())  # as in GitHub's X-GitHub-Delivery
            try:
                answer = await self._client.post(
                    "/v1/events", account.tenant.api_key, delivery.request, guid
                )
                emitted = answer.expect(201)
            except Refused as error:
                account.troubles.append(str(error))
                continue
            self._ledger.replayed += answer.is_replay
            self._ledger.accept(delivery.owner, emitted["event_id"], emitted["job_ids"])


class _Pace:
    """Lets one through at a time: one every 1/rate seconds, or at once without a rate."""

    def __init__(self, rate: float | None) -> None:
        self._interval = 1 / rate if rate else 0.0
        self._next_at = monotonic()

    async def turn(self) -> None:
        """Waits until it is the caller's turn."""
        mine = self._next_at
        self._next_at += self._interval
        if self._interval:
            await asyncio.sleep(max(0.0, mine - monotonic()))
