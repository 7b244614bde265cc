"""A log that answers `gateway.follow(…)` as the database does, out of memory.

Positions are what they are there: the number of the last event seen, as opaque text.
"""

from __future__ import annotations

import asyncio
import random
from typing import Any

import psycopg

Row = tuple[Any, ...]


class Gone(psycopg.Error):
    """The position can't be resumed."""

    sqlstate = "VE410"


class FakeLog:
    """Tenants are open to the credentials named after them: b"a-1" and b"a-2" open tenant a."""

    def __init__(self, batch: int = 3, seed: int = 0) -> None:
        self._chance = random.Random(seed)  # noqa: S311
        self.events: list[tuple[str, str]] = []  # tenant, name
        self.revoked: set[bytes] = set()
        self.readings: list[tuple[list[bytes], str | None]] = []
        self.fails_with: list[Exception] = []
        self.batch = batch

    def add(self, tenant: str, name: str = "it.happened") -> str:
        """Adds an event and gives its position."""
        self.events.append((tenant, name))
        return str(len(self.events))

    def positions(self, tenant: str, after: int = 0) -> list[str]:
        """Where the events of a tenant are."""
        return [str(at) for at, event in self._numbered() if event[0] == tenant and at > after]

    async def call(self, function: str, /, *arguments: Any, **_: Any) -> list[Row]:
        """Reads the log; time passes before and after the moment that the reading is of."""
        assert function == "gateway.follow"
        _, credentials, position, _ = arguments
        self.readings.append((credentials, position))
        await self._take_time()
        if self.fails_with:
            raise self.fails_with.pop(0)
        rows = self._read(credentials, position)
        await self._take_time()
        return rows

    async def _take_time(self) -> None:
        for _ in range(self._chance.randint(1, 6)):
            await asyncio.sleep(0)

    async def value(self, function: str, /, *arguments: Any, **named: Any) -> Any:
        """The first column of the first row."""
        return (await self.call(function, *arguments, **named))[0][0]

    def _read(self, credentials: list[bytes], position: str | None) -> list[Row]:
        allowed = {each.decode().split("-")[0] for each in credentials if each not in self.revoked}
        start = len(self.events) if position is None else int(position)
        if start < 0:
            raise Gone
        found = [
            (at, event) for at, event in self._numbered() if at > start and event[0] in allowed
        ]
        page = found[: self.batch]
        more = len(found) > len(page)
        reached = page[-1][0] if more else len(self.events)
        return [
            ("position", None, str(reached), "more" if more else None, None),
            *(("event", event[0], str(at), event[1], '{"key": "k"}') for at, event in page),
            *(self._check(each, place) for place, each in enumerate(credentials, 1)),
        ]

    def _check(self, credential: bytes, place: int) -> Row:
        tenant = credential.decode().split("-")[0]
        if credential in self.revoked:
            return ("refused", None, str(place), "401", '{"code": "IA401", "detail": "revoked"}')
        return ("granted", tenant, str(place), None, None)

    def _numbered(self) -> list[tuple[int, tuple[str, str]]]:
        return list(enumerate(self.events, 1))
