"""What an operation of the OpenAPI document may answer: its result, and its refusals."""

from collections.abc import Mapping
from typing import Any

from api.problem_types import TYPES
from api.problems import phrase

Document = dict[str, Any]
Entry = Mapping[str, Any]

_HEADERS = {"X-Request-Id": {"$ref": "#/components/headers/RequestId"}}


def success(entry: Entry) -> int:
    """The status of an answer that is no refusal."""
    return 200 if entry["kind"] == "stream" else int(entry["success_status"])


def answer(entry: Entry) -> Document:
    """The answer that is no refusal."""
    answer: Document = {"description": phrase(success(entry)), "headers": _HEADERS}
    if entry["kind"] == "stream":
        schema = {"type": "string", "description": "Server-Sent Events."}
        return {**answer, "content": {"text/event-stream": {"schema": schema}}}
    if entry.get("result") is None:
        return answer
    content: Document = {"schema": entry["result"]}
    if example := (entry.get("examples") or {}).get("response"):
        content["example"] = example
    return {**answer, "content": {"application/json": content}}


def refusals(entry: Entry) -> Document:
    """A response per status, listing the codes that come with it."""
    codes = dict.fromkeys(_own_codes(entry))
    lines: dict[int, list[str]] = {}
    for code in codes:
        lines.setdefault(TYPES[code].status, []).append(_line(code, TYPES[code].title))
    for error in entry.get("errors") or ():
        lines.setdefault(int(error["status"]), []).append(
            _line(error["code"], error.get("description") or phrase(int(error["status"])))
        )
    return {
        str(status): {
            "description": "\n".join(lines[status]),
            "headers": _HEADERS,
            "content": {
                "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
            },
        }
        for status in sorted(lines)
    }


def _own_codes(entry: Entry) -> list[str]:
    places = {argument["in"] for argument in entry["arguments"]}
    codes = ["internal", "unavailable"]
    if not entry["public"]:
        codes.append("unauthorized")
    if entry.get("permission"):
        codes.append("forbidden")
    if places or entry["method"] not in ("GET", "HEAD"):
        codes.append("invalid-request")
    if "path" in places:
        codes.append("not-found")
    if "body" in places:
        codes += ["malformed-body", "content-too-large", "unsupported-media-type"]
    if entry["idempotency"] == "required":
        codes.append("idempotency-key-missing")
    if entry["idempotency"] != "none":
        codes.append("malformed-header")
    return codes


def _line(code: str, text: str) -> str:
    return f"- [`{code}`](/problems/{code}): {text}"
