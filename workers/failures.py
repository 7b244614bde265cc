"""Errors as they are kept with a job: bounded, readable, and without the payload."""

import traceback
from pathlib import Path
from typing import NotRequired, TypedDict

import psycopg

from common.faults import is_unavailable

_LONGEST_TYPE = 256
_LONGEST_MESSAGE = 2048
_LONGEST_DETAIL = 4096
_FRAMES = 8
_OURS = {str(Path(__file__).parent), str(Path(__file__).parents[1] / "common")}


class Failure(TypedDict):
    """Why an attempt did not succeed: some 6 KiB at most."""

    type: str
    message: str
    detail: NotRequired[str]


def failure(kind: str, message: str, detail: str = "") -> Failure:
    """Make a failure of these texts, cut to what may be kept."""
    kept: Failure = {
        "type": clean(kind, _LONGEST_TYPE),
        "message": clean(message, _LONGEST_MESSAGE),
    }
    if detail:
        kept["detail"] = clean(detail, _LONGEST_DETAIL)
    return kept


def describe(error: BaseException) -> Failure:
    """Describe an error: its type, its message, and which lines of the handler it came through.

    The type is what the retry policies of a queue go by: the error's `error_type`, where it has
    one, else the name of its class. Of a database error only the primary message is kept, since
    the others may quote rows; of a lost or refused connection not even that, since it may name
    hosts.
    """
    detail = _frames(error)
    message = _text(error)
    if isinstance(error, psycopg.Error) and is_unavailable(error):
        message = "the database was not available"
    elif isinstance(error, psycopg.Error) and error.sqlstate:
        message = error.diag.message_primary or message
        constraint = error.diag.constraint_name
        detail.insert(0, f"SQLSTATE {error.sqlstate}" + (f", {constraint}" if constraint else ""))
    return failure(_type(error), message, "\n".join(detail))


def _type(error: BaseException) -> str:
    named = getattr(error, "error_type", None)
    if isinstance(named, str) and named:
        return named
    module = type(error).__module__
    name = type(error).__qualname__
    is_plain = module == "builtins" or module.startswith("workers.")
    return name if is_plain else f"{module}.{name}"


def _text(error: BaseException) -> str:
    if isinstance(error, BaseExceptionGroup):
        return "; ".join(f"{type(one).__name__}: {_text(one)}" for one in error.exceptions)
    try:
        return str(error)
    except Exception:
        return "(the error has no readable message)"


def _frames(error: BaseException) -> list[str]:
    """Name the last frames outside of the worker itself, each as `folder/file.py:line in name`."""
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if str(Path(frame.filename).parent) not in _OURS
    ]
    return [
        f"{'/'.join(Path(frame.filename).parts[-2:])}:{frame.lineno} in {frame.name}"
        for frame in frames[-_FRAMES:]
    ]


def clean(text: str, longest: int) -> str:
    """Cut to so many bytes of UTF-8, without what jsonb refuses: NUL and half characters."""
    data = text.replace("\x00", "\ufffd").encode(errors="replace")
    return data[:longest].decode(errors="ignore")
