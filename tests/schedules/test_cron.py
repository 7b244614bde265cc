"""Times of cron expressions, above all on the days on which the clocks change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.schedules.wall import times
from workers.cron import Cron, UnknownTime

# The evenings before the clocks change: by an hour, half an hour, two; at midnight; for Ramadan.
CHANGES = {
    "Europe/Berlin": ("2026-03-28", "2026-10-24"),
    "America/New_York": ("2026-03-07", "2026-10-31"),
    "America/St_Johns": ("2026-03-07", "2026-10-31"),
    "America/Havana": ("2026-03-07", "2026-10-31"),
    "America/Santiago": ("2026-04-04", "2026-09-05"),
    "Africa/Cairo": ("2026-04-23", "2026-10-29"),
    "Africa/Casablanca": ("2026-02-14", "2026-03-21"),
    "Antarctica/Troll": ("2026-03-28", "2026-10-24"),
    "Asia/Beirut": ("2026-03-28", "2026-10-24"),
    "Australia/Lord_Howe": ("2026-04-04", "2026-10-03"),
    "Pacific/Chatham": ("2026-04-04", "2026-09-26"),
    "UTC": ("2026-03-28", "2028-02-28"),
}
EVENINGS = [(zone, day) for zone, days in CHANGES.items() for day in days]


def moment(text: str, zone: str = "UTC") -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def between(cron: Cron, since: datetime, until: datetime) -> list[datetime]:
    return list(takewhile(lambda time: time <= until, cron.after(since)))


def utc(found: Iterable[datetime]) -> list[str]:
    return [f"{time:%d %H:%M}" for time in found]


def field(low: int, high: int) -> some.SearchStrategy[str]:
    """A field of a cron expression, in every form that queue.check_cron takes."""
    number = some.integers(low, high)
    bounds = some.lists(number, min_size=2, max_size=2, unique=True).map(sorted)
    span = bounds.map(lambda ends: f"{ends[0]}-{ends[1]}")
    step = some.integers(1, high)
    item = some.one_of(
        some.just("*"),
        number.map(str),
        span,
        some.builds("{}/{}".format, some.one_of(some.just("*"), span), step),
    )
    return some.one_of(item, some.lists(item, min_size=1, max_size=3).map(",".join))


expressions = some.builds(
    "{} {} * * {}".format,
    field(0, 59),
    some.one_of(field(0, 23), field(0, 4)),
    some.one_of(some.just("*"), field(0, 7)),
)


@pytest.mark.timeout(300)
@settings(max_examples=150, deadline=None)
@given(expressions, some.sampled_from(EVENINGS), some.integers(0, 24 * 60 - 1), some.data())
def test_times_are_those_that_the_wall_shows(
    expression: str, evening: tuple[str, str], minute: int, data: some.DataObject
) -> None:
    zone, day = evening
    since = moment(day, zone) + timedelta(minutes=minute)
    until = since + timedelta(hours=36)
    cron = Cron(expression, zone)
    expected = times(expression, zone, since, until)

    assert between(cron, since, until) == expected
    count = data.draw(some.sampled_from([1, 2, 100]))
    assert cron.newest(count, since, until) == expected[-count:]
    for time, following in zip([since, *expected], expected, strict=False):
        assert cron.next_after(time) == following


@pytest.mark.parametrize(
    ("expression", "zone", "day", "expected"),
    [
        ("30 2 * * *", "Europe/Berlin", "2026-03-29", "29 01:00"),  # 02:30 is left out: at 03:00
        ("30 2 * * *", "Europe/Berlin", "2026-10-25", "25 00:30"),  # it comes twice: the first
        ("30 2 * * *", "America/New_York", "2026-03-08", "08 07:00"),
        ("30 1 * * *", "America/New_York", "2026-11-01", "01 05:30"),
        ("15 2 * * *", "Australia/Lord_Howe", "2026-10-04", "03 15:30"),  # 02:00 becomes 02:30
        ("45 1 * * *", "Australia/Lord_Howe", "2026-04-05", "04 14:45"),  # 02:00 becomes 01:30
        ("30 2 * * *", "Africa/Casablanca", "2026-03-22", "22 02:00"),
        ("30 2 * * *", "Africa/Casablanca", "2026-02-15", "15 01:30"),
        ("0 0 * * *", "America/Havana", "2026-03-08", "08 05:00"),  # midnight is left out
        ("30 1 * * *", "Antarctica/Troll", "2026-03-29", "29 01:00"),  # 01:00 becomes 03:00
    ],
)
def test_a_time_of_the_day_fires_once_on_each_day(
    expression: str, zone: str, day: str, expected: str
) -> None:
    begin = moment(day, zone) - timedelta(seconds=1)
    end = moment(f"{day} 23:59", zone)

    assert utc(between(Cron(expression, zone), begin, end)) == [expected]


def test_two_times_that_are_left_out_fire_together() -> None:
    cron = Cron("0,30 2 * * *", "Europe/Berlin")
    assert utc(between(cron, moment("2026-03-29"), moment("2026-03-29 23:00"))) == ["29 01:00"]


@pytest.mark.parametrize(("zone", "evening"), EVENINGS)
def test_every_quarter_of_an_hour_stays_one(zone: str, evening: str) -> None:
    since = moment(f"{evening} 12:00", zone)
    found = between(Cron("*/15 * * * *", zone), since, since + timedelta(days=1))

    steps = {after - before for before, after in zip([since, *found], found, strict=False)}
    assert steps == {timedelta(minutes=15)}


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Africa/Casablanca"])
@pytest.mark.parametrize("change", [0, 1])
def test_every_hour_stays_one(zone: str, change: int) -> None:
    since = moment(f"{CHANGES[zone][change]} 12:00", zone)
    found = between(Cron("0 * * * *", zone), since, since + timedelta(days=1))

    assert found == [since + timedelta(hours=hour) for hour in range(1, 25)]


def test_what_is_asked_between_the_two_passes_of_an_hour_is_not_repeated() -> None:
    second_pass = moment("2026-10-25 01:10")  # 02:10 in Berlin, for the second time
    assert utc([next(Cron("30 2 * * *", "Europe/Berlin").after(second_pass))]) == ["26 01:30"]
    assert utc([next(Cron("30 * * * *", "Europe/Berlin").after(second_pass))]) == ["25 01:30"]


def test_the_moment_itself_does_not_count() -> None:
    cron = Cron("0 12 * * *", "UTC")
    noon = moment("2026-01-01 12:00")
    assert cron.next_after(noon) == noon + timedelta(days=1)
    assert cron.next_after(noon - timedelta(microseconds=1)) == noon
    assert cron.newest(5, noon, noon + timedelta(hours=1)) == []
    assert cron.newest(5, noon - timedelta(hours=1), noon) == [noon]


def test_the_newest_of_many_are_found_without_going_through_all() -> None:
    until = moment("2026-06-01 12:00")
    found = Cron("* * * * *", "Europe/Berlin").newest(3, moment("1990-01-01"), until)
    assert found == [until - timedelta(minutes=minute) for minute in (2, 1, 0)]


def test_rare_days_are_found() -> None:
    cron = Cron("0 0 29 2 */7", "Europe/Berlin")  # a leap day that is a Sunday
    assert cron.next_after(moment("2026-01-01")) == moment("2032-02-29", "Europe/Berlin")
    assert Cron("* * 29 2 *", "Europe/Berlin").next_after(moment("2026-01-01")) == moment(
        "2028-02-29", "Europe/Berlin"
    )


@pytest.mark.parametrize(
    ("expression", "zone"),
    [
        ("* * *", "UTC"),
        ("61 * * * *", "UTC"),
        ("0 0 30 2 *", "UTC"),
        ("* * * * *", "Mars/Olympus"),
        ("* * * * *", "../../etc/passwd"),
        ("* * * * *", "Europe"),
        ("* * * * *", ""),
    ],
)
def test_what_means_nothing_is_refused(expression: str, zone: str) -> None:
    with pytest.raises(UnknownTime):
        Cron(expression, zone)
