"""Anything may happen to jobs in any order: each one that was accepted ends, and ends once."""

from __future__ import annotations

from functools import partial
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.house import House
from tests.queue.machine import Machine
from tests.sessions import Tenant, Worker


def test_every_job_that_was_accepted_ends_once(
    house: House, worker: Worker, tenant: Tenant
) -> None:
    machine: Any = partial(Machine, house, worker, tenant)
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=120,
            stateful_step_count=50,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
