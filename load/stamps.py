"""When jobs started: noted by a handler in its process, read by the benchmark in another.

The monotonic clock is one and the same for all processes of a machine.
"""

from __future__ import annotations

import os
import tempfile
import time
from functools import cache
from pathlib import Path

from stack.waiting import wait_until

SECONDS = 60


def new_file(directory: Path) -> Path:
    """A new, empty file of stamps."""
    descriptor, name = tempfile.mkstemp(prefix="stamps-", dir=directory)
    os.close(descriptor)
    return Path(name)


def note(file: str, number: int) -> None:
    """Adds the present moment to a file of stamps, under the number of the job."""
    now = time.monotonic()
    os.write(_appended(file), f"{number} {now:.9f}\n".encode())


@cache
def _appended(file: str) -> int:
    return os.open(file, os.O_WRONLY | os.O_APPEND)


def read(file: Path) -> dict[int, float]:
    """All stamps of a file: the moment for each number."""
    lines = file.read_text().splitlines()
    return {int(number): float(moment) for number, moment in map(str.split, lines)}


def await_all(file: Path, count: int) -> dict[int, float]:
    """Waits until a file has so many stamps. Raises StackError when that takes too long."""
    wait_until(lambda: len(read(file)) >= count, SECONDS, f"No {count} jobs ran.", lambda: "")
    return read(file)
