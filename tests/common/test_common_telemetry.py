"""Logs: one line of JSON in the OpenTelemetry model, without secrets."""

import logging
import sys

import orjson
import pytest

from common.telemetry import JsonFormatter, fields, scope


def line(message: str, **extra: object) -> dict[str, object]:
    """Format one record and parse it."""
    record = logging.LogRecord("a.b", logging.WARNING, "f.py", 1, message, None, None)
    vars(record).update(extra)
    text = JsonFormatter({"service.name": "s"}).format(record)
    assert "\n" not in text
    parsed: dict[str, object] = orjson.loads(text)
    return parsed


def test_a_line_has_the_fields_of_the_log_model() -> None:
    written = line("hello", **fields(page_id=3))
    assert written["severity_text"] == "WARNING"
    assert written["severity_number"] == 13
    assert written["body"] == "hello"
    assert written["attributes"] == {"howdah.page_id": 3}
    assert written["resource"] == {"service.name": "s"}


def test_what_is_worked_on_is_named_with_its_trace() -> None:
    class Work:
        trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"

        def log_attributes(self) -> dict[str, object]:
            return {"howdah.kind": "k"}

    token = scope.set(Work())
    written = line("hello")
    scope.reset(token)
    assert written["trace_id"] == "0af7651916cd43dd8448eb211c80319c"
    assert written["span_id"] == "b7ad6b7169203331"
    assert written["attributes"] == {"howdah.kind": "k"}


@pytest.mark.parametrize(
    "text",
    [
        "key hwd_s3cret-s3cret",
        "Authorization: Bearer s3cret",
        "postgresql://me:s3cret@host/db",
        "host=x password=s3cret",
        'refused\nDETAIL:  Failing row contains (1, s3cret, {"a": "s3cret"}).',
    ],
)
def test_no_secret_is_written(text: str) -> None:
    assert "s3cret" not in str(line(text, **fields(error=text)))


def test_an_exception_has_its_type_message_and_stack() -> None:
    try:
        raise ValueError("why")
    except ValueError:
        written = line("oh", exc_info=sys.exc_info())
    attributes = written["attributes"]
    assert isinstance(attributes, dict)
    assert attributes["exception.type"] == "builtins.ValueError"
    assert attributes["exception.message"] == "why"
    assert "test_common_telemetry" in attributes["exception.stacktrace"]


def test_text_that_is_not_valid_unicode_is_written_all_the_same() -> None:
    assert line("half \ud800")["severity_text"] == "WARNING"
