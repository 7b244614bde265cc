"""A small catalogue in the shape that `gateway.catalogue()` gives."""

from __future__ import annotations

from typing import Any

import orjson

from api.routes import RouteTable

SCHEMAS: dict[str, Any] = {
    "thing": {"type": "object", "properties": {"name": {"type": "string"}}},
    "number": {"type": "integer", "minimum": 1, "maximum": 9223372036854775807},
}


def argument(name: str, place: str, schema: Any, *, required: bool = False) -> dict[str, Any]:
    """An argument of a route."""
    return {"name": name, "in": place, "schema": schema, "required": required}


def route(route_id: int, method: str, path: str, **changes: Any) -> dict[str, Any]:
    """A route that anybody may call and that takes nothing, with changes."""
    return {
        "route_id": route_id,
        "method": method,
        "path": path,
        "kind": "call",
        "operation_id": f"{method.lower()}_{route_id}",
        "summary": "Does it",
        "description": "Does it at once.",
        "tags": ["things"],
        "permission": None,
        "public": True,
        "idempotency": "none",
        "success_status": 200,
        "page": False,
        "arguments": [],
        "result": {"$ref": "#/components/schemas/thing"},
        "errors": [],
        "examples": None,
    } | changes


ROUTES = [
    route(
        1,
        "POST",
        "/v1/things",
        idempotency="optional",
        success_status=201,
        arguments=[
            argument("name", "body", {"type": "string", "minLength": 1}, required=True),
            argument("size", "body", {"type": "integer", "maximum": 100}),
            argument("data", "body", {}),
        ],
        errors=[{"code": "TH409", "status": 409, "description": "It is there already."}],
        examples={"request": {"name": "a"}, "response": {"name": "a"}},
    ),
    route(
        2,
        "GET",
        "/v1/things",
        arguments=[
            argument("limit", "query", {"type": "integer", "minimum": 1, "maximum": 200}),
            argument("cursor", "query", {"type": "string"}),
        ],
    ),
    route(3, "GET", "/v1/things/first"),
    route(
        4,
        "GET",
        "/v1/things/{thing_id}",
        public=False,
        permission="thing.read",
        arguments=[
            argument("thing_id", "path", {"$ref": "#/components/schemas/number"}, required=True)
        ],
    ),
    route(
        5,
        "GET",
        "/v1/stream",
        kind="stream",
        public=False,
        result=None,
        arguments=[argument("types", "query", {"type": "array", "items": {"type": "string"}})],
    ),
    route(6, "POST", "/v1/payments", idempotency="required", public=False),
]


def catalogue(routes: list[dict[str, Any]] | None = None, version: str = "1") -> str:
    """The catalogue as JSON text."""
    entries = ROUTES if routes is None else routes
    return orjson.dumps({"version": version, "routes": entries, "schemas": SCHEMAS}).decode()


def table() -> RouteTable:
    """The table made of it."""
    return RouteTable.from_catalogue(catalogue())
