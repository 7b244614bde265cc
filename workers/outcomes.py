"""What became of a job, in the words of `queue.settle`, and how a handler says it."""

import math
import re
from typing import Literal, NotRequired, TypedDict

import orjson

from workers.failures import Failure, describe

_LONGEST_RESULT = 64 * 1024
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


class Retry(Exception):
    """Raise it to fail this attempt and name the wait, in seconds, before the next one."""

    def __init__(self, after: float, reason: str = "the handler asked for another try") -> None:
        super().__init__(reason)
        self.after = after


class Snooze(Exception):
    """Raise it to put the job off by some seconds without counting an attempt."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"put off for {seconds:g} s")
        self.seconds = seconds


class Dead(Exception):
    """Raise it when no further attempt can help; the reason is kept with the job."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)


class DeadlineExceeded(Dead):
    """The job's deadline passed: it is not started any more, or is cut off."""

    error_type = "deadline_exceeded"

    def __init__(self) -> None:
        super().__init__("the deadline of the job has passed")


class LeaseLost(Exception):
    """Another worker may have this job now: nothing that this attempt does will count."""


class UnknownKind(Exception):
    """This worker has no handler for a kind of job: another version of it may have one."""


class Result(TypedDict):
    """One entry of the `results` of `queue.settle`; a job without one has succeeded."""

    job_id: int
    outcome: Literal["succeeded", "failed", "dead", "snoozed", "released", "cancelled"]
    error: NotRequired[Failure]
    retry_in: NotRequired[float]
    result: NotRequired[orjson.Fragment]


class Reported(Exception):
    """The attempt did not succeed, and whoever ran it has said already what became of it."""

    def __init__(self, result: Result) -> None:
        super().__init__(result["outcome"])
        self.result = result


def released(job_id: int) -> Result:
    """Give a job back as if it had never been claimed."""
    return {"job_id": job_id, "outcome": "released"}


def cancelled(job_id: int) -> Result:
    """End a job whose cancellation this worker was told of."""
    return {"job_id": job_id, "outcome": "cancelled"}


def encoded(value: object) -> bytes:
    """Encode what a handler returned, as it is kept with the job.

    Raises ValueError for what is not JSON, not storable, or larger than 64 KiB.
    """
    try:
        text = orjson.dumps(value)
    except TypeError as error:
        raise ValueError(f"the result is not JSON: {error}") from None
    if len(text) > _LONGEST_RESULT:
        raise ValueError(f"the result has {len(text)} bytes, more than 64 KiB")
    if b"\\u0000" in text and _NUL.search(text):
        raise ValueError("the result contains a NUL character, which can't be stored")
    return text


def succeeded(job_id: int, value: object) -> Result:
    """Give the result of a job whose handler returned this value.

    With a value that can't be kept the job is dead: its work is done, and would only be repeated.
    """
    try:
        kept = orjson.Fragment(encoded(value))
    except ValueError as error:
        return result_of(job_id, Dead(str(error)))
    return {"job_id": job_id, "outcome": "succeeded", "result": kept}


def result_of(job_id: int, error: BaseException) -> Result:
    """Give the result of a job whose handler raised this error.

    Of any error the attribute `retry_after`, where it is a number of seconds, is the wait before
    the next attempt.
    """
    match error:
        case Reported():
            return error.result
        case Snooze():
            return {"job_id": job_id, "outcome": "snoozed", "retry_in": _seconds(error.seconds)}
        case Dead():
            return {"job_id": job_id, "outcome": "dead", "error": describe(error)}
    result: Result = {"job_id": job_id, "outcome": "failed", "error": describe(error)}
    wait = error.after if isinstance(error, Retry) else getattr(error, "retry_after", None)
    if isinstance(wait, int | float):
        result["retry_in"] = _seconds(wait)
    return result


def _seconds(wait: float) -> float:
    """Give a wait that the queue takes: what is no moment in the future is now."""
    return max(0.0, float(wait)) if math.isfinite(wait) else 0.0
