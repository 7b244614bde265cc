"""Handlers that compute, for the processes of the tests."""

import logging
import os
import signal
import subprocess
import sys
import time
from typing import Any

from workers import CpuJob, Dead, Retry, handler

log = logging.getLogger(__name__)


@handler("cpu.double", cpu=True)
def double(payload: Any, job: CpuJob) -> Any:
    """Give twice the payload, and which process did it."""
    return {"twice": payload * 2, "pid": os.getpid(), "attempt": job.attempt}


@handler("cpu.raise", cpu=True)
def fail(payload: str, _job: CpuJob) -> None:
    """Raise what the payload names."""
    raise {"error": ValueError("no"), "retry": Retry(7), "dead": Dead("never")}[payload]


@handler("cpu.die", cpu=True)
def die(payload: str, _job: CpuJob) -> None:
    """End the process in the way that the payload names."""
    if payload == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(3)


@handler("cpu.hang", cpu=True)
def hang(payload: str, _job: CpuJob) -> None:
    """Start a program that outlives this, write both numbers to a file, and go on for ever."""
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    with open(payload, "w", encoding="ascii") as file:
        file.write(f"{os.getpid()} {child.pid}\n")
    while True:
        time.sleep(0.01)


@handler("cpu.talk", cpu=True)
def talk(payload: str, job: CpuJob) -> None:
    """Print, read, and say how far it is."""
    print(payload)  # would spoil the messages, if it went where they go
    assert sys.stdin.read() == ""
    job.report(50, payload)


@handler("cpu.set", cpu=True)
def give_a_set(_payload: object, _job: CpuJob) -> object:
    """Give what is no JSON."""
    return {1, 2}
