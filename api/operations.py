"""One operation of the OpenAPI document, from one entry of the catalogue."""

from collections.abc import Mapping
from typing import Any

from api.operation_answers import answer, refusals, success
from api.schemas import Schema, type_of

Document = dict[str, Any]
Entry = Mapping[str, Any]

_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "description": "A random text for each intent; repeating it repeats the answer, not the act.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255},
}
_POSITION = {
    "in": "header",
    "name": "Last-Event-ID",
    "required": False,
    "description": "The id of the last event received; the stream goes on after it.",
    "schema": {"type": "string", "maxLength": 200},
}


def operation(entry: Entry, schemas: Mapping[str, Schema]) -> Document:
    """The operation object: what an operation takes, answers and refuses."""
    described: Document = {
        "operationId": entry["operation_id"],
        "summary": entry.get("summary") or entry["operation_id"],
        "tags": entry.get("tags") or [],
        "security": [] if entry["public"] else [{"bearer": []}],
        "responses": {str(success(entry)): answer(entry), **refusals(entry)},
    }
    description = entry.get("description") or ""
    if entry.get("permission"):
        described["x-permission"] = entry["permission"]
        description += f"\n\nNeeds the permission `{entry['permission']}`."
    if description:
        described["description"] = description.strip()
    if parameters := _parameters(entry, schemas):
        described["parameters"] = parameters
    if body := _body(entry):
        described["requestBody"] = body
    return described


def _parameters(entry: Entry, schemas: Mapping[str, Schema]) -> list[Document]:
    parameters = [
        _parameter(argument, schemas) for argument in entry["arguments"] if argument["in"] != "body"
    ]
    if entry["idempotency"] != "none":
        parameters.append({**_KEY, "required": entry["idempotency"] == "required"})
    if entry["kind"] == "stream":
        parameters.append(_POSITION)
        if all(parameter["name"] != "last_event_id" for parameter in parameters):
            parameters.append({**_POSITION, "name": "last_event_id", "in": "query"})
    return parameters


def _parameter(argument: Entry, schemas: Mapping[str, Schema]) -> Document:
    kind = type_of(argument["schema"], schemas)
    parameter: Document = {
        "name": argument["name"],
        "in": argument["in"],
        "required": argument["in"] == "path" or argument["required"],
        "description": argument.get("description") or argument["name"],
    }
    if kind == "object":
        return {**parameter, "content": {"application/json": {"schema": _schema(argument)}}}
    if kind == "array":
        parameter |= {"style": "form" if argument["in"] == "query" else "simple", "explode": False}
    return {**parameter, "schema": _schema(argument)}


def _schema(argument: Entry) -> Any:
    """The argument's schema with its description and default; a reference keeps beside them."""
    if not isinstance(argument["schema"], dict):
        return argument["schema"]
    extra = {"description": argument.get("description"), "default": argument.get("default")}
    return {
        **{name: value for name, value in extra.items() if value is not None},
        **argument["schema"],
    }


def _body(entry: Entry) -> Document | None:
    arguments = [argument for argument in entry["arguments"] if argument["in"] == "body"]
    if not arguments:
        return None
    required = [argument["name"] for argument in arguments if argument["required"]]
    schema: Document = {
        "type": "object",
        "properties": {argument["name"]: _schema(argument) for argument in arguments},
        "additionalProperties": False,
    }
    if required:
        schema["required"] = required
    content: Document = {"schema": schema}
    if example := (entry.get("examples") or {}).get("request"):
        content["example"] = example
    return {"required": bool(required), "content": {"application/json": content}}
