"""Handlers that compute: processes of their own, which die and are killed without consequences."""

from __future__ import annotations

import asyncio
import os
import pickle
import signal
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.workers.fake_queue import TENANT, FakeQueue, FakeWorker, until
from workers.cpu_job import HEAD
from workers.job import JobFacts
from workers.registry import load


@asynccontextmanager
async def working(
    queue: FakeQueue, *, job_timeout: float | None = None, grace: float = 5.0
) -> AsyncIterator[FakeWorker]:
    """Work with the handlers that compute, in two processes."""
    queue.rest = timedelta(seconds=0.01)
    handlers = load(["tests.workers.cpu_handlers"])
    worker = FakeWorker(queue, handlers, slots=4, job_timeout=job_timeout)
    async with worker.working(grace):
        yield worker


async def settled(queue: FakeQueue, page: int) -> list[dict[str, Any]]:
    """What was said of the jobs of a page, in their order."""
    await until(lambda: page in queue.settled, seconds=20)
    return sorted(queue.settled[page], key=lambda one: one["job_id"])


def lives(pid: int) -> bool:
    """Tell whether there is such a process; a zombie counts where it is for us to bury."""
    try:
        facts = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return facts[0] != "Z" or int(facts[1]) == os.getpid()


async def hanging(path: Path) -> list[int]:
    """The numbers of the processes of a job that hangs."""
    written: list[str] = []

    def is_written() -> bool:
        if path.exists():
            written[:] = path.read_text().split()
        return len(written) == 2

    await until(is_written, seconds=20)
    return [int(word) for word in written]


def gone(pids: list[int]) -> Callable[[], bool]:
    """Tell whether none of these processes is left."""
    return lambda: not any(map(lives, pids))


async def test_what_a_handler_returns_is_the_result_of_the_job(queue: FakeQueue) -> None:
    async with working(queue):
        results = await settled(queue, queue.put(*["cpu.double"] * 6, payload=21))
        pids = [one["result"]["pid"] for one in results]
        assert len(set(pids)) == 2
        assert os.getpid() not in pids
    assert {(one["outcome"], one["result"]["twice"]) for one in results} == {("succeeded", 42)}
    assert gone(pids)()


async def test_what_a_handler_raises_is_told_in_full(queue: FakeQueue) -> None:
    async with working(queue):
        pages = [queue.put("cpu.raise", payload=what) for what in ("error", "retry", "dead")]
        (failed,), (retried,), (dead,) = [await settled(queue, page) for page in pages]
    assert failed["outcome"] == "failed"
    assert failed["error"]["type"] == "ValueError"
    assert failed["error"]["message"] == "no"
    assert failed["error"]["detail"].startswith("workers/cpu_handlers.py:")
    assert (retried["outcome"], retried["retry_in"]) == ("failed", 7)
    assert (dead["outcome"], dead["error"]["message"]) == ("dead", "never")


async def test_a_process_that_dies_takes_one_job_with_it(queue: FakeQueue) -> None:
    async with working(queue):
        pages = [queue.put("cpu.die", payload=how) for how in ("kill", "exit")]
        pages.append(queue.put(*["cpu.double"] * 10, payload=1))
        (killed,), (ended,), doubled = [await settled(queue, page) for page in pages]
    assert killed["outcome"] == ended["outcome"] == "failed"
    assert killed["error"]["type"] == "process_died"
    assert killed["error"]["message"] == "the process of the job was killed by SIGKILL"
    assert ended["error"]["message"] == "the process of the job ended with code 3"
    assert {one["outcome"] for one in doubled} == {"succeeded"}


async def test_a_job_that_hangs_is_killed_with_all_that_it_started(
    queue: FakeQueue, tmp_path: Path
) -> None:
    path = tmp_path / "pids"
    async with working(queue, job_timeout=3):
        page = queue.put("cpu.hang", payload=str(path))
        pids = await hanging(path)
        (result,) = await settled(queue, page)
        await until(gone(pids))
        assert [one["outcome"] for one in await settled(queue, queue.put("cpu.double", payload=1))]
    assert result["error"]["message"] == "the job ran longer than 3 s"


async def test_a_cancelled_job_is_killed(queue: FakeQueue, tmp_path: Path) -> None:
    path = tmp_path / "pids"
    async with working(queue) as worker:
        page = queue.put("cpu.hang", payload=str(path))
        pids = await hanging(path)
        worker.holds.notified(f"{page} {page * 100}")
        (result,) = await settled(queue, page)
        await until(gone(pids))
    assert result["outcome"] == "cancelled"


async def test_a_drain_leaves_no_process_behind(queue: FakeQueue, tmp_path: Path) -> None:
    path = tmp_path / "pids"
    async with working(queue, grace=0.05):
        page = queue.put("cpu.hang", payload=str(path))
        pids = await hanging(path)
    assert [one["outcome"] for one in queue.settled[page]] == ["released"]
    await until(gone(pids))


async def test_a_process_whose_worker_is_gone_goes_too(tmp_path: Path) -> None:
    path = tmp_path / "pids"
    arguments = ("-m", "workers.cpu_process", "test", "WARNING", "tests.workers.cpu_handlers")
    process = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, stdin=PIPE, stdout=PIPE, start_new_session=True
    )
    facts = JobFacts(1, TENANT, "default", "cpu.hang", 1, 5, None, None)
    request = pickle.dumps((facts, str(path)))
    assert process.stdin is not None
    process.stdin.write(HEAD.pack(len(request)) + request)
    pids = await hanging(path)
    process.send_signal(signal.SIGTERM)  # as a whole group gets it: the worker decides
    await asyncio.sleep(0.1)
    assert process.returncode is None
    process.stdin.close()
    assert await process.wait() == -signal.SIGKILL
    await until(gone(pids))


async def test_cancellations_at_any_moment_leak_no_process(queue: FakeQueue) -> None:
    async with working(queue) as worker:
        for pause in (0.0, 0.001, 0.02, 0.1, 0.3):
            page = queue.put(*["cpu.double"] * 4, payload=1)
            await until(lambda: worker.slots.running)
            await asyncio.sleep(pause)
            worker.slots.cancel_all()
            await settled(queue, page)
        await settled(queue, queue.put("cpu.double", payload=1))
        pids = worker.cpu.pids
        assert len(pids) <= 2
    assert gone(pids)()


async def test_a_handler_may_print_and_tell_of_its_progress(queue: FakeQueue) -> None:
    async with working(queue):
        page = queue.put("cpu.talk", payload="half")
        assert await settled(queue, page) == []
    assert queue.reports == [(page * 100, 50, "half")]


async def test_a_result_that_cannot_be_kept_ends_the_job_for_good(queue: FakeQueue) -> None:
    async with working(queue):
        (result,) = await settled(queue, queue.put("cpu.set"))
    assert result["outcome"] == "dead"
    assert result["error"]["message"].startswith("the result is not JSON")
