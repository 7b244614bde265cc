"""The state of one process."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class State:
    """What the supervisor knows about a process: its state is RUNNING, BACKOFF, STOPPED…"""

    name: str
    state: str
    pid: int
    # Seconds since it started.
    uptime: int
    description: str

    @property
    def is_running(self) -> bool:
        """Whether the process exists and has not been told to stop."""
        return self.state in ("RUNNING", "STARTING")
