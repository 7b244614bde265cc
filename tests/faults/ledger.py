"""What happened, written down outside of the database: it must not be lost with it.

Each process writes to a file of its own, one line with one system call and on the disk before the
process goes on. So what a line says is true even if its process, or the whole platform, was killed
right after it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any


@dataclass(frozen=True)
class Entry:
    """A line: what happened, by the clock that all processes of a machine share."""

    what: str
    at: float
    pid: int
    facts: dict[str, Any]

    @property
    def job_id(self) -> int:
        """The job that it is about."""
        job_id: int = self.facts["job_id"]
        return job_id

    @property
    def attempt(self) -> int:
        """Which attempt at the job."""
        attempt: int = self.facts["attempt"]
        return attempt


class Ledger:
    """The files of all processes in one directory."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._read: dict[Path, int] = {}
        self._entries: dict[str, list[Entry]] = {}

    def write(self, what: str, **facts: object) -> None:
        """Adds a line; it is on the disk when this returns."""
        line = json.dumps([what, monotonic(), os.getpid(), facts]) + "\n"
        file = os.open(
            self.directory / f"{os.getpid()}.jsonl", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600
        )
        try:
            os.write(file, line.encode())
            os.fdatasync(file)
        finally:
            os.close(file)

    def entries(self, what: str) -> list[Entry]:
        """The lines of one kind, of all processes so far; those of one process in their order."""
        for entry in self._news():
            self._entries.setdefault(entry.what, []).append(entry)
        return self._entries.get(what, [])

    def job_ids(self, what: str) -> list[int]:
        """The jobs of the lines of one kind."""
        return [entry.job_id for entry in self.entries(what)]

    def _news(self) -> Iterator[Entry]:
        for path in sorted(self.directory.glob("*.jsonl")):
            with path.open("rb") as file:
                file.seek(self._read.get(path, 0))
                for line in file:
                    if line.endswith(b"\n"):
                        self._read[path] = self._read.get(path, 0) + len(line)
                        yield Entry(*json.loads(line))
