"""Clients under whose hands things break: what they were told, and what they hold us to."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from time import monotonic
from typing import Any

import aiohttp

from demo.sse import Message
from tests.client import Answer, Tenant
from tests.sse import StreamRefused, numbers, subscribed
from tests.waiting import eventually

SILENCE = 60.0  # seconds in which a stream says something, be it a heartbeat
PAUSE = 0.05  # seconds before a request that got no good answer is repeated
DELIVERY = {
    "type": "github.push",
    "data": {"repository": {"full_name": "octo-org/octo-repo"}, "sender": {"login": "octocat"}},
}


@dataclass
class Load:
    """What one tenant's clients sent, were answered, and heard."""

    tenant: Tenant
    accepted: dict[int, list[int]] = field(default_factory=dict)  # events with their jobs
    accepted_at: list[float] = field(default_factory=list)
    refusals: Counter[int] = field(default_factory=Counter)
    lost_connections: int = 0
    improper: list[str] = field(default_factory=list)  # answers that no client should get
    heard: list[int] = field(default_factory=list)  # events, in the order of the stream
    ended: list[int] = field(default_factory=list)  # jobs of which the stream said they succeeded
    listens: asyncio.Event = field(default_factory=asyncio.Event)
    is_over: bool = False
    lists: dict[str, list[Any]] = field(default_factory=dict)  # what the API lists in the end

    @property
    def job_ids(self) -> list[int]:
        """The jobs of everything that was accepted, in order."""
        return sorted(job_id for job_ids in self.accepted.values() for job_id in job_ids)

    @property
    def longest_gap(self) -> float:
        """The longest time, in seconds, in which nothing was accepted."""
        at = self.accepted_at
        return max(later - earlier for earlier, later in pairwise(at))

    async def goes_on(self, count: int = 60, seconds: float = 60.0) -> None:
        """Waits until so many more requests are accepted."""
        wanted = len(self.accepted) + count

        async def enough() -> bool:
            return len(self.accepted) >= wanted

        await eventually(enough, seconds, f"{count} more accepted requests")

    async def send(self) -> None:
        """Sends deliveries, each until it is accepted, until the load is over."""
        while not self.is_over:
            key = {"Idempotency-Key": f'"{secrets.token_hex()}"'}
            while not await self._is_accepted(key):  # noqa: ASYNC110  (it asks, nobody tells)
                await asyncio.sleep(PAUSE)

    async def _is_accepted(self, key: dict[str, str]) -> bool:
        try:
            answer = await self.tenant.client.post("/v1/events", DELIVERY, **key)
        except (aiohttp.ClientError, OSError):
            self.lost_connections += 1
            return False
        if answer.status != 201:
            self._note_refusal(answer)
            return False
        self.accepted[answer.json["event_id"]] = answer.json["job_ids"]
        self.accepted_at.append(monotonic())
        return True

    def _note_refusal(self, answer: Answer) -> None:
        """Proper is: not now, come back then; or that the first try still runs."""
        self.refusals[answer.status] += 1
        is_problem = answer.header("Content-Type") == "application/problem+json"
        is_later = answer.status == 503 and (answer.header("Retry-After") or "").isdigit()
        is_running = answer.status == 409 and is_problem and answer.json["code"] == "WG409"
        if not is_problem or not (is_later or is_running):
            self.improper.append(f"{answer.status} {answer.text}")

    async def listen(self) -> None:
        """Follows the stream until cancelled, and comes back whenever it ends."""
        last_id: str | None = None
        while True:
            try:
                async with subscribed(self.tenant.client, last_event_id=last_id) as subscriber:
                    last_id = subscriber.last_id
                    self.listens.set()
                    while message := await subscriber.next(SILENCE):
                        if message.id is not None:
                            self._hear(message)
                            last_id = message.id
            except StreamRefused as refusal:
                if refusal.status != 503:
                    self.improper.append(f"the stream: {refusal}")
            except (aiohttp.ClientError, OSError):
                self.lost_connections += 1  # what was missed comes after last_id
            await asyncio.sleep(PAUSE)

    def _hear(self, message: Message) -> None:
        self.heard += numbers([message])
        if message.name == "job.succeeded":
            self.ended.append(json.loads(message.data)["data"]["job_id"])

    async def settled(self, seconds: float = 60.0) -> None:
        """Waits until the stream has told of the end of every job, and a moment longer, in which
        what comes twice would come."""
        jobs = set(self.job_ids)

        async def all_ended() -> bool:
            return jobs <= set(self.ended)

        await eventually(all_ended, seconds, "the end of every job")
        await asyncio.sleep(0.3)

    async def read(self, name: str) -> None:
        """Reads all pages of a list of the API."""
        query = {"limit": "200"}
        while True:
            page = (await self.tenant.client.get(f"/v1/{name}", **query)).json
            self.lists.setdefault(name, []).extend(page["items"])
            if page["next_cursor"] is None:
                return
            query["cursor"] = page["next_cursor"]
