"""Running one piece of work: a job in its Python handler, or some of a page in SQL."""

import asyncio
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass

import psycopg

from common.database import Database
from common.faults import is_transient, is_unavailable, retrying
from common.telemetry import fields
from workers.job import Job
from workers.metrics import Metrics
from workers.outcomes import LeaseLost, Result, Retry, Snooze, result_of, unknown_kind
from workers.page import LEASE_LOST, Page
from workers.registry import Handler

log = logging.getLogger(__name__)

_PERFORM_SECONDS = 10.0


@dataclass(frozen=True)
class SqlJobs:
    """The jobs of one page that one SQL handler runs, all in one call."""

    sql_handler: str
    job_ids: list[int]


class Executor:
    """Runs work and notes in its page what became of it. Only cancellation gets out of it."""

    def __init__(
        self,
        handlers: Mapping[str, Handler],
        database: Database,
        metrics: Metrics,
        job_timeout: float | None,
    ) -> None:
        self._handlers = handlers
        self._database = database
        self._metrics = metrics
        self._job_timeout = job_timeout

    async def run(self, page: Page, job: Job) -> None:
        """Run a job in the handler of its kind."""
        handler = self._handlers.get(job.kind)
        if handler is None:
            self._metrics.finished("unknown", "failed")
            page.finish(job.job_id, unknown_kind(job.job_id, job.kind))
            return
        result: Result | None = None
        started = time.perf_counter()
        try:
            if self._job_timeout is None:
                await handler(job)
            else:
                await self._run_in_time(handler, job, self._job_timeout)
        except asyncio.CancelledError as error:
            if _is_cancelling():
                raise
            result = self._failed(job, error)
        except (Exception, SystemExit) as error:
            result = self._failed(job, error)
        self._metrics.took(job.kind, time.perf_counter() - started)
        self._metrics.finished(job.kind, result["outcome"] if result else "succeeded")
        page.finish(job.job_id, result)

    async def perform(self, page: Page, jobs: SqlJobs) -> None:
        """Run jobs in their SQL handler (`queue.perform`), which settles them one by one.

        What fails as a whole fails each job. When the connection is lost, the call may have been
        committed or not: then the page is left to the end of its lease.
        """
        kind = f"sql:{jobs.sql_handler}"
        started = time.perf_counter()
        try:
            await retrying(
                lambda: self._database.call("queue.perform", *page.key, jobs.job_ids),
                seconds=_PERFORM_SECONDS,
                is_worth_it=lambda error: is_transient(error) and not is_unavailable(error),
            )
        except asyncio.CancelledError:
            page.doubt()
            raise
        except psycopg.Error as error:
            if error.sqlstate == LEASE_LOST:
                page.lose()
            elif is_unavailable(error):
                page.doubt()
            log.warning("SQL handler failed", extra=fields(kind=kind, error=str(error)))
            self._metrics.finished(kind, "failed", len(jobs.job_ids))
            for job_id in jobs.job_ids:
                page.finish(job_id, result_of(job_id, error))
            return
        self._metrics.took(kind, time.perf_counter() - started)
        self._metrics.finished(kind, "performed", len(jobs.job_ids))
        for job_id in jobs.job_ids:
            page.finish(job_id)

    async def _run_in_time(self, handler: Handler, job: Job, seconds: float) -> None:
        limit = asyncio.timeout(seconds)
        try:
            async with limit:
                await handler(job)
        except TimeoutError as error:
            if not limit.expired():
                raise
            raise TimeoutError(f"the job ran longer than {seconds:g} s") from error

    def _failed(self, job: Job, error: BaseException) -> Result:
        if isinstance(error, LeaseLost):
            job.page.lose()
        unexpected = not isinstance(error, Retry | Snooze | LeaseLost)
        log.log(
            logging.WARNING if unexpected else logging.INFO,
            "job did not succeed",
            extra=fields(error=type(error).__name__),
            exc_info=error if unexpected else None,
        )
        return result_of(job.job_id, error)


def _is_cancelling() -> bool:
    """Tell a cancellation of this worker's from one that a handler let out by itself."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
