"""Reading what `queue.claim` returns: rows of jobs, as pages of work."""

from collections.abc import Iterable, Iterator

from common.database import Database, Row
from workers.executor import SqlJobs
from workers.job import Job
from workers.page import Page
from workers.slots import Work


def pages_of(rows: Iterable[Row], database: Database) -> Iterator[tuple[Page, list[Work]]]:
    """Give each claimed page with its work: a job each, or all jobs of one SQL handler together.

    `database` is where the handlers' transactions run.
    """
    pages: dict[int, tuple[Page, list[Work], dict[str, SqlJobs]]] = {}
    for page_id, lease_id, leased_until, tenant_id, job_id, queue, *rest in rows:
        kind, attempt, max_attempts, payload, trace, sql_handler = rest
        if page_id not in pages:
            pages[page_id] = (Page(page_id, lease_id, leased_until), [], {})
        page, work, by_handler = pages[page_id]
        page.expect(job_id)
        if sql_handler is None:
            work.append(
                Job(
                    job_id,
                    tenant_id,
                    queue,
                    kind,
                    attempt,
                    max_attempts,
                    payload,
                    trace,
                    page,
                    database,
                )
            )
            continue
        if sql_handler not in by_handler:
            by_handler[sql_handler] = SqlJobs(sql_handler, [])
            work.append(by_handler[sql_handler])
        by_handler[sql_handler].job_ids.append(job_id)
    for page, work, _ in pages.values():
        yield page, work
