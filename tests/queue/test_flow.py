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
