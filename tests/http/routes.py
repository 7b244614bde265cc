"""The route table as the tests read it, and requests made from nothing but what it says: what is
generated from here covers a new route without its being named in any test.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from jsonschema_rs import Draft202012Validator

from stack.stack import Stack

VARIABLE = re.compile(r"\{([a-z0-9_]+)\}")
# Arguments whose value must exist already, or means something to those who run the jobs.
REFERENCES = frozenset({"cron", "kind", "permissions", "queue", "role", "state", "time_zone"})


@dataclass(frozen=True)
class Argument:
    """One argument of a route."""

    name: str
    place: str
    required: bool
    schema: Mapping[str, Any]


@dataclass(frozen=True)
class Route:
    """One operation of the catalogue."""

    method: str
    path: str
    kind: str
    permission: str | None
    public: bool
    idempotency: str
    page: bool
    arguments: tuple[Argument, ...]
    example: Mapping[str, Any]

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def is_operators(self) -> bool:
        """Whether only those who run the platform may use it."""
        return (self.permission or "").startswith("operator.")

    @property
    def variables(self) -> list[str]:
        """The names of the variable segments of the path."""
        return VARIABLE.findall(self.path)

    @property
    def collection(self) -> str:
        """The path up to its first variable segment."""
        return self.path.partition("/{")[0]

    def of(self, place: str) -> list[Argument]:
        """The arguments that travel in the path, the query or the body."""
        return [argument for argument in self.arguments if argument.place == place]

    def at(self, values: Mapping[str, object]) -> str:
        """The path with these values in its variable segments."""
        return VARIABLE.sub(lambda found: quote(str(values[found[1]]), safe=""), self.path)


class Catalogue:
    """The routes of a platform, with the values that their examples give to arguments."""

    def __init__(self, text: str) -> None:
        catalogue = json.loads(text)
        self.schemas: Mapping[str, Any] = catalogue["schemas"]
        self.routes = [_route(entry) for entry in catalogue["routes"]]
        self._values: dict[str, Any] = {}
        for route in self.routes:
            for name, value in route.example.items():
                self._values.setdefault(name, value)

    @classmethod
    def of(cls, platform: Stack) -> Catalogue:
        """The catalogue of a running platform, as the database tells it."""
        with platform.connect() as connection:
            row = connection.execute("select gateway.catalogue()").fetchone()
        assert row is not None
        return cls(row[0])

    @property
    def calls(self) -> list[Route]:
        """The routes that give one answer: all but the streams."""
        return [route for route in self.routes if route.kind == "call"]

    @property
    def permissions(self) -> list[str]:
        """Every permission that a tenant's role can carry."""
        asked = {route.permission for route in self.routes if not route.is_operators}
        return sorted(permission for permission in asked if permission)

    def is_valid(self, argument: Argument, value: object) -> bool:
        """Whether the argument's schema accepts the value."""
        schema = {**argument.schema, "components": {"schemas": self.schemas}}
        return Draft202012Validator(schema, validate_formats=True).is_valid(value)

    def value(self, argument: Argument) -> Any:
        """A valid value: what some route's example has under this name, or whatever fits."""
        token = f"t{secrets.token_hex(4)}"
        fitting: Iterable[object] = (
            self._values.get(argument.name), token, 1, True, {}, [], [token], [{}],
            f"{token}@example.org", "2100-01-01T00:00:00Z",
            "00000000-0000-7000-8000-000000000000", *self._choices(argument.schema),
        )  # fmt: skip
        return next(value for value in fitting if self.is_valid(argument, value))

    def _choices(self, schema: Mapping[str, Any]) -> list[Any]:
        """The values that a schema names one by one."""
        named = schema.get("$ref", "").rpartition("/")[2]
        return [*schema.get("enum", ()), *self.schemas.get(named, {}).get("enum", ())]

    def body(self, route: Route, mark: str | None = None) -> dict[str, Any]:
        """A valid body: the example, completed by what is required. A mark begins each text that
        may be any text, and is a member of each object that may be any object."""
        body = dict(route.example)
        for argument in route.of("body"):
            if argument.required and argument.name not in body:
                body[argument.name] = self.value(argument)
            if mark and argument.name in body and argument.name not in REFERENCES:
                body[argument.name] = self._marked(argument, body[argument.name], mark)
        return body

    def _marked(self, argument: Argument, value: Any, mark: str) -> Any:
        marked: object = value
        if isinstance(value, str):
            marked = f"{mark}-{value}"
        elif isinstance(value, dict):
            marked = {**value, "mark": mark}
        return marked if self.is_valid(argument, marked) else value


def _route(entry: Mapping[str, Any]) -> Route:
    arguments = (
        Argument(a["name"], a["in"], a["required"], a["schema"]) for a in entry["arguments"]
    )
    same = ("method", "path", "kind", "permission", "public", "idempotency", "page")
    return Route(
        **{name: entry[name] for name in same},
        arguments=tuple(arguments),
        example=(entry["examples"] or {}).get("request") or {},
    )
