"""Logs as JSON lines in the OpenTelemetry log model, and the registry of metrics."""

import json
import logging
import re
import sys
import traceback
from collections.abc import Mapping
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any, Protocol

import orjson
from prometheus_client import (
    CollectorRegistry,
    GCCollector,
    PlatformCollector,
    ProcessCollector,
    disable_created_metrics,
)

_LONGEST = 16_384
_SEVERITY = {"DEBUG": 5, "INFO": 9, "WARNING": 13, "ERROR": 17, "CRITICAL": 21}
_SECRETS = re.compile(
    r"hwd_[A-Za-z0-9_\-]{4,}"
    r"|(?<=://)[^\s/@\"]+(?=@)"
    r"|(?i:(?<=bearer )[^\s\"\\,]+)"
    r"|(?i:(?<=password=)[^\s\"\\,&]+)"
    r"|(?<=Failing row contains )(?:[^\"\\\n]|\\[^n])+"
)
TRACEPARENT = re.compile(r"[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}")


class Scope(Protocol):
    """What is being worked on (a request, a job); its attributes are added to each log line."""

    @property
    def trace(self) -> str | None:
        """The W3C `traceparent` that this work belongs to."""

    def log_attributes(self) -> Mapping[str, object]:
        """Attributes by OpenTelemetry name; no payloads and no secrets."""


scope: ContextVar[Scope | None] = ContextVar("scope", default=None)


def fields(**attributes: object) -> dict[str, dict[str, object]]:
    """Make the `extra` of a log call: each attribute gets the prefix `howdah.`."""
    return {"attributes": {f"howdah.{name}": value for name, value in attributes.items()}}


def redact(text: str) -> str:
    """Replace credentials, passwords, bearer tokens and refused rows in a text by `[redacted]`."""
    return _SECRETS.sub("[redacted]", text)


class JsonFormatter(logging.Formatter):
    """Writes one log record as one line of JSON."""

    def __init__(self, resource: Mapping[str, str]) -> None:
        super().__init__()
        self._resource = dict(resource)

    def format(self, record: logging.LogRecord) -> str:
        """Give the line, without secrets and of bounded length."""
        working_on = scope.get()
        attributes: dict[str, object] = {}
        if working_on is not None:
            attributes.update(working_on.log_attributes())
        attributes.update(getattr(record, "attributes", {}))
        if record.exc_info and record.exc_info[1] is not None:
            attributes.update(_exception(record.exc_info[1]))
        line: dict[str, Any] = {
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "severity_text": record.levelname,
            "severity_number": _SEVERITY.get(record.levelname, 9),
            "body": record.getMessage()[:_LONGEST],
            "scope": record.name,
            "attributes": attributes,
            "resource": self._resource,
        }
        if working_on is not None and working_on.trace:
            parent = TRACEPARENT.fullmatch(working_on.trace)
            if parent:
                line["trace_id"], line["span_id"] = parent.groups()
        return redact(_encode(line))


def _encode(line: Mapping[str, Any]) -> str:
    try:
        return orjson.dumps(line, default=str).decode()
    except TypeError:  # text that is not valid Unicode, or a number beyond 64 bits
        text = json.dumps(line, default=str, ensure_ascii=False)
        return text.encode(errors="replace").decode()


def _exception(error: BaseException) -> dict[str, object]:
    stack = "".join(traceback.format_exception(error))
    return {
        "exception.type": f"{type(error).__module__}.{type(error).__qualname__}",
        "exception.message": str(error)[:_LONGEST],
        "exception.stacktrace": stack[-_LONGEST:],
    }


def configure_logging(service: str, instance: str, level: str = "INFO") -> None:
    """Send every log record of this process to standard error, as JSON lines.

    `service` and `instance` become `service.name` and `service.instance.id`.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter({"service.name": service, "service.instance.id": instance}))
    logging.basicConfig(handlers=[handler], level=level, force=True)
    logging.getLogger("asyncio").setLevel(logging.WARNING)


def new_registry() -> CollectorRegistry:
    """Make a registry that already measures the process: memory, processor, files, collector."""
    disable_created_metrics()  # type: ignore[no-untyped-call]
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    PlatformCollector(registry=registry)
    GCCollector(registry=registry)
    return registry
