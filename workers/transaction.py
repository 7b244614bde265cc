"""The transaction of a job: its effects and its end in one commit."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any
from uuid import UUID

import psycopg

from common.database import Database, Row, Transaction
from common.faults import is_unavailable
from workers.outcomes import LeaseLost, encoded
from workers.page import LEASE_LOST

if TYPE_CHECKING:
    from workers.page import Page


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

    async def complete(self, result: object = None) -> None:
        """Settle the job as succeeded in the commit of this transaction (`queue.complete`).

        The block raises LeaseLost at its end, and rolls back, when the lease is lost by then.
        Raises ValueError for a result that is not JSON or larger than 64 KiB.
        """
        kept = () if result is None else (encoded(result).decode(),)
        self._transaction.call_at_commit("queue.complete", *self._job, *kept)
        self.is_completing = True


@asynccontextmanager
async def transaction_of(
    page: Page, job_id: int, database: Database
) -> AsyncIterator[JobTransaction]:
    """Open the transaction that `Job.transaction` describes.

    When the connection is lost during the commit, nobody here knows whether it happened: the
    page is in doubt, and stays with the database until its lease ends.
    """
    arguments = (*page.key, job_id)
    bound: JobTransaction | None = None
    is_committing = False
    try:
        async with database.transaction("queue.enter", *arguments) as transaction:
            bound = JobTransaction(transaction, arguments)
            yield bound
            is_committing = True
    except BaseException as error:
        if (bound is None or is_committing) and _is_lost(error):
            page.lose()
            raise LeaseLost(f"the lease of job {job_id} is lost") from error
        if is_committing and bound and bound.is_completing and not _is_refusal(error):
            page.doubt()
        raise
    if bound.is_completing:
        page.complete(job_id)


def _is_lost(error: BaseException) -> bool:
    return isinstance(error, psycopg.Error) and error.sqlstate == LEASE_LOST


def _is_refusal(error: BaseException) -> bool:
    """Tell whether the server itself said that it did not commit."""
    has_answer = isinstance(error, psycopg.Error) and error.sqlstate is not None
    return has_answer and not is_unavailable(error)
