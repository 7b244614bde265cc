"""One look at the log: a call of `gateway.follow(…)` and what it says."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from api.events import Event
from api.problems import Problem, from_refusal
from common.calls import Caller

BATCH = 500


@dataclass(slots=True)
class Reading:
    """What became visible since a position, for a set of credentials."""

    position: str
    more: bool  # the batch was full: read on at once
    granted: dict[int, Any] = field(default_factory=dict)  # index of a credential: its tenant
    refused: dict[int, Problem] = field(default_factory=dict)  # index of a credential: why
    events: dict[Any, list[Event]] = field(default_factory=dict)  # by tenant, in order

    def of_one(self) -> list[Event]:
        """The events of a reading for one credential; raises its Problem when it was refused."""
        if 0 in self.refused:
            raise self.refused[0]
        return self.events.get(self.granted.get(0), [])


async def follow(
    database: Caller, route_id: int, credentials: Sequence[bytes], position: str | None
) -> Reading:
    """Calls `gateway.follow(…)`: the events after `position`, or only where now is for None.

    Raises VE410 when the position can't be resumed, WG410 when the route is gone.
    """
    rows = await database.call("gateway.follow", route_id, list(credentials), position, BATCH)
    kind, _, reached, name, _ = rows[0]
    if kind != "position":
        raise ValueError(f"gateway.follow began with {kind}, not with its position")
    reading = Reading(reached, name == "more")
    for kind, tenant, identity, name, data in rows[1:]:
        if kind == "event":
            reading.events.setdefault(tenant, []).append(Event(identity, name, data))
        elif kind == "granted":
            reading.granted[int(identity) - 1] = tenant
        elif kind == "refused":
            reading.refused[int(identity) - 1] = _refusal(name, data)
    return reading


def _refusal(status: str | None, body: str | None) -> Problem:
    return from_refusal(int(status or 403), body, ())
