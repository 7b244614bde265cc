"""The one table from SQLSTATE to problem.

Nothing here looks at message text. What a service's own SQL raised was written for the caller and
is passed on; what the server's machinery says may name tables, and stays in the log.
"""

from collections.abc import Mapping
from typing import Any

import psycopg

from api.problems import FieldError, Problem, is_own

_KEY = "Idempotency-Key"
TRANSIENT = frozenset({"40001", "40P01"})  # serialization failure, deadlock: worth another try

_STATES = {
    "23503": "conflict",
    "23505": "conflict",
    "23P01": "conflict",
    "23502": "invalid-request",
    "23514": "invalid-request",
    "P0002": "not-found",
    "42501": "forbidden",
    "25006": "unavailable",  # the primary became a standby
    "40001": "unavailable",
    "40P01": "unavailable",
    "55P03": "unavailable",  # a lock was not to be had in time
}
_CLASSES = {
    "08": "unavailable",
    "22": "invalid-request",
    "53": "unavailable",
    "54": "invalid-request",  # a value beyond what the server can hold or index
    "57": "unavailable",
}


def problem_of(error: psycopg.Error, places: Mapping[str, str] | None = None) -> Problem:
    """The problem for an error of the database, its pool or the connection.

    `places` tells where each argument of the route travels (`path`, `query` or `body`), so that
    an error that names a column can point at the argument of that name.
    """
    state = error.sqlstate
    if state is None:
        return Problem(_without_state(error))
    places = {**(places or {}), _KEY: "header"}
    if is_own(state):
        return _own(state, error, places)
    code = _STATES.get(state) or _CLASSES.get(state[:2]) or "internal"
    if code in {"internal", "unavailable"}:
        return Problem(code)
    detail = _detail(error)
    errors = _errors(error, places, detail)
    return Problem(code, detail, errors=errors, members=_hint(error))


def _own(state: str, error: psycopg.Error, places: Mapping[str, str]) -> Problem:
    reason = error.diag.message_detail
    members = {**_hint(error), **({"reason": reason} if reason else {})}
    detail = error.diag.message_primary
    return Problem(state, detail, errors=_errors(error, places, detail), members=members)


def _without_state(error: psycopg.Error) -> str:
    if isinstance(error, psycopg.DataError):
        return "invalid-request"
    if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        return "unavailable"
    return "internal"


def _raised(error: psycopg.Error) -> bool:
    return error.diag.source_function == "exec_stmt_raise"


def _hint(error: psycopg.Error) -> dict[str, Any]:
    hint = error.diag.message_hint
    return {"hint": hint} if hint and _raised(error) else {}


def _detail(error: psycopg.Error) -> str | None:
    if _raised(error):
        return error.diag.message_primary
    rule = error.diag.constraint_name
    return f"this rule must hold: {rule.replace('_', ' ')}" if rule else None


def _errors(
    error: psycopg.Error, places: Mapping[str, str], detail: str | None
) -> list[FieldError]:
    column = error.diag.column_name or _subject(error.diag.constraint_name, places)
    if column is None or column not in places:
        return []
    pointer = f"#/{column}"
    return [{"pointer": pointer, "in": places[column], "detail": detail or "is not acceptable"}]


def _subject(rule: str | None, places: Mapping[str, str]) -> str | None:
    """The argument that a rule is about: rules are sentences, `key_has_1_to_200_characters`."""
    names = [name for name in places if rule and rule.startswith(f"{name}_")]
    return max(names, key=len, default=None)
