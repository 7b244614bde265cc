"""Does anything that may happen to jobs, in any order, and compares it with the model."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial

import psycopg
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from tests.house import House
from tests.queue.model import Model
from tests.sessions import Page, Tenant, Worker

OUTCOMES = st.sampled_from(["succeeded", "failed", "dead", "snoozed", "released"])
CHOICE = st.randoms(use_true_random=False)


class Machine(RuleBasedStateMachine):
    """Does to the queue what it does to the model, and compares."""

    runs = 0
    now = 0.0
    """Goes on from run to run: the ticks of the queue never go back."""

    def __init__(self, house: House, worker: Worker, tenant: Tenant) -> None:
        super().__init__()
        Machine.runs += 1
        self.house, self.worker, self.tenant = house, worker, tenant
        self.model = Model()
        self.queue = f"run-{Machine.runs}"
        house.admin.rows(
            "select queue.define(%s, lease => '30 s', page_size => 3, retry_base => '0',"
            " retry_cap => '0')",
            self.queue,
        )
        self.advance(1)

    @rule(seconds=st.sampled_from([1, 5, 40]))
    def advance(self, seconds: int) -> None:
        Machine.now += seconds
        self.house.at(Machine.now)

    @rule(
        priority=st.integers(1, 4),
        delay=st.sampled_from([0, 0, 5]),
        attempts=st.integers(1, 3),
        commits=st.sampled_from([True, True, True, False]),
    )
    def enqueue(self, priority: int, delay: int, attempts: int, commits: bool) -> None:
        with self.tenant.transaction(force_rollback=not commits):
            job_id = self.tenant.value(
                "select queue.enqueue('test', queue => %s, priority => %s, max_attempts => %s,"
                " run_at => core.now() + %s * interval '1 s', is_announced => true)",
                self.queue,
                priority,
                attempts,
                delay,
            )
        if commits:
            self.model.add(job_id, attempts, Machine.now + delay)

    @rule(pages=st.integers(1, 3))
    def claim(self, pages: int) -> None:
        self.take(pages)

    def take(self, pages: int) -> list[Page]:
        """Claims, and checks that the jobs were there to be claimed."""
        found = self.worker.claim(pages, [self.queue])
        for page in found:
            self.model.hand_out(page, Machine.now)
        return found

    @rule(pages=st.integers(1, 3))
    def claim_and_fail(self, pages: int) -> None:
        with self.worker.transaction(force_rollback=True):
            self.worker.claim(pages, [self.queue])

    @precondition(lambda self: self.model.pages)
    @rule(choice=CHOICE, outcomes=st.lists(OUTCOMES, min_size=3, max_size=3))
    def settle(self, choice: random.Random, outcomes: list[str]) -> None:
        page = choice.choice(list(self.model.pages.values()))
        results = dict(zip(page.job_ids, outcomes, strict=False))
        told = {job_id: word for job_id, word in results.items() if word != "succeeded"}
        if self.refused(page, lambda: self.worker.settle(page, told)):
            del self.model.pages[page.page_id]
        else:
            self.model.settle(page, results, Machine.now)

    @precondition(lambda self: self.model.pages)
    @rule(choice=CHOICE)
    def complete(self, choice: random.Random) -> None:
        page = choice.choice(list(self.model.pages.values()))
        for job_id in self.model.held(page)[:1]:
            if not self.refused(page, partial(self.worker.complete, page, job_id)):
                self.model.jobs[job_id].end("succeeded")

    @precondition(lambda self: self.model.pages)
    @rule(choice=CHOICE)
    def heartbeat(self, choice: random.Random) -> None:
        page = choice.choice(list(self.model.pages.values()))
        if not self.refused(page, lambda: self.worker.heartbeat(page)):
            self.model.leases[page.page_id] = Machine.now + Model.LEASE

    @precondition(lambda self: self.model.jobs)
    @rule(choice=CHOICE)
    def cancel(self, choice: random.Random) -> None:
        job_id = choice.choice(list(self.model.jobs))
        done = self.changed("select (queue.cancel(%s)).state", job_id)
        self.model.cancel(job_id, done, Machine.now)

    @precondition(lambda self: self.model.jobs)
    @rule(choice=CHOICE)
    def retry(self, choice: random.Random) -> None:
        job_id = choice.choice(list(self.model.jobs))
        done = self.changed("select (queue.retry(%s)).state", job_id)
        self.model.retry(job_id, done, Machine.now)

    def changed(self, statement: str, job_id: int) -> bool:
        """Whether the tenant's change of mind was accepted."""
        try:
            self.tenant.value(statement, job_id)
        except psycopg.Error as error:
            assert error.sqlstate == "QU409"
            return False
        return True

    def refused(self, page: Page, call: Callable[[], object]) -> bool:
        """Whether a call was refused, which it is exactly when the lease has run out."""
        try:
            call()
        except psycopg.Error as error:
            assert error.sqlstate == "QU409"
            assert self.model.is_lost(page, Machine.now), "a lease that lasts was refused"
            return True
        assert not self.model.is_lost(page, Machine.now), "a lease that ran out was accepted"
        return False

    def is_open(self, job_id: int) -> bool:
        """Whether a job has not ended as the events of its end say, or not at all."""
        statement = "select substr(type, 5) from event.list_events(null, 99, key => %s)"
        told = [word for (word,) in self.tenant.rows(statement, f"job/{job_id}")]
        return not self.model.agrees(job_id, told[::-1], Machine.now)

    def teardown(self) -> None:
        """Lets all leases run out and does what is left: then every job has ended, once."""
        for _ in range(40):
            self.advance(40)
            for page in self.take(3):
                self.worker.settle(page)
                self.model.settle(page, {}, Machine.now)
            if not (left := list(filter(self.is_open, self.model.jobs))):
                return
        raise AssertionError({job_id: self.model.jobs[job_id] for job_id in left})
