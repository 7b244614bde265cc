"""The route table: what the catalogue says, made ready to match, check and document requests.

A table never changes. A new catalogue makes a new one; requests in flight finish on the old.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from api.schemas import Argument, Schema
from api.validation import Form

_VARIABLE = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")


@dataclass(frozen=True, slots=True)
class Route:
    """One operation: where it is, what it takes, what it may answer."""

    route_id: int
    method: str
    path: str
    kind: str  # call or stream
    operation_id: str
    public: bool
    idempotency: str  # none, optional or required
    form: Form
    entry: Mapping[str, Any]  # as the catalogue has it


# What every stream takes, for clients that can't set the header Last-Event-ID.
POSITION = Argument("last_event_id", "query", False, {"type": "string", "maxLength": 200})

Methods = Mapping[str, Route]


class RouteTable:
    """The routes of one version of the catalogue."""

    def __init__(
        self, version: str, routes: Iterable[Route], schemas: Mapping[str, Schema]
    ) -> None:
        self.version = version
        self.routes = tuple(routes)
        self.schemas = schemas
        self._exact: dict[bytes, dict[str, Route]] = {}
        self._templates: dict[int, list[tuple[re.Pattern[bytes], dict[str, Route]]]] = {}
        for path, methods in sorted(self._by_path().items()):
            if "{" not in path:
                self._exact[path.encode()] = methods
            else:  # sorted: a literal segment goes before a variable one
                segments = self._templates.setdefault(path.count("/"), [])
                segments.append((_pattern(path), methods))

    @classmethod
    def from_catalogue(cls, text: str) -> "RouteTable":
        """Builds the table from the JSON text of `gateway.catalogue()`."""
        catalogue = orjson.loads(text)
        schemas = catalogue.get("schemas") or {}
        routes = [_route(entry, schemas) for entry in catalogue["routes"]]
        return cls(str(catalogue["version"]), routes, schemas)

    def match(self, path: bytes) -> tuple[Methods | None, list[tuple[str, bytes]]]:
        """The operations at a raw path, by method, and the path's variable segments."""
        methods = self._exact.get(path)
        if methods is not None:
            return methods, []
        for pattern, methods in self._templates.get(path.count(b"/"), ()):
            if found := pattern.fullmatch(path):
                return methods, list(found.groupdict().items())
        return None, []

    def _by_path(self) -> dict[str, dict[str, Route]]:
        paths: dict[str, dict[str, Route]] = {}
        for route in self.routes:
            paths.setdefault(route.path, {})[route.method] = route
        return paths


def allow(methods: Iterable[str]) -> str:
    """The value of an Allow header: HEAD goes with GET, OPTIONS is always answered."""
    names = {*methods, "OPTIONS"}
    return ", ".join(sorted(names | {"HEAD"} if "GET" in names else names))


def _pattern(path: str) -> re.Pattern[bytes]:
    parts = _VARIABLE.split(path)  # literal, name, literal, name, …
    text = "".join(
        f"(?P<{part}>[^/]+)" if index % 2 else re.escape(part) for index, part in enumerate(parts)
    )
    return re.compile(text.encode())


def _arguments(entry: Mapping[str, Any]) -> list[Argument]:
    arguments = [
        Argument(argument["name"], argument["in"], bool(argument["required"]), argument["schema"])
        for argument in entry["arguments"]
    ]
    if entry["kind"] == "stream" and all(one.name != POSITION.name for one in arguments):
        arguments.append(POSITION)
    return arguments


def _route(entry: Mapping[str, Any], schemas: Mapping[str, Schema]) -> Route:
    return Route(
        route_id=entry["route_id"],
        method=entry["method"],
        path=entry["path"],
        kind=entry["kind"],
        operation_id=entry["operation_id"],
        public=bool(entry["public"]),
        idempotency=entry["idempotency"],
        form=Form(_arguments(entry), schemas),
        entry=entry,
    )
