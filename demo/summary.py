"""The result of a guided run: what it proved and measured, for people and for programs."""

from dataclasses import asdict, dataclass
from math import ceil
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from demo.figures import Figures
from demo.proofs import Proof

FAILURES_SHOWN = 8
BAR_WIDTH = 24


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything a guided run found out."""

    tenants: int
    accepted: int
    succeeded: int
    streamed: int
    flood: Figures  # as fast as deliveries were accepted
    calm: Figures | None  # at half the rate at which the flood's jobs were done
    retries: int  # requests that were sent again, since the platform was away
    replays: int  # … of which an earlier try had taken effect
    reconnects: int  # streams that were opened again
    repositories: tuple[tuple[str, int], ...]  # the busiest, with their number of deliveries
    proofs: tuple[Proof, ...]

    @property
    def ok(self) -> bool:
        """Whether every proof holds."""
        return all(proof.ok for proof in self.proofs)

    def as_json(self) -> dict[str, Any]:
        """The summary as JSON values."""
        members = asdict(self)
        members["repositories"] = dict(self.repositories)
        members["proofs"] = [{**asdict(proof), "ok": proof.ok} for proof in self.proofs]
        return {"ok": self.ok, **members}

    def render(self) -> RenderableType:
        """The summary as a panel."""
        parts: list[RenderableType] = [self._proofs(), Text(), self._figures()]
        if self.repositories:
            parts += [Text(), self._busiest()]
        if self.retries or self.reconnects:
            parts += [Text(), self._interruptions()]
        good = "[bold green]Everything arrived, once"
        return Panel(
            Group(*parts),
            title=good if self.ok else "[bold red]Something went wrong",
            subtitle=f"[dim]GitHub's deliveries, for {self.tenants} tenants",
            border_style="green" if self.ok else "red",
            padding=(1, 2),
            expand=False,
        )

    def _proofs(self) -> Table:
        table = Table.grid(padding=(0, 2))
        table.add_column()
        table.add_column()
        table.add_column(justify="right")
        for proof in self.proofs:
            mark = "[green]✓" if proof.ok else "[red]✗"
            table.add_row(mark, proof.claim, f"[bold]{proof.counted:,}")
            for failure in proof.failures[:FAILURES_SHOWN]:
                table.add_row("", Text(failure, style="red"))
            if (more := len(proof.failures) - FAILURES_SHOWN) > 0:
                table.add_row("", f"[red]… and {more} more")
        return table

    def _figures(self) -> Table:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
        table.add_column("")
        for name in ("accepted", "jobs", "p50", "p99"):
            table.add_column(name, header_style="dim", justify="right")
        for name, figures in (("flooded", self.flood), ("at half that rate", self.calm)):
            if figures is not None:
                table.add_row(
                    f"{name}, {figures.seconds:.1f} s",
                    f"[bold]{figures.requests_per_second:,.0f}/s",
                    f"[bold]{figures.jobs_per_second:,.0f}/s",
                    f"[bold]{_milliseconds(figures.p50_ms)}",
                    f"[bold]{_milliseconds(figures.p99_ms)}",
                )
        table.caption = "p50, p99: from accepted to the streamed end of the job"
        table.caption_style = "dim"
        table.caption_justify = "left"
        return table

    def _busiest(self) -> Table:
        table = Table.grid(padding=(0, 2))
        table.add_column()
        table.add_column()
        table.add_column(justify="right")
        most = self.repositories[0][1]
        for name, count in self.repositories:
            bar = "━" * ceil(BAR_WIDTH * count / most)
            table.add_row(name, Text(bar, style="cyan"), f"{count:,}")
        return table

    def _interruptions(self) -> Text:
        return Text(
            f"The platform was away for a while: {self.retries:,} requests were sent again, "
            f"{self.replays:,} of which had taken effect already; {self.reconnects:,} times a "
            "stream was resumed.",
            style="yellow",
        )


def _milliseconds(value: float | None) -> str:
    if value is None:
        return "—"
    return f"{value:,.0f} ms" if value >= 10 else f"{value:.1f} ms"
