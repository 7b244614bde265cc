"""A page: the jobs that were claimed together, under one lease, and are settled together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING
from uuid import UUID

from workers.outcomes import Result, cancelled, released

if TYPE_CHECKING:
    from workers.progress import Progress

LEASE_LOST = "QU409"
"""What the queue's functions raise when a lease is over."""


class State(Enum):
    """What this worker may still do with a page."""

    HELD = "held"
    LOST = "lost"
    """The lease is over: another worker may have the page, nothing done here counts."""
    UNCERTAIN = "uncertain"
    """A commit was not confirmed: only the database knows which jobs are done. The page is not
    settled; when its lease ends, what is not done is given out again."""


class Page:
    """The lease of one page and what is known so far about its jobs."""

    def __init__(
        self, page_id: int, lease_id: UUID, leased_until: datetime, *, is_suspect: bool = False
    ) -> None:
        self.page_id = page_id
        self.key = (page_id, lease_id)
        """The page and the lease, as every function of the queue wants them."""
        self.leased_until = leased_until
        self.is_suspect = is_suspect
        """Whether its job may have killed the process of its last attempt."""
        self.state = State.HELD
        self.unfinished = 0
        self.results: list[Result] = []
        self.stops: set[int] = set()
        """The jobs that were cancelled since they were claimed."""
        self.progress: list[Progress] = []
        self.on_finished: Callable[[Page], None] | None = None
        self._completed: set[int] = set()

    def given_back(self, job_ids: Iterable[int]) -> list[Result]:
        """Say what became of jobs that did not run to their end: cancelled, or as if unclaimed."""
        return [
            cancelled(job_id) if job_id in self.stops else released(job_id) for job_id in job_ids
        ]

    @property
    def is_plain(self) -> bool:
        """Tell whether any of its jobs may start, which is the rule."""
        return self.state is State.HELD and not self.stops

    @property
    def is_held(self) -> bool:
        """Tell whether results of this page still count."""
        return self.state is State.HELD

    def complete(self, job_id: int) -> None:
        """Note that a job was settled as succeeded by a transaction of its own."""
        self._completed.add(job_id)

    def finish(self, jobs: int = 1, results: Sequence[Result] = ()) -> None:
        """Note that so many jobs came to an end, once for each, and which did not just succeed.

        A job that was completed has succeeded, whatever its handler did afterwards. The last job
        finishes the page.
        """
        if results:
            self.results += [one for one in results if one["job_id"] not in self._completed]
        self.unfinished -= jobs
        if not self.unfinished and self.on_finished is not None:
            self.on_finished(self)

    def lose(self) -> None:
        """Note that the lease is over."""
        self.state = State.LOST

    def doubt(self) -> None:
        """Note that a commit was not confirmed."""
        if self.state is State.HELD:
            self.state = State.UNCERTAIN
