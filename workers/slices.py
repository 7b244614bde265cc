"""A slice: jobs that follow each other in a lot and in a page, and have all but the payload in
common."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from common.database import Database
from workers.metrics import Tally
from workers.page import Page
from workers.payloads import Payloads

if TYPE_CHECKING:
    from workers.job import Job

Runner = Callable[["Job"], Awaitable[object]]
"""What runs one job: its value is the job's result, and whatever it raises its failure."""


@dataclass(eq=False, slots=True)
class Slice:
    """What the jobs of a slice have in common, and how each of them is run."""

    page: Page
    tenant_id: UUID
    first_id: int
    queue: str
    kind: str
    attempt: int
    max_attempts: int
    payloads: Payloads = field(repr=False)
    trace: str | None
    deadline_at: datetime | None
    database: Database = field(repr=False)
    runner: Runner
    tally: Tally = field(repr=False)
    is_limited: bool
    """Whether its jobs may take so long only."""


@dataclass(eq=False, slots=True)
class SqlJobs:
    """Jobs of one page that one SQL handler runs, all in one call."""

    page: Page
    sql_handler: str
    deadline_at: datetime | None
    tally: Tally = field(repr=False)
    job_ids: list[int] = field(default_factory=list)
    trace: None = None

    @property
    def size(self) -> int:
        """Count the jobs."""
        return len(self.job_ids)

    def log_attributes(self) -> dict[str, object]:
        """Name the handler in each log line."""
        return {"howdah.sql_handler": self.sql_handler}
