"""The only SQL: a call of a function, whose names are checked."""

import psycopg
import pytest

from common.calls import statement
from common.faults import Backoff, Unavailable, is_transient, is_unavailable, retrying


def test_a_call_is_written_with_placeholders_only() -> None:
    expected = b"select * from queue.settle(%s, %s, results => %s)"
    assert statement("queue.settle", 2, ("results",)) == expected


@pytest.mark.parametrize("name", ["settle", "queue.settle; drop", 'queue."a"', "a.b.c", "Q.a", ""])
def test_what_is_not_a_plain_function_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="function"):
        statement(name, 0, ())


def test_what_is_not_a_plain_argument_is_refused() -> None:
    with pytest.raises(ValueError, match="argument"):
        statement("queue.settle", 0, ("a => 1, b",))


@pytest.mark.parametrize(
    ("error", "unavailable", "transient"),
    [
        (Unavailable("x"), True, True),
        (psycopg.OperationalError("server closed the connection"), True, True),
        (psycopg.errors.AdminShutdown("x"), True, True),
        (psycopg.errors.ProtocolViolation("x"), True, True),
        (psycopg.errors.TooManyConnections("x"), True, True),
        (psycopg.errors.SerializationFailure("x"), False, True),
        (psycopg.errors.DeadlockDetected("x"), False, True),
        (psycopg.errors.QueryCanceled("x"), False, False),
        (psycopg.errors.UniqueViolation("x"), False, False),
        (ValueError("x"), False, False),
    ],
)
def test_an_error_tells_whether_to_try_again(
    error: Exception, unavailable: bool, transient: bool
) -> None:
    assert is_unavailable(error) is unavailable
    assert is_transient(error) is transient


def test_waits_grow_to_a_bound() -> None:
    backoff = Backoff(first=1, longest=10)
    waits = [backoff.next() for _ in range(100)]
    assert waits[0] <= 1
    assert 5 <= waits[-1] <= 10


async def test_retrying_stops_at_its_deadline_and_at_what_cannot_help() -> None:
    tries = 0

    async def fails() -> None:
        nonlocal tries
        tries += 1
        raise Unavailable("gone") if tries < 3 else ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await retrying(fails, seconds=5)
    assert tries == 3
    tries = 0
    with pytest.raises(Unavailable):
        await retrying(fails, seconds=0)
    assert tries == 1
