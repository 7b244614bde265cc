"""What the queue promises, in the simplest words: which jobs may run, and how they end."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.sessions import Page

FINAL = ("succeeded", "dead", "cancelled")


@dataclass
class Life:
    """A job as it should be. `attempt` is the one that it waits for or is in."""

    max_attempts: int
    due: float
    attempt: int = 1
    page: Page | None = None
    ends: list[str] = field(default_factory=list)
    is_over: bool = False
    is_cancelled: bool = False
    """It runs, and was asked to stop: no other attempt follows."""

    def end(self, state: str) -> None:
        assert not self.is_over, f"a job that was {self.ends[-1]} is {state}"
        self.ends.append(state)
        self.is_over = True
        self.page = None

    def wait(self, due: float, attempt: int) -> None:
        self.page, self.due, self.attempt = None, due, attempt

    def reopen(self, now: float) -> None:
        assert self.is_over and self.ends[-1] == "dead"
        self.is_over = self.is_cancelled = False
        self.wait(now, self.attempt + 1)

    def fail(self, now: float) -> None:
        if self.is_cancelled:
            self.end("cancelled")
        elif self.attempt >= self.max_attempts:
            self.end("dead")
        else:
            self.wait(now, self.attempt + 1)


class Model:
    """All jobs of one queue, and the pages that workers hold."""

    LEASE = 30.0

    def __init__(self) -> None:
        self.jobs: dict[int, Life] = {}
        self.leases: dict[int, float] = {}
        self.pages: dict[int, Page] = {}

    def add(self, job_id: int, max_attempts: int, due: float) -> None:
        self.jobs[job_id] = Life(max_attempts, due)

    def hand_out(self, page: Page, now: float) -> None:
        """Notes a page that a claim gave. Whatever is in it must have been waiting."""
        for job_id, attempt in page.attempts.items():
            life = self.jobs[job_id]
            assert not life.is_over, f"job {job_id} had ended as {life.ends}"
            if life.page is not None:
                assert self.is_lost(life.page, now), f"job {job_id} is held by another worker"
                life.fail(now)
            assert not life.is_over, f"job {job_id} had no attempt left"
            assert life.due <= now, f"job {job_id} came {life.due - now} s early"
            assert life.attempt == attempt
            life.page = page
        self.pages[page.page_id] = page
        self.leases[page.page_id] = now + self.LEASE

    def is_lost(self, page: Page, now: float) -> bool:
        return self.leases[page.page_id] <= now

    def held(self, page: Page) -> list[int]:
        """The jobs of a page that have not ended one by one."""
        return [job_id for job_id in page.job_ids if self.jobs[job_id].page is page]

    def settle(self, page: Page, outcomes: dict[int, str], now: float) -> None:
        for job_id in self.held(page):
            life, outcome = self.jobs[job_id], outcomes.get(job_id, "succeeded")
            if outcome == "failed":
                life.fail(now)
            elif outcome in FINAL:
                life.end(outcome)
            elif life.is_cancelled:
                life.end("cancelled")
            else:
                life.wait(now + (1 if outcome == "snoozed" else 0), life.attempt)
        del self.pages[page.page_id]

    def cancel(self, job_id: int, is_done: bool, now: float) -> None:
        """Notes a cancellation, and checks that it was accepted unless the job had ended."""
        life = self.jobs[job_id]
        if life.is_over:
            assert is_done == (life.ends[-1] == "cancelled")
        elif life.page is None:
            assert is_done, "a job that waits was not cancelled"
            life.end("cancelled")
        else:
            is_dead = not is_done and self.is_lost(life.page, now)
            assert is_done or is_dead, "a job that runs was not asked to stop"
            life.is_cancelled = is_done

    def retry(self, job_id: int, is_done: bool, now: float) -> None:
        """Notes whether a dead job was brought back, and checks that it was one."""
        life = self.jobs[job_id]
        if is_done and life.page is not None and self.is_lost(life.page, now):
            life.fail(now)
        assert not is_done or life.is_over, "a job that had not ended was brought back"
        if life.is_over:
            assert is_done == (life.ends[-1] == "dead")
        if is_done:
            life.reopen(now)

    def agrees(self, job_id: int, told: list[str], now: float) -> bool:
        """Whether a job has ended as was told. A worker that is gone does not say how it ended."""
        life = self.jobs[job_id]
        is_gone = life.page is not None and self.is_lost(life.page, now)
        if is_gone and told[-1:] in (["dead"], ["cancelled"]):
            life.fail(now)
        return life.is_over and told == life.ends
