"""A job, as its handler sees it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from workers.progress import Progress
from workers.slices import Slice
from workers.transaction import JobTransaction, transaction_of

if TYPE_CHECKING:
    from workers.page import Page


@dataclass(frozen=True)
class JobFacts:
    """What is known of one attempt at one job: `attempt` counts from 1."""

    job_id: int
    tenant_id: UUID
    queue: str
    kind: str
    attempt: int
    max_attempts: int
    trace: str | None
    """The W3C traceparent that the job was enqueued in."""
    deadline_at: datetime | None
    """When the attempt is cut off."""

    def log_attributes(self) -> Mapping[str, object]:
        """Name the job in each log line that its handler writes."""
        return {
            "messaging.destination.name": self.queue,
            "messaging.message.id": str(self.job_id),
            "howdah.kind": self.kind,
            "howdah.attempt": self.attempt,
            "howdah.tenant_id": str(self.tenant_id),
        }


class Job:
    """One attempt at one job, for a handler in this process.

    It has all that `JobFacts` has. What the jobs of a slice have in common is kept once.
    """

    __slots__ = ("_progress", "job_id", "page", "place", "slice")

    size = 1

    def __init__(self, part: Slice, place: int) -> None:
        self.slice = part
        self.place = place
        self.page: Page = part.page
        self.job_id = part.first_id + place
        self._progress: Progress | None = None

    def __repr__(self) -> str:
        return f"Job(job_id={self.job_id}, kind={self.kind!r}, attempt={self.attempt})"

    @property
    def job_ids(self) -> tuple[int]:
        """Give its number, as the numbers of any work are given."""
        return (self.job_id,)

    @property
    def tenant_id(self) -> UUID:
        """Give the tenant whose job it is."""
        return self.slice.tenant_id

    @property
    def queue(self) -> str:
        """Give the name of its queue."""
        return self.slice.queue

    @property
    def kind(self) -> str:
        """Give its kind."""
        return self.slice.kind

    @property
    def attempt(self) -> int:
        """Give the number of this attempt, from 1."""
        return self.slice.attempt

    @property
    def max_attempts(self) -> int:
        """Give the number of the last attempt that it gets."""
        return self.slice.max_attempts

    @property
    def trace(self) -> str | None:
        """Give the W3C traceparent that it was enqueued in."""
        return self.slice.trace

    @property
    def deadline_at(self) -> datetime | None:
        """Give the moment when this attempt is cut off, by the clock of the database."""
        return self.slice.deadline_at

    @property
    def payload(self) -> Any:
        """Give the payload. Raises orjson.JSONDecodeError for JSON that Python can't hold."""
        return self.slice.payloads.value(self.place)

    @property
    def is_cancelled(self) -> bool:
        """Tell whether this attempt should stop: its job was cancelled, or its lease is lost."""
        return self.job_id in self.page.stops or not self.page.is_held

    def transaction(self) -> AbstractAsyncContextManager[JobTransaction]:
        """Open a transaction in the context of the job's tenant (`queue.enter`).

        It commits when the block ends. With `await db.complete()` in it, the job is settled by
        the same commit: what the block did is done exactly once. Raises LeaseLost, with nothing
        done, when another worker may have the job.
        """
        return transaction_of(self.page, self.job_id, self.slice.database)

    async def report(self, percent: int | None = None, message: str | None = None) -> None:
        """Say how far the job is (`queue.report`): a part of 100, a sentence, or both.

        Goes out at most once a second, the last word always. Raises ValueError for a part that is
        not from 0 to 100.
        """
        if self._progress is None:
            self._progress = Progress(self.page, self.job_id, self.slice.database)
        self._progress.say(percent, message)

    def facts(self) -> JobFacts:
        """Give what a handler in another process may know."""
        part = self.slice
        return JobFacts(
            self.job_id,
            part.tenant_id,
            part.queue,
            part.kind,
            part.attempt,
            part.max_attempts,
            part.trace,
            part.deadline_at,
        )

    def log_attributes(self) -> Mapping[str, object]:
        """Name the job in each log line that its handler writes."""
        return self.facts().log_attributes()
