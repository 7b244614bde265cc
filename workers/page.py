"""A page: the jobs that were claimed together, under one lease, and are settled together."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from uuid import UUID

from workers.outcomes import Result

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

    def __init__(self, page_id: int, lease_id: UUID, leased_until: datetime) -> None:
        self.page_id = page_id
        self.lease_id = lease_id
        self.leased_until = leased_until
        self.state = State.HELD
        self.results: list[Result] = []
        self.on_finished: Callable[[Page], None] | None = None
        self._unfinished: set[int] = set()
        self._completed: set[int] = set()

    @property
    def key(self) -> tuple[int, UUID]:
        """Name the page and the lease, as every function of the queue wants them."""
        return self.page_id, self.lease_id

    @property
    def is_held(self) -> bool:
        """Tell whether results of this page still count."""
        return self.state is State.HELD

    def expect(self, job_id: int) -> None:
        """Add a job that must finish before the page is finished."""
        self._unfinished.add(job_id)

    def complete(self, job_id: int) -> None:
        """Note that a job was settled as succeeded by a transaction of its own."""
        self._completed.add(job_id)

    def finish(self, job_id: int, result: Result | None = None) -> None:
        """Note what became of a job (None: succeeded); only the first word counts.

        A job that was completed has succeeded, whatever its handler did afterwards. The last job
        finishes the page.
        """
        if job_id not in self._unfinished:
            return
        self._unfinished.discard(job_id)
        if result is not None and job_id not in self._completed:
            self.results.append(result)
        if not self._unfinished and self.on_finished is not None:
            self.on_finished(self)

    def lose(self) -> None:
        """Note that the lease is over."""
        self.state = State.LOST

    def doubt(self) -> None:
        """Note that a commit was not confirmed."""
        if self.state is State.HELD:
            self.state = State.UNCERTAIN
