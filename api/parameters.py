"""Path and query parameters: from text to the JSON types that their schemas name."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote_to_bytes

import orjson

from api.json_text import pointer, too_deep
from api.problems import FieldError, Problem
from api.schemas import Schema, resolve, type_of

MAX_PARAMETERS = 100
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,39})")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,39})(?:\.[0-9]{1,40})?(?:[eE][+-]?[0-9]{1,2})?")
_BOOLEANS = {"true": True, "false": False}

Reader = Callable[[str], Any]


def reader(schema: Schema, components: Mapping[str, Schema]) -> Reader:
    """The function that turns a parameter's text into a value of the schema's type.

    It raises ValueError with what was expected. Whether the value is allowed is the schema's
    business. Arrays are written with commas, objects as JSON text.
    """
    kind = type_of(schema, components)
    if kind == "array":
        items = resolve(schema, components).get("items", True)
        return _array_reader(reader(items, components))
    return _READERS.get(kind, _string)


def values_of_path(values: Iterable[tuple[str, bytes]]) -> dict[str, str]:
    """Decodes the variable segments of a path; what is not UTF-8 text leads nowhere: 404."""
    try:
        return {name: unquote_to_bytes(raw).decode("utf-8") for name, raw in values}
    except UnicodeDecodeError:
        raise Problem("not-found", "the path is not UTF-8 text") from None


def values_of_query(query: bytes) -> tuple[dict[str, str], list[FieldError]]:
    """Splits a query string into names and texts; repeated names are errors."""
    if not query:
        return {}, []
    try:
        pairs = parse_qsl(
            query.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MAX_PARAMETERS,
        )
    except UnicodeDecodeError:
        raise _invalid("the query is not UTF-8 text") from None
    except ValueError:
        raise _invalid(f"the query has more than {MAX_PARAMETERS} parameters") from None
    values: dict[str, str] = {}
    errors: list[FieldError] = []
    for name, text in pairs:
        if name in values:
            errors.append(error(name, "query", "is given more than once"))
        values[name] = text
    return values, errors


def error(name: str, place: str, detail: str) -> FieldError:
    """An entry of a problem's `errors` about one argument."""
    return {"pointer": pointer([name]), "in": place, "detail": detail}


def _invalid(detail: str) -> Problem:
    return Problem("invalid-request", detail)


def _string(text: str) -> str:
    if "\0" in text:
        raise ValueError("contains a NUL character, which PostgreSQL's text can't hold")
    return text


def _integer(text: str) -> int:
    if _INTEGER.fullmatch(text) is None:
        raise ValueError("must be an integer")
    return int(text)


def _number(text: str) -> Any:
    if _NUMBER.fullmatch(text) is None:
        raise ValueError("must be a number")
    return orjson.loads(text)


def _boolean(text: str) -> bool:
    if text not in _BOOLEANS:
        raise ValueError("must be true or false")
    return _BOOLEANS[text]


def _object(text: str) -> Any:
    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError:
        raise ValueError("must be JSON text") from None
    if too_deep(value) or "\\u0000" in text:
        raise ValueError("can't be stored")
    return value


def _array_reader(item: Reader) -> Reader:
    def array(text: str) -> list[Any]:
        return [item(part) for part in text.split(",")] if text else []

    return array


_READERS: dict[str, Reader] = {
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "object": _object,
}
