"""Following the stream of events in a test database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tests.sessions import Session, Tenant


@dataclass(frozen=True)
class Reading:
    """One reading of the stream: the positions and numbers of the events, and how far it went."""

    events: list[tuple[str, int]]
    reached: str
    is_more: bool

    @property
    def event_ids(self) -> list[int]:
        return [event_id for _, event_id in self.events]


class Reader(Session):
    """Who follows the events of some tenants."""

    def __init__(self, dsn: str, tenants: Iterable[Tenant]) -> None:
        super().__init__(dsn, "api_owner")
        self._tenants = [tenant.tenant_id for tenant in tenants]

    def read(self, position: str | None, batch: int = 100) -> Reading:
        rows = self.rows(
            "select id, name, data::jsonb ->> 'event_id' from event.read(%s, %s, %s)",
            self._tenants,
            position,
            batch,
        )
        (reached, more, _), *events = rows
        return Reading([(at, int(number)) for at, _, number in events], reached, more == "more")

    def now(self) -> str:
        """The position behind everything."""
        return self.read(None).reached

    def read_on(self, position: str, batch: int = 100) -> Reading:
        """All that there is after a position."""
        events: list[tuple[str, int]] = []
        while True:
            reading = self.read(position, batch)
            events += reading.events
            position = reading.reached
            if not reading.is_more:
                return Reading(events, position, False)
