"""Shows how far a run has come."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from demo.ledger import Ledger

EVERY = 0.1  # seconds


@asynccontextmanager
async def progress_of(
    ledger: Ledger, console: Console | None, deliveries: int
) -> AsyncIterator[None]:
    """Shows a bar each for what is accepted, done and streamed while the block runs.

    `deliveries` is how many will be sent at least. Without a console nothing is shown.
    """
    if console is None:
        yield
        return
    with _bars(console) as bars:
        updating = asyncio.create_task(_keep_updating(bars, ledger, deliveries))
        try:
            yield
        finally:
            updating.cancel()
            _update(bars, ledger, ledger.accepted)


def _bars(console: Console) -> Progress:
    bars = Progress(
        SpinnerColumn(finished_text="[green]✓"),
        TextColumn("{task.description}"),
        BarColumn(bar_width=32),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
    )
    for description in ("Deliveries accepted", "Jobs succeeded", "Events streamed"):
        bars.add_task(description, total=None)
    return bars


async def _keep_updating(bars: Progress, ledger: Ledger, deliveries: int) -> None:
    while True:
        _update(bars, ledger, max(deliveries, ledger.accepted))
        await asyncio.sleep(EVERY)


def _update(bars: Progress, ledger: Ledger, deliveries: int) -> None:
    """Each delivery makes a job; it and the job's end are events."""
    counts = (
        (ledger.accepted, deliveries),
        (ledger.succeeded, deliveries),
        (ledger.streamed, 2 * deliveries),
    )
    for task, (completed, total) in zip(bars.task_ids, counts, strict=True):
        bars.update(task, completed=completed, total=total)
