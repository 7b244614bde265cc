"""Reading JSON text as strictly as it will be stored, and saying where it is wrong.

The fast look is orjson's. Only what it refuses is read again, slowly, by the standard library, to
tell text that is not JSON (400) from JSON that PostgreSQL can't hold (422, with a pointer).
A repeated key counts with its last value, here as in jsonb, so both see the same document.
"""

import json
import re
from collections.abc import Iterator
from math import isinf
from typing import Any
from urllib.parse import quote

import orjson

from api.problems import FieldError, Problem

MAX_DEPTH = 100
MAX_ERRORS = 20
_ESCAPED_NUL = b"\\u0000"
_LONGEST_FRACTION = 16383  # digits after the point that numeric holds
_NUMBER = re.compile(r"-?\d+(?:\.(\d+))?(?:[eE]([+-]?\d+))?")


class _Number(str):
    """A number as it was written."""

    __slots__ = ()


def read(text: bytes) -> Any:
    """Parses JSON text; raises Problem `malformed-body` or `invalid-request`."""
    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise _explain(text, error) from None
    if too_deep(value):
        raise _invalid([_error("#", f"is nested deeper than {MAX_DEPTH} levels")])
    if _ESCAPED_NUL in text:
        errors = list(_unstorable(value, ""))
        if errors:
            raise _invalid(errors)
    return value


def too_deep(value: Any) -> bool:
    """Whether objects and arrays nest deeper than `MAX_DEPTH`; looks level by level."""
    level = [value] if type(value) is dict or type(value) is list else []
    for _ in range(MAX_DEPTH):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if type(outer) is dict else outer)
            if type(inner) is dict or type(inner) is list
        ]
        if not level:
            return False
    return True


def unstorable(text: bytes) -> list[FieldError]:
    """What in well-formed JSON text PostgreSQL can't hold, by pointer; reads slowly."""
    return list(_unstorable(_read_slowly(text), ""))[:MAX_ERRORS]


def pointer(path: list[str | int]) -> str:
    """A JSON pointer in its form as a URI fragment, e.g. #/data/a~1b/0."""
    return "#" + "".join(_token(step) for step in path)


def _token(step: str | int) -> str:
    escaped = str(step).replace("~", "~0").replace("/", "~1")
    return "/" + quote(escaped.encode("utf-8", "replace"), safe="~!$&'()*+,;=:@?")


def _explain(text: bytes, error: orjson.JSONDecodeError) -> Problem:
    try:
        text.decode("utf-8")
    except UnicodeDecodeError as wrong:
        return Problem("malformed-body", f"byte {wrong.start} is not part of UTF-8 text")
    try:
        errors = list(_unstorable(_read_slowly(text), ""))
    except RecursionError:
        return _invalid([_error("#", f"is nested deeper than {MAX_DEPTH} levels")])
    except ValueError:
        errors = []
    if errors:
        return _invalid(errors)
    return Problem("malformed-body", error.msg + _position(error))


def _position(error: orjson.JSONDecodeError) -> str:
    return f" at line {error.lineno}, column {error.colno} (character {error.pos})"


def _read_slowly(text: bytes) -> Any:
    return json.loads(
        text.decode("utf-8"),
        parse_int=_Number,
        parse_float=_Number,
        parse_constant=_refuse_constant,
    )


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _unstorable(value: Any, at: str) -> Iterator[FieldError]:
    if isinstance(value, dict):
        for key, inner in value.items():
            here = at + _token(key)
            if reason := _bad_text(key):
                yield _error("#" + here, f"has a name with {reason}")
            yield from _unstorable(inner, here)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _unstorable(inner, at + _token(index))
    elif isinstance(value, _Number):
        if _out_of_range(value):
            yield _error("#" + at, "is a number out of range")
    elif isinstance(value, str) and (reason := _bad_text(value)):
        yield _error("#" + at, f"contains {reason}")


def _bad_text(text: str) -> str | None:
    if "\0" in text:
        return "a NUL character, which PostgreSQL's text can't hold"
    if any("\ud800" <= character <= "\udfff" for character in text):
        return "half of a surrogate pair"
    return None


def _out_of_range(number: str) -> bool:
    match = _NUMBER.fullmatch(number)
    if match is None or isinf(float(number)):
        return True
    fraction, exponent = match[1] or "", match[2] or "0"
    return len(exponent) > 9 or len(fraction) - int(exponent) > _LONGEST_FRACTION


def _error(where: str, detail: str) -> FieldError:
    return {"pointer": where, "in": "body", "detail": detail}


def _invalid(errors: list[FieldError]) -> Problem:
    return Problem("invalid-request", "the body can't be stored", errors=errors[:MAX_ERRORS])
