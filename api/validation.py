"""The form of a request: each route's arguments, checked before the database is asked.

Form only (types, required, unknown, ranges, sizes), never meaning. Validators are compiled once per
route from the catalogue's schemas; a valid request costs a few microseconds.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from jsonschema_rs import Draft202012Validator, ValidationError

from api import json_text
from api.json_text import MAX_ERRORS, pointer
from api.parameters import Reader, error, reader, values_of_query
from api.problems import FieldError, Problem
from api.schemas import Argument, Schema, closed_object, type_of


class Form:
    """What a route's arguments must look like; turns a request into their JSON text."""

    def __init__(self, arguments: Sequence[Argument], components: Mapping[str, Schema]) -> None:
        body = [argument for argument in arguments if argument.place == "body"]
        others = [argument for argument in arguments if argument.place != "body"]
        self.places = {argument.name: argument.place for argument in arguments}
        self.takes_body = bool(body)
        self._readers: dict[str, Reader] = {
            argument.name: reader(argument.schema, components) for argument in others
        }
        self._integers = [
            argument.name for argument in body if type_of(argument.schema, components) == "integer"
        ]
        self._body = _validator(body, components)
        self._parameters = _validator(others, components)

    def arguments(self, path: Mapping[str, str], query: bytes, body: bytes) -> bytes:
        """The arguments as one JSON object; raises Problem with every error found, up to 20.

        A body that brings all the arguments is passed on as it came.
        """
        values, errors = self._read_parameters(path, query)
        if body or self.takes_body:
            errors += self._read_body(body)
        if errors:
            raise Problem(
                "invalid-request", "the arguments are not valid", errors=errors[:MAX_ERRORS]
            )
        return _merge(values, body)

    def values(self, query: bytes) -> dict[str, Any]:
        """The arguments of a route that takes all of them from the query, as values."""
        return dict(orjson.loads(self.arguments({}, query, b"")))

    def _read_parameters(
        self, path: Mapping[str, str], query: bytes
    ) -> tuple[dict[str, Any], list[FieldError]]:
        texts, errors = values_of_query(query)
        for name in [name for name in texts if self.places.get(name) != "query"]:
            errors.append(error(name, "query", "is not a parameter of this operation"))
            del texts[name]
        values: dict[str, Any] = {}
        for name, text in {**path, **texts}.items():
            try:
                values[name] = self._readers[name](text)
            except ValueError as wrong:
                errors.append(error(name, self.places[name], str(wrong)))
        if not self._parameters.is_valid(values):
            unread = {name for name in texts.keys() | path.keys() if name not in values}
            errors += [
                found
                for name, found in self._explain(self._parameters, values)
                if name not in unread
            ]
        return values, errors

    def _read_body(self, text: bytes) -> list[FieldError]:
        try:
            value = json_text.read(text) if text else {}
        except Problem as problem:
            if problem.errors:
                return list(problem.errors)
            raise
        if type(value) is not dict:
            return [{"pointer": "#", "in": "body", "detail": "must be a JSON object"}]
        errors = [
            error(name, "body", "must be an integer, written without a fraction")
            for name in self._integers
            if type(value.get(name)) is float
        ]
        if not self._body.is_valid(value):
            errors += [found for _, found in self._explain(self._body, value, "body")]
        return errors

    def _explain(
        self, validator: Draft202012Validator, value: Any, place: str | None = None
    ) -> list[tuple[str, FieldError]]:
        """Each error with its argument's name; `place` where all of them must be, if in one."""
        found = []
        for wrong in validator.iter_errors(value):
            for path, detail in _readable(wrong):
                name = str(path[0]) if path else ""
                where = place or self.places.get(name, "query")
                found.append((name, {"pointer": pointer(path), "in": where, "detail": detail}))
            if len(found) >= MAX_ERRORS:
                break
        return found


def _validator(
    arguments: Sequence[Argument], components: Mapping[str, Schema]
) -> Draft202012Validator:
    schema = closed_object(
        {argument.name: argument.schema for argument in arguments},
        [argument.name for argument in arguments if argument.required],
        components,
    )
    return Draft202012Validator(schema, validate_formats=True, mask="the value")


def _readable(wrong: ValidationError) -> list[tuple[list[str | int], str]]:
    """Each path that an error is about, with a sentence that starts with a verb."""
    path = list(wrong.instance_path)
    kind = wrong.kind
    match kind.name:
        case "required":
            return [([*path, kind.as_dict()["property"]], "is required")]
        case "additionalProperties" | "unevaluatedProperties":
            return [([*path, name], "is not known here") for name in kind.as_dict()["unexpected"]]
        case "format":
            return [(path, f"is not a valid {kind.as_dict()['format']}")]
    return [(path, wrong.message.removeprefix("the value ")[:200])]


def _merge(values: Mapping[str, Any], body: bytes) -> bytes:
    """One JSON object of the parameters and of the body's own text."""
    if not values:
        return body or b"{}"
    text = orjson.dumps(values)
    inner = body.strip()[1:].lstrip()
    if inner in (b"", b"}"):
        return text
    return text[:-1] + b"," + inner
