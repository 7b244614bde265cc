"""Does anything that may happen to jobs which wait for each other, and watches the limits."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.house import House
from tests.sessions import Page, Tenant, Worker

LEASE = 30.0
OUTCOMES = st.sampled_from(["succeeded", "succeeded", "failed", "dead", "snoozed", "released"])
CHOICE = st.randoms(use_true_random=False)
KEYS = st.sampled_from([None, None, "a", "b"])
FEW = st.one_of(st.none(), st.integers(1, 4))
LIMIT = st.tuples(FEW, FEW, st.one_of(st.none(), st.integers(1, 6)))  # concurrency, rate, burst


@dataclass
class Job:
    """What the machine knows of a job."""

    tenant: Tenant
    ordering_key: str | None
    limit_key: str | None
    weight: int
    attempt: int = 1
    is_over: bool = False
    is_late: bool = False  # it came back from the dead: others may have gone past it
    page: Page | None = None

    @property
    def gates(self) -> list[tuple[str, object]]:
        """What its limits hold for."""
        key = [("key", (self.tenant, self.limit_key))] if self.limit_key else []
        return [("queue", None), ("tenant", self.tenant), *key]


@dataclass
class Gate:
    """What passed: when, and how many tokens."""

    passed: list[tuple[float, int]] = field(default_factory=list)
    heaviest: int = 1


class Flow(RuleBasedStateMachine):
    """Runs jobs of two tenants through a queue with limits."""

    runs = 0
    now = 0.0

    def __init__(self, house: House, worker: Worker, tenants: tuple[Tenant, Tenant]) -> None:
        super().__init__()
        Flow.runs += 1
        self.house, self.worker, self.tenants = house, worker, tenants
        self.queue = f"flow-{Flow.runs}"
        self.jobs: dict[int, Job] = {}
        self.pages: dict[int, tuple[Page, float]] = {}
        self.gates: dict[tuple[str, object], Gate] = {}
        self.limits: dict[str, tuple[int | None, int | None, int | None]] = {}
        house.admin.rows(
            "select queue.define(%s, lease => '30 s', page_size => 5, retry_base => '0',"
            " retry_cap => '0')",
            self.queue,
        )
        self.advance(1)

    @initialize(whole=LIMIT, tenant=LIMIT, key=LIMIT, weights=st.tuples(*[st.integers(1, 3)] * 2))
    def limit(
        self,
        whole: tuple[int | None, int | None, int | None],
        tenant: tuple[int | None, int | None, int | None],
        key: tuple[int | None, int | None, int | None],
        weights: tuple[int, int],
    ) -> None:
        for gate, (concurrency, rate, burst) in zip(
            ("queue", "tenant", "key"), (whole, tenant, key), strict=True
        ):
            self.limits[gate] = (concurrency, rate, burst if rate else None)
            self.house.admin.rows(
                "select queue.set_limit(%s, %s, %s, %s, %s)", self.queue, gate, *self.limits[gate]
            )
        for one, weight in zip(self.tenants, weights, strict=True):
            statement = "select queue.set_share(%s, %s, %s::smallint)"
            self.house.admin.rows(statement, self.queue, str(one.tenant_id), weight)

    @rule(seconds=st.sampled_from([0.2, 1, 5, 40]))
    def advance(self, seconds: float) -> None:
        Flow.now += seconds
        self.house.at(Flow.now)

    @rule(
        who=st.integers(0, 1),
        size=st.integers(1, 4),
        ordering_key=KEYS,
        limit_key=KEYS,
        weight=st.integers(1, 3),
        priority=st.sampled_from([2, 2, 3]),
    )
    def enqueue(
        self,
        who: int,
        size: int,
        ordering_key: str | None,
        limit_key: str | None,
        weight: int,
        priority: int,
    ) -> None:
        tenant = self.tenants[who]
        job_ids = tenant.value(
            "select queue.enqueue_batch('test', array_fill('{}'::jsonb, array[%s]), queue => %s,"
            " ordering_key => %s, limit_key => %s, weight => %s, priority => %s,"
            " max_attempts => '3')",
            *(size, self.queue, ordering_key, limit_key, weight, priority),
        )
        for job_id in job_ids:
            self.jobs[job_id] = Job(tenant, ordering_key, limit_key, weight)

    @rule(jobs=st.integers(1, 8))
    def claim(self, jobs: int) -> None:
        for page in self.worker.claim(1, [self.queue], jobs):
            self._hand_out(page)

    def _hand_out(self, page: Page) -> None:
        assert len(page.attempts) <= 5
        for job_id, attempt in page.attempts.items():
            job = self.jobs[job_id]
            assert not job.is_over, f"job {job_id} had ended"
            assert job.page is None or self.is_lost(job.page), f"job {job_id} runs already"
            assert attempt == job.attempt + (job.page is not None)
            self._is_next(job_id, job)
            job.attempt, job.page = attempt, page
            for name in job.gates:
                gate = self.gates.setdefault(name, Gate())
                tokens = 1 if name[0] == "queue" else job.weight
                gate.passed.append((Flow.now, tokens))
                gate.heaviest = max(gate.heaviest, tokens)
        self.pages[page.page_id] = (page, Flow.now + LEASE)

    def _is_next(self, job_id: int, job: Job) -> None:
        """Of jobs with one ordering key those that came before are over."""
        for other_id, other in self.jobs.items():
            if job.ordering_key is None or other_id == job_id:
                continue
            if (other.tenant, other.ordering_key) == (job.tenant, job.ordering_key):
                assert other.is_over or other.page is None or self.may_be_over(other)
                assert (
                    other_id > job_id
                    or other.is_over
                    or other.is_late
                    or job.is_late
                    or self.may_be_over(other)
                ), f"job {job_id} went before job {other_id}"

    def may_be_over(self, job: Job) -> bool:
        """Whether a job may have died with its last lease."""
        return job.page is not None and self.is_lost(job.page) and job.attempt >= 3

    def is_lost(self, page: Page) -> bool:
        return page.page_id not in self.pages or self.pages[page.page_id][1] <= Flow.now

    @precondition(lambda self: self.pages)
    @rule(choice=CHOICE, outcomes=st.lists(OUTCOMES, min_size=5, max_size=5))
    def settle(self, choice: random.Random, outcomes: list[str]) -> None:
        page, _ = choice.choice(list(self.pages.values()))
        if not self.is_lost(page):
            self._settle(page, dict(zip(page.job_ids, outcomes, strict=False)))

    def _settle(self, page: Page, outcomes: dict[int, str]) -> None:
        told = {job_id: word for job_id, word in outcomes.items() if word != "succeeded"}
        self.worker.settle(page, told)
        del self.pages[page.page_id]
        for job_id, word in outcomes.items():
            job = self.jobs[job_id]
            job.page = None
            job.is_over = word in ("succeeded", "dead") or (word == "failed" and job.attempt >= 3)
            job.attempt += word == "failed"

    @precondition(lambda self: self.jobs)
    @rule(choice=CHOICE)
    def cancel(self, choice: random.Random) -> None:
        job_id, job = choice.choice(list(self.jobs.items()))
        if job.page is None and not job.is_over:
            job.tenant.rows("select queue.cancel(%s)", job_id)
            job.is_over = True

    @precondition(lambda self: self.jobs)
    @rule(choice=CHOICE)
    def redrive(self, choice: random.Random) -> None:
        job_id, job = choice.choice(list(self.jobs.items()))
        if job.page is None and job.tenant.state(job_id) == "dead":
            attempt = job.tenant.value("select (queue.get_job(%s)).attempt", job_id)
            job.tenant.rows("select queue.retry(%s)", job_id)
            job.is_over, job.is_late, job.attempt = False, True, attempt + 1

    @invariant()
    def no_more_run_than_may(self) -> None:
        running: dict[tuple[str, object], int] = {}
        for job in self.jobs.values():
            # A job counts until its page ends, whatever became of itself.
            if job.page is not None and not self.is_lost(job.page):
                for name in job.gates:
                    running[name] = running.get(name, 0) + 1
        for name, count in running.items():
            concurrency = self.limits.get(name[0], (None, None, None))[0]
            assert concurrency is None or count <= concurrency, f"{count} run at {name}"

    @invariant()
    def no_more_start_than_may(self) -> None:
        for name, gate in self.gates.items():
            _, rate, burst = self.limits.get(name[0], (None, None, None))
            if rate is None:
                continue
            bucket = max(burst or rate, gate.heaviest)
            since = 0
            for at, tokens in reversed(gate.passed):
                since += tokens
                most = bucket + rate * (Flow.now - at) + 0.001
                assert since <= most, f"{since} tokens in {Flow.now - at:g} s at {name}"

    @invariant()
    def one_runs_of_an_order(self) -> None:
        held = [
            (job.tenant, job.ordering_key)
            for job in self.jobs.values()
            if job.ordering_key and job.page is not None and not self.is_lost(job.page)
        ]
        assert len(held) == len(set(held))

    def teardown(self) -> None:
        """Works off what is left: nothing waits for what does not come."""
        for _ in range(2 * len(self.jobs) + 20):
            self.advance(40 if self.pages else 3)
            while found := self.worker.claim(1, [self.queue], 8):
                self._hand_out(found[0])
                self._settle(found[0], dict.fromkeys(found[0].job_ids, "succeeded"))
            self.pages = {
                number: held for number, held in self.pages.items() if not self.is_lost(held[0])
            }
            if all(map(self.is_done, self.jobs)):
                return
        left = [job_id for job_id in self.jobs if not self.is_done(job_id)]
        states = {job_id: self.jobs[job_id].tenant.state(job_id) for job_id in left}
        raise AssertionError(f"these wait for ever: {states}, limits {self.limits}")

    def is_done(self, job_id: int) -> bool:
        job = self.jobs[job_id]
        return job.is_over or job.tenant.state(job_id) in ("succeeded", "dead", "cancelled")
