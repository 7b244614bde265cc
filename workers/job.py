"""A job, as its handler sees it."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

import orjson
import psycopg

from common.database import Database, Row, Transaction
from common.faults import is_unavailable
from workers.outcomes import LeaseLost
from workers.page import LEASE_LOST, Page


@dataclass(frozen=True)
class Job:
    """One attempt at one job. `attempt` counts from 1; `trace` is a W3C traceparent."""

    job_id: int
    tenant_id: UUID
    queue: str
    kind: str
    attempt: int
    max_attempts: int
    payload_text: str = field(repr=False)
    trace: str | None = field(repr=False)
    page: Page = field(repr=False, compare=False)
    database: Database = field(repr=False, compare=False)

    @cached_property
    def payload(self) -> Any:
        """The payload, parsed when it is first asked for."""
        return orjson.loads(self.payload_text)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator["JobTransaction"]:
        """Open a transaction in the context of the job's tenant (`queue.enter`).

        It commits when the block ends. With `await db.complete()` in it, the job is settled by
        the same commit: what the block did is done exactly once. Raises LeaseLost, with nothing
        done, when another worker may have the job.
        """
        arguments = (*self.page.key, self.job_id)
        bound: JobTransaction | None = None
        is_committing = False
        try:
            async with self.database.transaction("queue.enter", *arguments) as transaction:
                bound = JobTransaction(transaction, arguments)
                yield bound
                is_committing = True
        except BaseException as error:
            if (bound is None or is_committing) and _is_lost(error):
                self.page.lose()
                raise LeaseLost(f"the lease of job {self.job_id} is lost") from error
            if is_committing and bound and bound.is_completing and not _is_refusal(error):
                self.page.doubt()
            raise
        if bound.is_completing:
            self.page.complete(self.job_id)

    def log_attributes(self) -> Mapping[str, object]:
        """Name the job in each log line that its handler writes."""
        return {
            "messaging.destination.name": self.queue,
            "messaging.message.id": str(self.job_id),
            "howdah.kind": self.kind,
            "howdah.attempt": self.attempt,
            "howdah.tenant_id": str(self.tenant_id),
        }


class JobTransaction:
    """A transaction in the context of a job's tenant; see `Job.transaction`."""

    def __init__(self, transaction: Transaction, job: tuple[int, UUID, int]) -> None:
        self._transaction = transaction
        self._job = job
        self.is_completing = False

    async def call(self, function: str, /, *arguments: object, **named: object) -> list[Row]:
        """Call `schema.function(…)` and give all its rows. A dict is passed as jsonb."""
        return await self._transaction.call(function, *arguments, **named)

    async def value(self, function: str, /, *arguments: object, **named: object) -> Any:
        """Call `schema.function(…)` and give the first column of its first row, or None."""
        return await self._transaction.value(function, *arguments, **named)

    async def complete(self) -> None:
        """Settle the job as succeeded in the commit of this transaction (`queue.complete`).

        The block raises LeaseLost at its end, and rolls back, when the lease is lost by then.
        """
        self._transaction.call_at_commit("queue.complete", *self._job)
        self.is_completing = True


def _is_lost(error: BaseException) -> bool:
    return isinstance(error, psycopg.Error) and error.sqlstate == LEASE_LOST


def _is_refusal(error: BaseException) -> bool:
    """Tell whether the server itself said that it did not commit."""
    has_answer = isinstance(error, psycopg.Error) and error.sqlstate is not None
    return has_answer and not is_unavailable(error)
