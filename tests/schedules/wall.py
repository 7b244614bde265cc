"""When an expression fires, found minute by minute: slow, and plain to see.

The days and hours that an expression names are read from the library, how clocks change is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from cronsim import CronSim

MINUTE = timedelta(minutes=1)
WIDEST_CHANGE = timedelta(hours=4)


def times(expression: str, time_zone: str, since: datetime, until: datetime) -> list[datetime]:
    """All times after `since` up to `until`, which are whole minutes in UTC."""
    zone = ZoneInfo(time_zone)
    minute, hour, *_ = expression.split()
    if minute.startswith("*") or hour.startswith("*"):
        minutes = _minutes(since + MINUTE, until)
        return [time for time in minutes if _fits(expression, _shown(time, zone))]
    walls = _minutes(_shown(since, zone) - WIDEST_CHANGE, _shown(until, zone) + WIDEST_CHANGE)
    found = {_first_past(wall, zone) for wall in walls if _fits(expression, wall)}
    return sorted(time for time in found if since < time <= until)


def _minutes(first: datetime, last: datetime) -> Iterator[datetime]:
    while first <= last:
        yield first
        first += MINUTE


def _shown(time: datetime, zone: ZoneInfo) -> datetime:
    """What a clock on the wall shows."""
    return time.astimezone(zone).replace(tzinfo=None)


def _first_past(wall: datetime, zone: ZoneInfo) -> datetime:
    """The first moment at which the wall shows this time, or a later one that follows it."""
    while _shown(time := wall.replace(tzinfo=zone).astimezone(UTC), zone) != wall:
        wall += MINUTE
    return time


def _fits(expression: str, wall: datetime) -> bool:
    cron = CronSim(expression, wall)
    return (
        wall.minute in cron.minutes
        and wall.hour in cron.hours
        and wall.month in cron.months
        and cron.match_day(wall.date())
    )
