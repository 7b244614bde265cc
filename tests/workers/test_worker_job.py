"""A job's transaction: effects and settle are one commit, and a doubt is never guessed away."""

import asyncio

import pytest

from common.faults import Unavailable
from tests.workers.fake_queue import FakeQueue, LeaseLostError
from workers import Job, LeaseLost
from workers.outcomes import result_of
from workers.page import State


async def test_the_tenant_is_entered_before_the_handlers_calls(queue: FakeQueue, job: Job) -> None:
    async with job.transaction() as db:
        await db.call("demo.record", job.payload["a"])
        await db.complete()
    assert queue.log == ["queue.enter", "demo.record", "queue.complete", "commit"]


async def test_a_completed_job_has_succeeded_whatever_its_handler_does_next(job: Job) -> None:
    async with job.transaction() as db:
        await db.complete()
    job.page.finish(results=[result_of(job.job_id, ValueError("later"))])
    assert job.page.results == []
    assert job.page.is_held


async def test_a_block_that_raises_completes_nothing(job: Job) -> None:
    with pytest.raises(ValueError, match="no"):
        async with job.transaction() as db:
            await db.complete()
            raise ValueError("no")
    job.page.finish(results=[result_of(job.job_id, ValueError("no"))])
    assert [one["outcome"] for one in job.page.results] == ["failed"]


async def test_a_lease_that_is_lost_by_the_commit_undoes_the_block(
    queue: FakeQueue, job: Job
) -> None:
    queue.faults["queue.complete"] = [LeaseLostError()]
    with pytest.raises(LeaseLost):
        async with job.transaction() as db:
            await db.complete()
    assert job.page.state is State.LOST
    assert "commit" not in queue.log


async def test_a_lost_lease_stops_the_handler_and_the_page(queue: FakeQueue, job: Job) -> None:
    queue.faults["queue.enter"] = [LeaseLostError()]
    with pytest.raises(LeaseLost):
        async with job.transaction():
            pytest.fail("the block must not run")
    assert job.page.state is State.LOST


@pytest.mark.parametrize("error", [Unavailable("gone"), asyncio.CancelledError()])
async def test_a_commit_that_was_not_confirmed_puts_the_page_in_doubt(
    queue: FakeQueue, job: Job, error: BaseException
) -> None:
    queue.faults["commit"] = [error]
    with pytest.raises(type(error)):
        async with job.transaction() as db:
            await db.complete()
    assert job.page.state is State.UNCERTAIN


async def test_a_lost_commit_without_complete_is_an_ordinary_failure(
    queue: FakeQueue, job: Job
) -> None:
    queue.faults["commit"] = [Unavailable("gone")]
    with pytest.raises(Unavailable):
        async with job.transaction():
            pass
    assert job.page.is_held


def test_a_job_never_shows_its_payload_in_its_repr(job: Job) -> None:
    assert '"a"' not in repr(job)
