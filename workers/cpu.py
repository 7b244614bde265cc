"""The processes of handlers that compute, seen from the worker."""

from __future__ import annotations

import asyncio
import os
import pickle
import signal
import sys
from contextlib import suppress

import orjson

from workers.cpu_job import HEAD, Answer
from workers.job import Job
from workers.outcomes import Reported

_FAREWELL_SECONDS = 2.0


class ProcessDied(Exception):
    """The process of a job ended before the job did: it crashed, or something killed it."""

    error_type = "process_died"


class CpuPool:
    """At most `size` processes with one job each at a time, made when they are needed.

    A job that is cancelled, or runs too long, takes its process and all that this started with
    it; a process that dies takes its job with it. Either way the next job gets a new process.
    """

    def __init__(self, size: int, *arguments: str) -> None:
        self._arguments = arguments
        self._room = asyncio.Semaphore(size)
        self._idle: list[_Process] = []
        self._all: set[_Process] = set()

    @property
    def pids(self) -> list[int]:
        """Give the numbers of the processes."""
        return [process.pid for process in self._all]

    async def run(self, job: Job) -> object:
        """Run a job in a process, when one is free, and give its result.

        Raises Reported for what the handler raised, ProcessDied when the process ends.
        """
        async with self._room:
            process = self._idle.pop() if self._idle else await self._start()
            try:
                answer = await process.run(job)
            except BaseException:
                await self._end(process)
                raise
            self._idle.append(process)
        if isinstance(answer, dict):
            raise Reported(answer)
        return orjson.Fragment(answer) if isinstance(answer, bytes) else None

    async def aclose(self) -> None:
        """End all processes: those without a job by themselves, the others by force."""
        for process in self._idle:
            process.dismiss()
        if self._idle:
            waits = [asyncio.create_task(process.wait()) for process in self._idle]
            await asyncio.wait(waits, timeout=_FAREWELL_SECONDS)
        for process in list(self._all):
            await self._end(process)

    async def _start(self) -> _Process:
        module = "workers.cpu_process"
        process = _Process(
            await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", module, *self._arguments),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                start_new_session=True,
            )
        )
        self._all.add(process)
        return process

    async def _end(self, process: _Process) -> None:
        process.kill()
        await process.wait()
        self._all.discard(process)


class _Process:
    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @property
    def pid(self) -> int:
        """Give its number."""
        return self._process.pid

    async def run(self, job: Job) -> Answer:
        """Run one job, passing on what it says of its progress; give its last answer."""
        try:
            self._send((job.facts(), job.payload))
            while isinstance(answer := await self._receive(), tuple):
                await job.report(*answer)
        except (asyncio.IncompleteReadError, ConnectionError):
            raise ProcessDied(await self._cause()) from None
        return answer

    def dismiss(self) -> None:
        """Tell the process to end when it has no job."""
        if self._process.stdin is not None:
            self._process.stdin.close()

    def kill(self) -> None:
        """Kill the process and whatever it started."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)

    async def wait(self) -> int:
        """Wait for its end and give its exit code; negative: the signal that killed it."""
        return await self._process.wait()

    def _send(self, message: object) -> None:
        data = pickle.dumps(message)
        assert self._process.stdin is not None  # noqa: S101 (it was asked for)
        self._process.stdin.write(HEAD.pack(len(data)) + data)

    async def _receive(self) -> Answer:
        assert self._process.stdout is not None  # noqa: S101
        head = await self._process.stdout.readexactly(HEAD.size)
        data = await self._process.stdout.readexactly(HEAD.unpack(head)[0])
        answer: Answer = pickle.loads(data)  # noqa: S301 (our own process)
        return answer

    async def _cause(self) -> str:
        code = await self.wait()
        if code >= 0:
            return f"the process of the job ended with code {code}"
        return f"the process of the job was killed by {signal.Signals(-code).name}"
