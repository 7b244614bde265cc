"""What the database takes for a cron expression or a time zone, the worker can compute with."""

from __future__ import annotations

import zoneinfo

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.house import START, House
from tests.schedules.test_cron import expressions
from tests.sessions import Session
from workers.cron import Cron

# Mostly near misses: what is wrong in one place.
letters = some.text(alphabet="0123456789*/-,LW#?SUNFEB@ ", max_size=6)
spoilt = some.builds(
    lambda fields, place, part: " ".join([*fields[:place], part, *fields[place + 1 :]]),
    some.lists(
        some.sampled_from(["*", "0", "5", "*/7", "1-3", "FEB", "mon-FRI"]), min_size=5, max_size=5
    ),
    some.integers(0, 4),
    letters,
)
shared = settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def checker(house: House) -> Session:
    return house.session("queue_owner")


def takes(checker: Session, check: str, text: str) -> bool:
    try:
        checker.rows(f"select queue.check_{check}(%s)", text)
    except psycopg.Error as refusal:
        assert refusal.sqlstate == "QU422"
        return False
    return True


@shared
@given(text=some.one_of(expressions, spoilt))
def test_every_expression_that_is_taken_fires_some_day(checker: Session, text: str) -> None:
    if takes(checker, "cron", text):
        fields = checker.value("select queue.expand_cron(%s)", text)
        assert Cron(fields, "UTC").next_after(START)


@shared
@given(text=expressions)
def test_every_standard_expression_is_taken(checker: Session, text: str) -> None:
    assert takes(checker, "cron", text)


@pytest.mark.parametrize("word", ["hourly", "daily", "midnight", "weekly", "monthly", "yearly"])
def test_words_mean_what_the_library_can_compute(checker: Session, word: str) -> None:
    assert takes(checker, "cron", f"@{word}")
    assert Cron(checker.value("select queue.expand_cron(%s)", f"@{word}"), "UTC").next_after(START)


def test_every_zone_that_is_taken_is_known_here_and_hardly_one_is_not(checker: Session) -> None:
    names = zoneinfo.available_timezones() | {"Mars/Olympus", "CEST", "Foo/Bar3", "europe/berlin"}
    taken = {name for name in names if takes(checker, "time_zone", name)}

    assert taken <= zoneinfo.available_timezones()
    refused = {name for name in zoneinfo.available_timezones() - taken if "/" in name}
    assert {name for name in refused if not name.startswith("Etc/")} == set()
