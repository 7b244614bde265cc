"""What the tests of the worker start from."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import cast
from uuid import uuid4

import pytest

from common.database import Database
from tests.workers.fake_queue import TENANT, FakeQueue, FakeWorker
from workers.job import Job
from workers.page import Page


@pytest.fixture
def queue() -> FakeQueue:
    """An empty queue."""
    return FakeQueue()


@pytest.fixture
def worker(queue: FakeQueue) -> Callable[..., FakeWorker]:
    """Makes a worker with these handlers (by kind) and so many slots."""

    def make(slots: int = 2, **handlers: Callable[[Job], Awaitable[None]]) -> FakeWorker:
        return FakeWorker(queue, dict(handlers), slots)

    return make


@pytest.fixture
def job(queue: FakeQueue) -> Job:
    """A job of a page of its own."""
    page = Page(1, uuid4(), datetime.now(UTC) + timedelta(seconds=30))
    page.expect(7)
    database = cast(Database, queue)
    return Job(7, TENANT, "default", "t", 1, 5, '{"a": 1}', None, page, database)
