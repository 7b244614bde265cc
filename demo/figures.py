"""What a stretch of the run measured."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from demo.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Figures:
    """Rates per second, and the milliseconds from the answer to a delivery to the streamed end of
    its job: half of all took no longer than p50, 99 of 100 no longer than p99; None if none ended.
    """

    seconds: float  # from the first request to the last streamed end
    accepted: int
    requests_per_second: float
    jobs_per_second: float
    p50_ms: float | None
    p99_ms: float | None


def measure(ledger: Ledger, began_at: float, sent_at: float) -> Figures:
    """The figures of everything accepted since `began_at`; the last answer came at `sent_at`."""
    jobs = [
        (accepted_at, account.ended_at[job_id])
        for account in ledger.accounts.values()
        for job_id, accepted_at in account.accepted_at.items()
        if accepted_at >= began_at and job_id in account.ended_at
    ]
    seconds = max((ended_at for _, ended_at in jobs), default=sent_at) - began_at
    # An end that was streamed before the answer had arrived took no time.
    latencies = sorted(max(0.0, ended_at - accepted_at) * 1000 for accepted_at, ended_at in jobs)
    accepted = sum(
        accepted_at >= began_at
        for account in ledger.accounts.values()
        for accepted_at in account.accepted_at.values()
    )
    return Figures(
        seconds=seconds,
        accepted=accepted,
        requests_per_second=accepted / (sent_at - began_at),
        jobs_per_second=len(jobs) / seconds,
        p50_ms=_quantile(latencies, 0.50),
        p99_ms=_quantile(latencies, 0.99),
    )


def _quantile(ordered: Sequence[float], share: float) -> float | None:
    """The value that this share of all values does not exceed (nearest rank); None for none."""
    return ordered[ceil(share * len(ordered)) - 1] if ordered else None
