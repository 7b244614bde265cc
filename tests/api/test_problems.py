"""From SQLSTATE to problem document, without ever looking at message text."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import orjson
import psycopg
import pytest
from psycopg import errors

from api.problem_types import TYPES
from api.problems import Problem, from_refusal
from api.sqlstates import problem_of
from common.faults import Unavailable

PLACES = {"name": "body", "name_of_owner": "body", "limit": "query"}


def error(state: str, *, raised: bool = False, **fields: Any) -> psycopg.Error:
    """An error as the server reports it; `raised` by SQL of ours rather than by its machinery."""
    known = dict.fromkeys(
        ["message_primary", "message_detail", "message_hint", "column_name", "constraint_name"]
    )
    source = "exec_stmt_raise" if raised else "ExecConstraints"
    diagnostic = SimpleNamespace(**{**known, "source_function": source, **fields})
    kind = type("Reported", (psycopg.Error,), {"sqlstate": state, "diag": diagnostic})
    return kind()  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("state", "status"),
    [
        ("QU404", 404),
        ("IA401", 401),
        ("WG429", 429),
        ("EV503", 503),
        ("23503", 409),
        ("23505", 409),
        ("23P01", 409),
        ("23502", 422),
        ("23514", 422),
        ("22P02", 422),
        ("22003", 422),
        ("54000", 422),
        ("P0002", 404),
        ("42501", 403),
        ("40001", 503),
        ("40P01", 503),
        ("55P03", 503),
        ("53300", 503),
        ("57P01", 503),
        ("57014", 503),
        ("08006", 503),
        ("08P01", 503),
        ("25006", 503),
        ("P0001", 500),
        ("42P01", 500),
        ("XX000", 500),
        ("XX404", 500),
        ("HV000", 500),
        ("0A000", 500),
    ],
)
def test_each_state_has_its_status(state: str, status: int) -> None:
    assert problem_of(error(state)).status == status


@pytest.mark.parametrize(
    ("lost", "status"),
    [
        (errors.OperationalError("server closed the connection"), 503),
        (errors.InterfaceError("the connection is closed"), 503),
        (Unavailable("no connection got free"), 503),
        (errors.DataError("text fields cannot contain NUL"), 422),
        (errors.ProgrammingError("a bug"), 500),
    ],
)
def test_errors_without_a_state_are_judged_by_their_kind(lost: psycopg.Error, status: int) -> None:
    assert problem_of(lost).status == status


def test_what_our_sql_raised_reaches_the_caller() -> None:
    found = problem_of(
        error("QU409", raised=True, message_primary="lease 7 is lost", message_hint="Drop it."),
    )
    assert (found.detail, found.members) == ("lease 7 is lost", {"hint": "Drop it."})


def test_what_the_server_says_stays_inside() -> None:
    said = "permission denied for table tenancy.tenant"
    for state in ("42501", "XX000", "23505", "57014"):
        document = problem_of(error(state, message_primary=said)).document("r")
        assert said.encode() not in document


def test_a_broken_rule_is_told_as_its_sentence_with_the_argument_it_is_about() -> None:
    found = problem_of(error("23514", constraint_name="name_of_owner_is_short"), PLACES)
    assert found.detail == "this rule must hold: name of owner is short"
    assert [entry["pointer"] for entry in found.errors] == ["#/name_of_owner"]


def test_an_error_that_names_a_column_points_at_the_argument() -> None:
    found = problem_of(error("22023", raised=True, column_name="limit"), PLACES)
    assert [(entry["in"], entry["pointer"]) for entry in found.errors] == [("query", "#/limit")]
    key = problem_of(error("WG422", raised=True, column_name="Idempotency-Key"), PLACES)
    assert [entry["in"] for entry in key.errors] == ["header"]


def test_a_column_that_is_no_argument_is_not_told() -> None:
    assert not problem_of(error("23502", column_name="tenant_id"), PLACES).errors


def test_headers_that_a_status_asks_for_are_always_there() -> None:
    assert (b"www-authenticate", b"Bearer") in problem_of(error("IA401")).headers
    assert (b"retry-after", b"1") in problem_of(error("57P01")).headers
    patient = Problem("unavailable", headers=[(b"retry-after", b"9")])
    assert patient.headers == [(b"retry-after", b"9")]


def test_a_returned_refusal_becomes_a_problem_document() -> None:
    body = '{"code":"WG429","detail":"too many","limit":100,"status":200,"request_id":"x"}'
    found = from_refusal(429, body, [(b"retry-after", b"3")])
    assert orjson.loads(found.document("mine")) == {
        "type": "/problems/WG429",
        "title": "Too Many Requests",
        "status": 429,
        "detail": "too many",
        "code": "WG429",
        "request_id": "mine",
        "limit": 100,
    }
    assert (b"retry-after", b"3") in found.headers


def test_a_refusal_without_a_body_still_is_one() -> None:
    assert from_refusal(409, None, []).code == "WG409"


def test_every_type_explains_itself() -> None:
    for code, kind in TYPES.items():
        assert kind.code == code
        assert 400 <= kind.status < 600
        assert kind.meaning.endswith(".")
        assert kind.remedy.endswith(".")
