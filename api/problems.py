"""Refusals: RFC 9457 problem documents, and the one table from SQLSTATE to problem.

Nothing here looks at message text. What a service's own SQL raised was written for the caller and
is passed on; what the server's machinery says may name tables, and stays in the log.
"""

import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

import orjson
import psycopg

from api.problem_types import TYPES

CONTENT_TYPE = (b"content-type", b"application/problem+json")
RETRY_AFTER = (b"retry-after", b"1")
_KEY = "Idempotency-Key"
TRANSIENT = frozenset({"40001", "40P01"})  # serialization failure, deadlock: worth another try

FieldError = dict[str, str]  # {"pointer": "#/data/x", "in": "body", "detail": "is required"}

_OWN = re.compile(r"(?!XX)[A-Z]{2}[45][0-9]{2}")
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


class Problem(Exception):
    """A refusal on its way to the client, as a code of `TYPES` or of a service."""

    def __init__(
        self,
        code: str,
        detail: str | None = None,
        *,
        status: int | None = None,
        errors: Sequence[FieldError] = (),
        headers: Sequence[tuple[bytes, bytes]] = (),
        members: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(code, detail)
        known = TYPES.get(code)
        self.code = code
        self.status = status or (known.status if known else status_of(code))
        self.title = known.title if known else phrase(self.status)
        self.detail = detail
        self.errors = errors
        self.headers = list(headers)
        self.members = members or {}
        self._complete_headers()

    def _complete_headers(self) -> None:
        names = {name for name, _ in self.headers}
        if self.status == 401 and b"www-authenticate" not in names:
            self.headers.append((b"www-authenticate", b"Bearer"))
        if self.status == 503 and b"retry-after" not in names:
            self.headers.append(RETRY_AFTER)

    def document(self, request_id: str) -> bytes:
        """The problem document as JSON text; members that are empty are left out."""
        members = {
            "type": f"/problems/{self.code}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "code": self.code,
            "request_id": request_id,
            "errors": list(self.errors),
            **self.members,
        }
        return orjson.dumps({name: value for name, value in members.items() if value})


def is_own(code: str) -> bool:
    """Whether a code is one that a service gives: two letters and a status."""
    return _OWN.fullmatch(code) is not None


def status_of(code: str) -> int:
    """The HTTP status in the last three characters of a service's code; 500 for any other."""
    return int(code[2:]) if is_own(code) else 500


def phrase(status: int) -> str:
    """The standard's name of a status, e.g. 'Not Found'."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Error"


def from_refusal(status: int, body: str | None, headers: Sequence[tuple[bytes, bytes]]) -> Problem:
    """The problem for a refusal that `gateway.invoke` returned instead of raising it."""
    members: dict[str, Any] = orjson.loads(body) if body else {}
    for name in ("type", "status", "request_id"):
        members.pop(name, None)
    return Problem(
        str(members.pop("code", None) or f"WG{status}"),
        members.pop("detail", None),
        status=status,
        errors=members.pop("errors", None) or (),
        headers=headers,
        members=members,
    )


def from_database(error: psycopg.Error, places: Mapping[str, str] | None = None) -> Problem:
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
