"""Refusals: RFC 9457 problem documents."""

import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

import orjson

from api.problem_types import TYPES

CONTENT_TYPE = (b"content-type", b"application/problem+json")
RETRY_AFTER = (b"retry-after", b"1")

FieldError = dict[str, str]  # {"pointer": "#/data/x", "in": "body", "detail": "is required"}

_OWN = re.compile(r"(?!XX)[A-Z]{2}[45][0-9]{2}")


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
