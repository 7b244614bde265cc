"""What the tests of the worker start from."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import cast
from uuid import uuid4

import pytest

from common.database import Database
from tests.workers.fake_queue import TENANT, FakeQueue, FakeWorker
from workers.executor import refuse
from workers.job import Job
from workers.metrics import Tally
from workers.page import Page
from workers.payloads import Payloads
from workers.registry import Handler
from workers.slices import Slice


@pytest.fixture
def queue() -> FakeQueue:
    """An empty queue."""
    return FakeQueue()


@pytest.fixture
def worker(queue: FakeQueue) -> Callable[..., FakeWorker]:
    """Makes a worker with these handlers (by kind) and so many slots."""

    def make(
        slots: int = 2,
        job_timeout: float | None = None,
        **handlers: Callable[[Job], Awaitable[object]],
    ) -> FakeWorker:
        known = {kind: Handler(function) for kind, function in handlers.items()}
        return FakeWorker(queue, known, slots, job_timeout)

    return make


@pytest.fixture
def job(queue: FakeQueue) -> Job:
    """A job of a page of its own."""
    page = Page(1, uuid4(), datetime.now(UTC) + timedelta(seconds=30))
    page.unfinished = 1
    database = cast(Database, queue)
    part = Slice(
        page,
        TENANT,
        7,
        "default",
        "t",
        1,
        5,
        Payloads('[{"a": 1}]'),
        None,
        None,
        database,
        refuse,
        Tally(),
        is_limited=False,
    )
    return Job(part, 0)
