"""Shows a person how far a command has come."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.status import Status

STEPS = {
    "cluster": "PostgreSQL cluster",
    "migrations": "Migrations",
    "pooler": "PgBouncer pools",
    "processes": "API and workers",
    "health": "Health",
}


class Steps:
    """A line for each step: spinning while it runs, ticked with its time when it is done."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self._spinner = Status("", console=console)
        self._current: str | None = None
        self._since = 0.0

    def __call__(self, step: str) -> None:
        """Tells that this step goes on: its name, and after a blank what it is busy with."""
        name, _, detail = step.partition(" ")
        if name != self._current:
            self._finish()
            self._current, self._since = name, time.monotonic()
        self._spinner.update(f"{STEPS[name]} [dim]{detail}")

    def _finish(self) -> None:
        if self._current is not None:
            seconds = time.monotonic() - self._since
            self.console.print(f"[green]✓[/] {STEPS[self._current]:<20} [dim]{seconds:5.1f} s")
            self._current = None

    def __enter__(self) -> Self:
        self._spinner.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            self._finish()
        elif self._current is not None:
            self.console.print(f"[red]✗[/] {STEPS[self._current]}")
        self._spinner.stop()
