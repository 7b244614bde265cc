"""Running one piece of work: a job in its handler, or some of a page in SQL."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from functools import partial
from time import perf_counter

import psycopg

from common.database import Database
from common.faults import is_transient, is_unavailable, retrying
from common.telemetry import fields
from workers.cpu import CpuPool
from workers.job import Job
from workers.leases import ServerClock
from workers.outcomes import (
    DeadlineExceeded,
    LeaseLost,
    Reported,
    Result,
    Retry,
    Snooze,
    UnknownKind,
    cancelled,
    result_of,
    succeeded,
)
from workers.page import LEASE_LOST
from workers.push import DeliveryFailed, Endpoint, Push
from workers.registry import Handler
from workers.slices import Runner, SqlJobs

log = logging.getLogger(__name__)

_PERFORM_SECONDS = 10.0
_EXPECTED = (Retry, Snooze, LeaseLost, DeadlineExceeded, DeliveryFailed, Reported, UnknownKind)


class Executor:
    """Runs work and gives what became of it. Only cancellation gets out of it."""

    def __init__(
        self,
        handlers: Mapping[str, Handler],
        database: Database,
        clock: ServerClock,
        cpu: CpuPool,
        push: Push,
        job_timeout: float | None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._push = push
        self._runners: dict[str, Runner] = {
            kind: cpu.run if handler.is_cpu else handler.function
            for kind, handler in handlers.items()
        }
        self.job_timeout = job_timeout

    def runner(self, kind: str, http_handler: Mapping[str, object] | None) -> Runner | None:
        """Give what runs jobs of a kind; None for a kind without a handler."""
        if http_handler is not None:
            return partial(self._push.deliver, Endpoint.of(http_handler))
        return self._runners.get(kind)

    async def run(self, job: Job) -> Sequence[Result]:
        """Run a job in the handler of its kind; no result means that it just succeeded."""
        part = job.slice
        result: Result | None = None
        started = perf_counter()
        try:
            value = await (self._run_in_time(job) if part.is_limited else part.runner(job))
            if value is not None:
                result = succeeded(job.job_id, value)
        except asyncio.CancelledError as error:
            if _is_cancelling():
                raise
            result = self._failed(job, error)
        except (Exception, SystemExit) as error:
            result = self._failed(job, error)
        part.tally.took(perf_counter() - started)
        if job.page.stops and job.job_id in job.page.stops:
            result = cancelled(job.job_id)
        if result is None or result["outcome"] == "succeeded":
            part.tally.succeeded += 1
        else:
            part.tally.finished(result["outcome"])
        return () if result is None else (result,)

    async def perform(self, jobs: SqlJobs) -> Sequence[Result]:
        """Run jobs in their SQL handler (`queue.perform`), which settles them one by one.

        What fails as a whole fails each job. When the connection is lost, the call may have been
        committed or not: then the page is left to the end of its lease.
        """
        page = jobs.page
        stopped = [cancelled(job_id) for job_id in jobs.job_ids if job_id in page.stops]
        job_ids = [job_id for job_id in jobs.job_ids if job_id not in page.stops]
        if not job_ids:
            return stopped
        started = perf_counter()
        try:
            if jobs.deadline_at is not None and self._clock.remaining(jobs.deadline_at) <= 0:
                raise DeadlineExceeded
            await retrying(
                lambda: self._database.call("queue.perform", *page.key, job_ids),
                seconds=_PERFORM_SECONDS,
                is_worth_it=lambda error: is_transient(error) and not is_unavailable(error),
            )
        except asyncio.CancelledError:
            page.doubt()
            raise
        except (psycopg.Error, DeadlineExceeded) as error:
            if isinstance(error, psycopg.Error) and error.sqlstate == LEASE_LOST:
                page.lose()
            elif is_unavailable(error):
                page.doubt()
            log.warning("SQL handler failed", extra=fields(error=str(error)))
            results = [result_of(job_id, error) for job_id in job_ids]
            for result in results:
                jobs.tally.finished(result["outcome"])
            return stopped + results
        jobs.tally.took(perf_counter() - started)
        jobs.tally.finished("performed", len(job_ids))
        return stopped

    async def _run_in_time(self, job: Job) -> object:
        """Run a job until its deadline (by the database's clock), and no longer than any may."""
        deadline = job.slice.deadline_at
        remaining = None if deadline is None else self._clock.remaining(deadline)
        if remaining is not None and remaining <= 0:
            raise DeadlineExceeded
        longest = self.job_timeout
        is_deadline = remaining is not None and (longest is None or remaining < longest)
        limit = asyncio.timeout(remaining if is_deadline else longest)
        try:
            async with limit:
                return await job.slice.runner(job)
        except TimeoutError as error:
            if not limit.expired():
                raise
            if is_deadline:
                raise DeadlineExceeded from None
            raise TimeoutError(f"the job ran longer than {longest:g} s") from error

    def _failed(self, job: Job, error: BaseException) -> Result:
        if isinstance(error, LeaseLost):
            job.page.lose()
        unexpected = not isinstance(error, _EXPECTED)
        log.log(
            logging.WARNING if unexpected else logging.INFO,
            "job did not succeed",
            extra=fields(error=type(error).__name__),
            exc_info=error if unexpected else None,
        )
        return result_of(job.job_id, error)


async def refuse(job: Job) -> None:
    """Run a job of a kind that this worker does not know."""
    raise UnknownKind(f"this worker has no handler for the kind {job.kind!r}")


def _is_cancelling() -> bool:
    """Tell a cancellation of this worker's from one that a handler let out by itself."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
