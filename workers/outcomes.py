"""What became of a job, in the words of `queue.settle`, and how a handler says it."""

from typing import Literal, NotRequired, TypedDict

from workers.failures import Failure, describe, failure


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


class LeaseLost(Exception):
    """Another worker may have this job now: nothing that this attempt does will count."""


class Result(TypedDict):
    """One entry of the `results` of `queue.settle`: a job of the page that did not succeed."""

    job_id: int
    outcome: Literal["failed", "dead", "snoozed", "released"]
    error: NotRequired[Failure]
    retry_in: NotRequired[float]


def released(job_id: int) -> Result:
    """Give a job back as if it had never been claimed."""
    return {"job_id": job_id, "outcome": "released"}


def unknown_kind(job_id: int, kind: str) -> Result:
    """Fail a job that this worker has no handler for: another version of it may have one."""
    error = failure("UnknownKind", f"this worker has no handler for the kind {kind!r}")
    return {"job_id": job_id, "outcome": "failed", "error": error}


def result_of(job_id: int, error: BaseException) -> Result:
    """Give the result of a job whose handler raised this error."""
    match error:
        case Snooze():
            return {"job_id": job_id, "outcome": "snoozed", "retry_in": max(0.0, error.seconds)}
        case Retry():
            return {
                "job_id": job_id,
                "outcome": "failed",
                "error": describe(error),
                "retry_in": max(0.0, error.after),
            }
        case Dead():
            return {"job_id": job_id, "outcome": "dead", "error": describe(error)}
    return {"job_id": job_id, "outcome": "failed", "error": describe(error)}
