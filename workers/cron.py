"""When a cron expression fires in a time zone, also on the days on which the clocks change.

The library knows expressions and the calendar. It is asked in wall-clock time alone, where it is
exact; placing that in real time is done here, for changes of any width. As in Vixie's cron, an
expression whose minutes or hours begin with `*` follows the clock on the wall through a change: it
skips what the wall skips and repeats what the wall repeats. Any other one names times of the day:
one that does not exist fires when the clocks have been put forward, one that exists twice fires
the first time.
"""

from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from cronsim import CronSim, CronSimError

_STRIDE = timedelta(hours=6)  # no zone changes its offset twice within it
_SECOND = timedelta(seconds=1)
_WINDOW = timedelta(hours=1)


class UnknownTime(Exception):
    """The expression or the time zone means nothing here."""


class Cron:
    """A cron expression of five fields in a time zone. Raises UnknownTime when one is wrong.

    All moments that it gives are in UTC.
    """

    def __init__(self, expression: str, time_zone: str) -> None:
        self._expression = expression
        try:
            self._zone = ZoneInfo(time_zone)
            CronSim(expression, datetime.min)
        except CronSimError as error:
            raise UnknownTime(f"the cron expression is wrong: {error}") from error
        except (LookupError, ValueError, OSError) as error:
            raise UnknownTime(f"there is no time zone {time_zone!r} here") from error
        minutes, hours = expression.split()[:2]
        self._follows_the_wall = minutes.startswith("*") or hours.startswith("*")

    def after(self, moment: datetime) -> Iterator[datetime]:
        """Give all times after a moment, in order; ends when none comes within 50 years."""
        moment = moment.astimezone(UTC).replace(microsecond=0)
        return self._on_the_wall(moment) if self._follows_the_wall else self._of_the_day(moment)

    def next_after(self, moment: datetime) -> datetime | None:
        """Give the first time after a moment; None when none comes within 50 years."""
        return next(self.after(moment), None)

    def newest(self, count: int, since: datetime, until: datetime) -> list[datetime]:
        """Give the last so many times that are after `since` and not after `until`, in order.

        Looks back in growing windows, so that a long absence costs no more than a short one.
        """
        window = count * _WINDOW
        while True:
            start = max(since, until - window)
            found = deque(takewhile(lambda time: time <= until, self.after(start)), count)
            if len(found) == count or start == since:
                return list(found)
            window *= 8

    def _of_the_day(self, moment: datetime) -> Iterator[datetime]:
        last = moment
        for wall in CronSim(self._expression, _wall(moment, self._offset(moment))):
            time = self._place(wall)
            if time > last:
                last = time
                yield time

    def _on_the_wall(self, moment: datetime) -> Iterator[datetime]:
        """Go from one change of the clocks to the next; in between the offset stays the same."""
        offset = self._offset(moment)
        start = _wall(moment, offset)
        change: datetime | None = moment
        while change is not None:
            moment, change = change, None
            for wall in CronSim(self._expression, start):
                time = wall.replace(tzinfo=UTC) - offset
                change = self._change_between(moment, time, offset)
                if change is not None:
                    offset = self._offset(change)
                    start = _wall(change, offset) - _SECOND
                    break
                yield time
                moment = time

    def _place(self, wall: datetime) -> datetime:
        """Find the moment at which the wall shows this time first, or is past it first."""
        local = wall.replace(tzinfo=self._zone)
        moment = local.astimezone(UTC)
        if _wall(moment, self._offset(moment)) == wall:
            return moment
        before = local.replace(fold=1).astimezone(UTC)
        return self._change_between(before, moment, self._offset(before)) or moment

    def _change_between(self, start: datetime, end: datetime, offset: timedelta) -> datetime | None:
        """Find the first moment up to `end` at which the offset is no longer that of `start`."""
        while start < end:
            probe = min(start + _STRIDE, end)
            if self._offset(probe) != offset:
                return self._change_within(start, probe, offset)
            start = probe
        return None

    def _change_within(self, same: datetime, other: datetime, offset: timedelta) -> datetime:
        while other - same > _SECOND:
            middle = same + (other - same) // _SECOND // 2 * _SECOND
            if self._offset(middle) == offset:
                same = middle
            else:
                other = middle
        return other

    def _offset(self, moment: datetime) -> timedelta:
        return moment.astimezone(self._zone).utcoffset() or timedelta()


def _wall(moment: datetime, offset: timedelta) -> datetime:
    """Give what a clock on the wall shows at a moment."""
    return (moment + offset).replace(tzinfo=None)
