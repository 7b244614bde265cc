"""Credentials: the bearer secret of a request becomes its SHA-256, which is all that travels on."""

import re
from hashlib import sha256

from api.problems import Problem

_BEARER = re.compile(rb"bearer +([A-Za-z0-9\-._~+/]{1,4096}=*)", re.IGNORECASE)


def required(authorization: bytes | None) -> bytes:
    """The SHA-256 of the bearer secret in an Authorization header.

    Raises Problem `unauthorized` when the header is missing or not of the form `Bearer <secret>`.
    """
    if authorization is None:
        raise Problem("unauthorized", "this operation needs Authorization: Bearer <API key>")
    match = _BEARER.fullmatch(authorization.strip())
    if match is None:
        raise Problem(
            "unauthorized", "the Authorization header is not of the form Bearer <API key>"
        )
    return sha256(match[1]).digest()


def optional(authorization: bytes | None) -> bytes | None:
    """As `required`, for operations that are open to everyone: None without the header."""
    return None if authorization is None else required(authorization)
