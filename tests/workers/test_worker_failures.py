"""What is kept of an error: useful to its reader, harmless to everyone else."""

import orjson
import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.failures import describe, failure


@given(st.text(st.characters(), max_size=10_000))
def test_any_text_is_kept_as_bounded_json_that_the_database_takes(text: str) -> None:
    kept = orjson.dumps(failure(text, text, text))
    assert b"\\u0000" not in kept
    sizes = [len(str(value).encode()) for value in failure(text, text, text).values()]
    assert sum(sizes) <= 8192


def test_an_error_whose_message_cannot_be_read_is_still_described() -> None:
    class Unreadable(Exception):
        def __str__(self) -> str:
            raise RuntimeError

    assert describe(Unreadable())["message"] == "(the error has no readable message)"


def test_the_place_is_named_without_the_folders_of_this_machine() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        _ = 1 / 0
    detail = describe(caught.value)["detail"]
    assert detail.startswith("workers/test_worker_failures.py:")


def test_a_group_names_each_of_its_errors() -> None:
    group = ExceptionGroup("two", [ValueError("a"), KeyError("b")])
    assert describe(group)["message"] == "ValueError: a; KeyError: 'b'"


def test_a_database_error_shows_its_code() -> None:
    class Refused(psycopg.errors.CheckViolation):
        pass

    assert describe(Refused("new row violates"))["detail"].startswith("SQLSTATE 23514")


def test_a_lost_connection_names_no_host() -> None:
    lost = psycopg.OperationalError('connection to server at "10.1.2.3" failed')
    assert describe(lost)["message"] == "the database was not available"
