"""The OpenAPI 3.1 document of a route table."""

from collections.abc import Mapping, Sequence
from typing import Any

from api.operations import operation
from api.problem_types import TYPES
from api.problems import phrase
from api.schemas import Schema

Document = dict[str, Any]

_ERROR = {
    "type": "object",
    "description": "One thing that is wrong with the request.",
    "required": ["pointer", "in", "detail"],
    "properties": {
        "pointer": {"type": "string", "description": "A JSON pointer, as a URI fragment."},
        "in": {"type": "string", "enum": ["body", "query", "path", "header"]},
        "detail": {"type": "string", "description": "What is wrong, for a person."},
    },
}
PROBLEM: Document = {
    "type": "object",
    "description": "A problem document (RFC 9457).",
    "required": ["type", "title", "status", "code", "request_id"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference", "description": "Its page."},
        "title": {"type": "string", "description": "The kind of problem, for a person."},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": {"type": "string", "description": "What happened this time."},
        "code": {"type": "string", "description": "The kind of problem, for a program."},
        "request_id": {"type": "string", "description": "What the server's log calls it."},
        "hint": {"type": "string", "description": "What to do about it."},
        "reason": {"type": "string", "description": "Tells causes of one code apart."},
        "errors": {"type": "array", "items": _ERROR},
    },
    "examples": [
        {
            "type": "/problems/invalid-request",
            "title": "Invalid request",
            "status": 422,
            "detail": "the arguments are not valid",
            "code": "invalid-request",
            "request_id": "2f1acdc3c6a54b0f9d3c1f0e8f0c2a7d",
            "errors": [{"pointer": "#/type", "in": "body", "detail": "is required"}],
        }
    ],
}
_DESCRIPTION = """\
Every answer carries `X-Request-Id`. Every refusal is a problem document (RFC 9457) whose `type`
leads to a page that explains it. Lists are read page by page with `cursor` and `limit`.
Give an `Idempotency-Key` with whatever must not happen twice: the same key brings back the same
answer."""


def document(
    version: str, entries: Sequence[Mapping[str, Any]], schemas: Mapping[str, Schema], url: str
) -> Document:
    """The whole document, from the entries and the named schemas of the catalogue."""
    paths: dict[str, Document] = {}
    for entry in sorted(entries, key=lambda entry: (entry["path"], entry["method"])):
        paths.setdefault(entry["path"], {})[entry["method"].lower()] = operation(entry, schemas)
    tags = sorted({tag for entry in entries for tag in entry.get("tags") or ()})
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": "https://spec.openapis.org/oas/3.1/dialect/base",
        "info": {
            "title": "Howdah",
            "version": version[:12],
            "summary": "The endpoints of this platform, as the database declares them.",
            "description": _DESCRIPTION,
            "license": {"name": "The PostgreSQL Licence", "identifier": "PostgreSQL"},
        },
        "servers": [{"url": url, "description": "This installation."}],
        "tags": [
            *({"name": tag, "description": f"Operations on {tag}."} for tag in tags),
            {"name": "service", "description": "The API process itself."},
        ],
        "paths": {**paths, **_own_paths()},
        "components": {
            "schemas": {**schemas, "Problem": PROBLEM},
            "headers": {
                "RequestId": {
                    "description": "What the server's log calls the request.",
                    "schema": {"type": "string"},
                }
            },
            "securitySchemes": {
                "bearer": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "An API key: `Authorization: Bearer hwd_…`.",
                }
            },
        },
    }


def _own_paths() -> dict[str, Document]:
    problem = _page("problem", "Explains a kind of problem", "text/html", (404,))
    problem["parameters"] = [
        {
            "name": "code",
            "in": "path",
            "required": True,
            "description": "The code of the problem.",
            "schema": {"type": "string", "examples": sorted(TYPES)},
        }
    ]
    return {
        "/health/live": {"get": _page("live", "Is the process alive?", "application/json", ())},
        "/health/ready": {
            "get": _page("ready", "Can it answer requests?", "application/json", (503,))
        },
        "/problems/{code}": {"get": problem},
    }


def _page(name: str, summary: str, media_type: str, refusals: tuple[int, ...]) -> Document:
    content = {media_type: {"schema": {"type": "object" if "json" in media_type else "string"}}}
    failed = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        "operationId": name,
        "summary": summary,
        "tags": ["service"],
        "security": [],
        "responses": {
            "200": {"description": "The answer.", "content": content},
            **{
                str(status): {"description": phrase(status), "content": failed}
                for status in (*refusals, 405)
            },
        },
    }
