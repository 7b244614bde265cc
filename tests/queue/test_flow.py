"""Limits, orders and shares hold whatever happens to the jobs."""

from __future__ import annotations

from functools import partial
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.house import House
from tests.queue.flow import Flow
from tests.sessions import Tenant, Worker


def test_no_limit_is_passed_and_no_job_forgotten(
    house: House, worker: Worker, tenant: Tenant
) -> None:
    machine: Any = partial(Flow, house, worker, (tenant, house.tenant("other")))
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=60,
            stateful_step_count=40,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


def limit(house: House, gate: str, **limits: float) -> None:
    named = ", ".join(f"{name} => %s" for name in limits)
    statement = f"select queue.set_limit('default', %s, {named})"
    house.admin.rows(statement, gate, *limits.values())


def test_a_limit_holds_within_a_page_though_page_numbers_lag_behind_the_clock(
    house: House, worker: Worker, tenant: Tenant
) -> None:
    """As they do after a long standstill, until maintenance has moved them on."""
    house.at(0)  # years ahead of the numbers
    limit(house, "key", concurrency=1)
    first, _ = (tenant.enqueue(limit_key="k") for _ in range(2))

    assert worker.claim_jobs() == [first]


def test_jobs_of_different_weight_do_not_keep_each_other_waiting_for_ever(
    house: House, worker: Worker, tenant: Tenant
) -> None:
    house.at(0)
    limit(house, "tenant", rate=2.0)
    jobs = [tenant.enqueue(weight=weight) for weight in (2, 1, 2)]
    done = []
    for second in range(0, 30, 3):
        house.at(second)
        while found := worker.claim():
            done += found[0].job_ids
            worker.settle(found[0])
    assert sorted(done) == jobs


def test_a_tenant_goes_on_while_one_of_its_keys_has_to_wait(
    house: House, worker: Worker, tenant: Tenant
) -> None:
    house.at(0)
    limit(house, "tenant", concurrency=1)
    limit(house, "key", rate=0.001)
    jobs = [tenant.enqueue(limit_key=key) for key in (None, "k", "k", None)]
    done = []
    for second in range(10):
        house.at(second)
        for page in worker.claim():
            done += page.job_ids
            worker.settle(page)
    assert done == [jobs[0], jobs[1], jobs[3]]
