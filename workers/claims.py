"""Reading what `queue.claim_slices` returns: rows of slices, as a page of work."""

from collections.abc import Sequence

from common.database import Database, Row
from workers.executor import Executor, refuse
from workers.metrics import Metrics
from workers.page import Page
from workers.payloads import Payloads
from workers.slices import Slice, SqlJobs
from workers.slots import Work


class Claims:
    """Makes pages of rows; `database` is where the handlers' transactions run."""

    def __init__(self, executor: Executor, database: Database, metrics: Metrics) -> None:
        self._executor = executor
        self._database = database
        self._metrics = metrics

    def page(self, rows: Sequence[Row]) -> tuple[Page, list[Work]]:
        """Give a claimed page with its work: slices, and all jobs of an SQL handler together."""
        page = Page(*rows[0][:3], is_suspect=rows[0][14])
        work: list[Work] = []
        in_sql: dict[object, SqlJobs] = {}
        for row in rows:
            payloads = Payloads(row[9])
            page.unfinished += len(payloads)
            deadline_at, sql_handler, http_handler = row[11:14]
            if sql_handler is None:
                work.append(self._slice(page, row, payloads, http_handler))
                continue
            jobs = in_sql.get((sql_handler, deadline_at))
            if jobs is None:
                tally = self._metrics.of(f"sql:{sql_handler}")
                jobs = SqlJobs(page, sql_handler, deadline_at, tally)
                in_sql[sql_handler, deadline_at] = jobs
                work.append(jobs)
            jobs.job_ids.extend(range(row[4], row[4] + len(payloads)))
        return page, work

    def _slice(
        self, page: Page, row: Row, payloads: Payloads, http_handler: dict[str, object] | None
    ) -> Slice:
        tenant_id, job_id, attempt, queue, kind, max_attempts, _, trace, deadline_at = row[3:12]
        runner = self._executor.runner(kind, http_handler)
        return Slice(
            page,
            tenant_id,
            job_id,
            queue,
            kind,
            attempt,
            max_attempts,
            payloads,
            trace,
            deadline_at,
            self._database,
            refuse if runner is None else runner,
            self._metrics.of("unknown" if runner is None else kind),
            deadline_at is not None or self._executor.job_timeout is not None,
        )
