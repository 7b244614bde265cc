"""Idempotency-Key: its form, and the fingerprint that tells a repetition from another request.

The key and the effect are stored by the database in one transaction; here is only the header.
"""

import re
from hashlib import sha256

from api.problems import Problem

MAX_LENGTH = 255
_STRING = re.compile(rb'"((?:[ !#-\[\]-~]|\\["\\])*)"')  # a structured-field string
_BARE = re.compile(rb"[A-Za-z0-9\-._~:/+=]+")
_ESCAPE = re.compile(rb'\\(["\\])')


def key(header: bytes | None, policy: str) -> str | None:
    """The key that a header carries, as text; None when the route does not use keys.

    A quoted structured-field string is the norm; a bare token or UUID is understood as well.
    Raises Problem `idempotency-key-missing` where the policy is 'required', `malformed-header`.
    """
    if policy == "none":
        return None
    if header is None:
        if policy == "required":
            raise Problem("idempotency-key-missing", "this operation needs an Idempotency-Key")
        return None
    text = header.strip()
    if match := _STRING.fullmatch(text):
        text = _ESCAPE.sub(rb"\1", match[1])
    elif _BARE.fullmatch(text) is None:
        raise Problem("malformed-header", "Idempotency-Key is not a structured-field string")
    if not 0 < len(text) <= MAX_LENGTH:
        raise Problem("malformed-header", f"Idempotency-Key has not 1 to {MAX_LENGTH} characters")
    return text.decode("ascii")


def fingerprint(method: str, path: bytes, query: bytes, body: bytes) -> bytes:
    """SHA-256 over what makes two requests the same: method, path, query and body."""
    head = b"%s %s?%s\n" % (method.encode(), path, query)
    return sha256(head + body).digest()
