"""The result of a guided run: what it proved and measured, for people and for programs."""

from dataclasses import asdict, dataclass
from math import ceil
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from demo.proofs import Proof

FAILURES_SHOWN = 8
BAR_WIDTH = 24


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything a guided run found out. Latencies are from the answer to a delivery to the
    streamed end of its job."""

    tenants: int
    accepted: int
    succeeded: int
    streamed: int
    seconds: float  # from the first request to the last streamed end
    requests_per_second: float
    jobs_per_second: float
    p50_ms: float
    p99_ms: float
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
        good = "[bold green]Everything arrived, once."
        title = good if self.ok else "[bold red]Something went wrong."
        return Panel(
            Group(*parts),
            title=title,
            subtitle="[dim]329 real deliveries of GitHub, over and over",
            border_style="green" if self.ok else "red",
            padding=(1, 2),
            expand=False,
        )

    def _proofs(self) -> Table:
        table = Table.grid(padding=(0, 2))
        for proof in self.proofs:
            mark = "[green]✓" if proof.ok else "[red]✗"
            table.add_row(mark, proof.claim, f"[bold]{proof.counted:,}")
            for failure in proof.failures[:FAILURES_SHOWN]:
                table.add_row("", Text(failure, style="red"))
            if more := len(proof.failures) - FAILURES_SHOWN:
                if more > 0:
                    table.add_row("", f"[red]… and {more} more")
        table.columns[2].justify = "right"
        return table

    def _figures(self) -> Table:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
        figures = (
            ("accepted requests", f"{self.requests_per_second:,.0f}/s"),
            ("jobs", f"{self.jobs_per_second:,.0f}/s"),
            ("accepted → outcome, p50", _milliseconds(self.p50_ms)),
            ("p99", _milliseconds(self.p99_ms)),
            ("tenants", f"{self.tenants}"),
            ("took", f"{self.seconds:.1f} s"),
        )
        for name, _ in figures:
            table.add_column(name, header_style="dim", justify="right")
        table.add_row(*(f"[bold]{value}" for _, value in figures))
        return table

    def _busiest(self) -> Table:
        table = Table.grid(padding=(0, 2))
        most = self.repositories[0][1]
        for name, count in self.repositories:
            bar = "━" * ceil(BAR_WIDTH * count / most)
            table.add_row(name, Text(bar, style="cyan"), f"{count:,}")
        table.columns[2].justify = "right"
        return table

    def _interruptions(self) -> Text:
        return Text(
            f"The platform was away for a while: {self.retries:,} requests were sent again, "
            f"{self.replays:,} of them had already taken effect, and {self.reconnects:,} streams "
            "were resumed.",
            style="yellow",
        )


def _milliseconds(value: float) -> str:
    return f"{value:,.0f} ms" if value >= 10 else f"{value:.1f} ms"
