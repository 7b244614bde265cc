"""Requests that nobody would think of: each argument mostly fits its schema, and then does not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC
from typing import Any
from urllib.parse import quote

from hypothesis import strategies as st

Request = tuple[str, str, bytes | None, dict[str, str]]  # method, address, body, headers
Strategy = st.SearchStrategy[Any]
Schema = Mapping[str, Any]

# Texts with what likes to break: quotes, blanks, ends of lines, NUL, surrogates, other planes.
TEXTS = st.text(max_size=40) | st.sampled_from(
    ["", "\0", "\ud800", "'; --", "%s", "{}", "\r\n", "😀", "a" * 300, "null", "NaN", "-0", "*"]
)
NUMBERS = st.integers() | st.floats() | st.sampled_from([2**31, 2**63, -(2**63), 10**400, 1e308])
VALUES: Strategy = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=8,
)
HEADERS = st.dictionaries(
    st.sampled_from(["Idempotency-Key", "Last-Event-ID", "X-Request-Id", "traceparent", "Accept"]),
    st.text(st.characters(codec="latin-1", exclude_categories=["Cc"]), max_size=30),
    max_size=1,
)


def mostly(usual: Strategy, unusual: Strategy) -> Strategy:
    """The usual in nine cases of ten."""
    return st.integers(0, 9).flatmap(lambda n: unusual if n == 0 else usual)


class Strategies:
    """Makes strategies from the schemas of an OpenAPI document."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document

    def requests(self) -> st.SearchStrategy[Request]:
        """Requests to any operation but those of the process itself."""
        operations = [
            self.request(method.upper(), path, operation)
            for path, methods in self._document["paths"].items()
            for method, operation in methods.items()
            if path.startswith("/v1/") or "{" in path
        ]
        return st.one_of(operations)

    def request(self, method: str, path: str, operation: Schema) -> st.SearchStrategy[Request]:
        """Requests to one operation."""
        parameters = {"path": {}, "query": {}, "header": {}}  # type: dict[str, dict[str, Strategy]]
        for parameter in operation.get("parameters", ()):
            parameters[parameter["in"]][parameter["name"]] = self.value(parameter["schema"])
        address = st.builds(
            lambda found, asked: path.format(**found) + _query(asked),
            st.fixed_dictionaries({name: _segment(v) for name, v in parameters["path"].items()}),
            mostly(
                st.fixed_dictionaries({}, optional=parameters["query"]),
                st.dictionaries(TEXTS, TEXTS, max_size=3),
            ),
        )
        return st.tuples(st.just(method), address, self._body(method, operation), HEADERS)

    def _body(self, method: str, operation: Schema) -> st.SearchStrategy[bytes | None]:
        content = operation.get("requestBody", {}).get("content", {}).get("application/json")
        if content is None:
            return st.none() if method == "GET" else mostly(st.none(), st.binary(max_size=60))
        fitting = self._fitting(content["schema"])
        changed = st.builds(lambda more: {**content.get("example", {}), **more}, fitting)
        texts = mostly(fitting | changed, VALUES).map(lambda value: json.dumps(value).encode())
        return mostly(texts, st.binary(max_size=60))

    def value(self, schema: Schema) -> Strategy:
        """Values of which most fit the schema."""
        return mostly(self._fitting(schema), VALUES)

    def _fitting(self, schema: Schema) -> Strategy:
        if "$ref" in schema:
            at: Any = self._document
            for step in schema["$ref"].removeprefix("#/").split("/"):
                at = at[step]
            return self._fitting(at)
        if "enum" in schema:
            return st.sampled_from(schema["enum"])
        if "anyOf" in schema:
            return st.one_of([self._fitting(one) for one in schema["anyOf"]])
        kinds = schema.get("type", "any")
        kinds = [kinds] if isinstance(kinds, str) else kinds
        return st.one_of([self._of_kind(kind, schema) for kind in kinds])

    def _of_kind(self, kind: str, schema: Schema) -> Strategy:
        match kind:
            case "integer":
                return st.integers(schema.get("minimum"), schema.get("maximum"))
            case "number":
                return st.floats(allow_nan=False, allow_infinity=False)
            case "boolean":
                return st.booleans()
            case "null":
                return st.none()
            case "string":
                return _string(schema)
            case "array":
                return st.lists(self.value(schema.get("items", {})), max_size=4)
            case "object" if "properties" in schema:
                fields = {name: self.value(one) for name, one in schema["properties"].items()}
                required = {name: fields.pop(name) for name in schema.get("required", ())}
                return st.fixed_dictionaries(required, optional=fields)
        return VALUES


def _string(schema: Schema) -> Strategy:
    match schema.get("format"):
        case "uuid":
            return st.uuids().map(str)
        case "date-time":
            return st.datetimes(timezones=st.just(UTC)).map(lambda moment: moment.isoformat())
    if "pattern" in schema:
        return st.from_regex(schema["pattern"], fullmatch=True)
    return st.text(min_size=schema.get("minLength", 0), max_size=schema.get("maxLength", 50))


def _segment(values: Strategy) -> st.SearchStrategy[str]:
    texts = values.map(lambda value: quote(str(value).encode("utf-8", "replace"), safe=""))
    return texts.filter(bool) | st.just("%ff")


def _query(asked: Mapping[str, object]) -> str:
    def encoded(value: object) -> str:
        return quote(str(value).encode("utf-8", "surrogatepass"), safe="")

    pairs = [f"{encoded(name)}={encoded(value)}" for name, value in asked.items()]
    return "?" + "&".join(pairs) if pairs else ""
