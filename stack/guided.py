"""The guided run, and what is remembered of it: it is done once for each home."""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import UTC, datetime

from rich.console import Console

from demo.messages import Refused
from demo.run import guided_run
from stack.errors import StackError
from stack.stack import Stack


def is_done(stack: Stack) -> bool:
    """Whether a guided run on this home has proved everything."""
    return stack.home.guided_run.exists()


def run(stack: Stack, key: str, console: Console, *, as_json: bool) -> bool:
    """Does the guided run, prints its summary and tells whether every proof holds.

    Raises StackError when the platform could not even be asked.
    """
    try:
        summary = asyncio.run(guided_run(base_url=stack.base_url, admin_key=key, console=console))
    except (Refused, OSError) as error:
        raise StackError(
            f"The guided run could not be done: {error}", "See what ./howdah logs says."
        ) from error
    found = json.dumps({"ran_at": datetime.now(UTC).isoformat(), **summary.as_json()})
    if summary.ok:
        stack.home.guided_run.write_text(found)
    if as_json:
        sys.stdout.write(found + "\n")
    else:
        console.print(summary.render())
    return summary.ok


def recall(stack: Stack, console: Console, *, as_json: bool) -> None:
    """Prints what the guided run found when it was done."""
    found = stack.home.guided_run.read_text()
    if as_json:
        sys.stdout.write(found + "\n")
        return
    summary = json.loads(found)
    console.print(
        f"\nThe guided run was done on {summary['ran_at'][:16].replace('T', ' ')} UTC: "
        f"{summary['accepted']:,} deliveries accepted, {summary['succeeded']:,} jobs succeeded, "
        f"{summary['streamed']:,} events streamed. `./howdah up --run` does it again.",
        highlight=False,
    )
