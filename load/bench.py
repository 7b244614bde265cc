"""`./howdah bench NAME`: runs one benchmark and tells what it found."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import orjson
import typer
from rich.console import Console

from load import (
    blocked,
    depth,
    drivers,
    fairness,
    gateway,
    latency,
    queue,
    tenants,
)
from load import (
    jobs as jobs_bench,
)
from load.comparison import Comparison
from load.options import Options


@dataclass(frozen=True)
class Bench:
    """A benchmark, and which options beyond the time it understands."""

    run: Callable[[Options], Comparison]
    takes: frozenset[str] = frozenset()


JOBS = frozenset({"jobs"})
BENCHES = {
    "drivers": Bench(drivers.run),
    "gateway": Bench(gateway.run),
    "queue": Bench(queue.run, frozenset({"held", "cost", "jobs"})),
    "jobs": Bench(jobs_bench.run, JOBS),
    "latency": Bench(latency.run),
    "fairness": Bench(fairness.run, JOBS),
    "depth": Bench(depth.run, JOBS),
    "tenants": Bench(tenants.run, JOBS),
    "blocked": Bench(blocked.run, JOBS),
}
Name = StrEnum("Name", {name: name for name in BENCHES})  # type: ignore[misc]

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def bench(
    name: Annotated[Name, typer.Argument(help="Which benchmark.")],
    seconds: Annotated[float, typer.Option(min=2, help="About how long it measures.")] = 60,
    jobs: Annotated[int | None, typer.Option(min=1000, help="How many jobs it takes.")] = None,
    held: Annotated[
        float | None,
        typer.Option(min=10, help="queue: while a snapshot is held, so many seconds for each."),
    ] = None,
    cost: Annotated[bool, typer.Option("--cost", help="queue: what a job costs.")] = False,
    json: Annotated[bool, typer.Option("--json", help="The finding as one line of JSON.")] = False,
) -> None:
    """Measures the platform beside a limit or a peer, in turns on this machine."""
    chosen = BENCHES[name.value]
    given = {"jobs": jobs, "held": held, "cost": cost}
    for option in (one for one, value in given.items() if value and one not in chosen.takes):
        raise typer.BadParameter(f"bench {name.value} has no --{option}")
    console = Console(stderr=True)
    with console.status(f"Measuring {name.value}"):
        finding = chosen.run(Options(seconds, jobs, held, cost))
    if json:
        sys.stdout.write(orjson.dumps(finding.as_json()).decode() + "\n")
        return
    console.print(
        f"{finding.bench}: ours {finding.ours:,.1f} {finding.unit}, "
        f"reference {finding.reference:,.1f} {finding.unit}, ratio {finding.ratio:.2f}"
    )
    for figure, value in finding.figures.items():
        console.print(f"  {figure}: {value:,}")


if __name__ == "__main__":
    app(prog_name="./howdah bench")
