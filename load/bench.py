"""`./howdah bench NAME`: runs one benchmark and tells what it found."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated

import orjson
import typer
from rich.console import Console

from load import drivers, gateway, queue
from load.comparison import Comparison

BENCHES: dict[str, Callable[[float], Comparison]] = {
    "drivers": drivers.run,
    "gateway": gateway.run,
    "queue": queue.run,
}
Name = StrEnum("Name", {name: name for name in BENCHES})  # type: ignore[misc]


def bench(
    name: Annotated[Name, typer.Argument(help="Which benchmark.")],
    seconds: Annotated[float, typer.Option(min=2, help="About how long it measures.")] = 60,
    json: Annotated[bool, typer.Option("--json", help="The finding as one line of JSON.")] = False,
) -> None:
    """Measures the platform beside a limit or a peer, in turns on this machine."""
    console = Console(stderr=True)
    with console.status(f"Measuring {name} for about {seconds:.0f} s"):
        finding = BENCHES[name.value](seconds)
    if json:
        sys.stdout.write(orjson.dumps(finding.as_json()).decode() + "\n")
        return
    console.print(
        f"{finding.bench}: ours {finding.ours:,.0f} {finding.unit}, "
        f"reference {finding.reference:,.0f} {finding.unit}, ratio {finding.ratio:.2f}"
    )


if __name__ == "__main__":
    typer.run(bench)
