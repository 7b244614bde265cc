"""What the engine needs to know about the JSON Schemas in the catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Schema = Mapping[str, Any] | bool

_PREFIX = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a route, as the catalogue describes it."""

    name: str
    place: str  # path, query or body
    required: bool
    schema: Schema


def resolve(schema: Schema, components: Mapping[str, Schema]) -> Mapping[str, Any]:
    """Follows references and single-branch `allOf` to the schema that says the type."""
    for _ in range(10):
        if isinstance(schema, bool):
            return {}
        reference = schema.get("$ref", "")
        branches = schema.get("allOf") or _not_null(
            schema.get("anyOf") or schema.get("oneOf") or ()
        )
        if isinstance(reference, str) and reference.startswith(_PREFIX):
            schema = components.get(reference.removeprefix(_PREFIX), True)
        elif "type" not in schema and len(branches) == 1:
            schema = branches[0]
        else:
            return schema
    return {}


def type_of(schema: Schema, components: Mapping[str, Schema]) -> str:
    """The JSON type of a parameter's value: 'integer', 'array', …; 'string' when none is named."""
    named = resolve(schema, components).get("type", "string")
    if isinstance(named, str):
        return named
    return next((name for name in named if name != "null"), "string")


def closed_object(
    properties: Mapping[str, Schema],
    required: list[str],
    components: Mapping[str, Schema],
) -> dict[str, Any]:
    """A self-contained schema for an object of exactly these properties."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": required,
        "additionalProperties": False,
        "components": {"schemas": dict(components)},
    }


def _not_null(branches: Any) -> list[Schema]:
    return [branch for branch in branches if branch != {"type": "null"}]
