"""The guided run: real deliveries through the whole house, and the count of what came of them."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence
from time import monotonic

from rich.console import Console

from demo import data
from demo.client import Client
from demo.evidence import Evidence, collect, probe
from demo.follower import following
from demo.ledger import Ledger
from demo.progress import progress_of
from demo.proofs import prove
from demo.sender import send_all
from demo.summary import Summary
from demo.tenants import create_tenants

# A page whose worker died comes back when its lease ends, and then its jobs wait for a retry.
OUTCOME_PATIENCE = 90.0
LAST_LOOK = 0.5  # seconds in which something that comes twice may still come
BUSIEST = 5


async def guided_run(
    *,
    base_url: str,
    admin_key: str,
    console: Console | None = None,
    rounds: int = 10,
    seconds: float = 6.0,
    concurrency: int = 24,
) -> Summary:
    """Sends every delivery so many times, for at least so many seconds, and proves what came of it.

    `admin_key` must be an operator's: the run makes tenants of its own, which stay. What the
    platform does wrong is told by the summary. Raises Refused when it can't even be asked.
    """
    deliveries = data.load()
    async with Client(base_url) as client:
        tenants = await create_tenants(client, admin_key, data.owners(deliveries))
        ledger = Ledger(tenants)
        async with (
            following(client, ledger),
            progress_of(ledger, console, rounds * len(deliveries)),
        ):
            began_at = monotonic()
            source = data.in_rounds(deliveries, rounds=rounds, seconds=seconds)
            await send_all(client, ledger, source, concurrency)
            sent_at = monotonic()
            await _until_settled(ledger)
            await asyncio.sleep(LAST_LOOK)
        evidence = await collect(client, ledger)
        probes, leaks = await probe(client, ledger)
    ended_at = max(ledger.end_times(), default=sent_at)
    latencies = ledger.latencies()
    return Summary(
        tenants=len(tenants),
        accepted=ledger.accepted,
        succeeded=ledger.succeeded,
        streamed=ledger.streamed,
        seconds=ended_at - began_at,
        requests_per_second=ledger.accepted / (sent_at - began_at),
        jobs_per_second=ledger.succeeded / (ended_at - began_at),
        p50_ms=_quantile(latencies, 0.50) * 1000,
        p99_ms=_quantile(latencies, 0.99) * 1000,
        retries=client.retries,
        replays=ledger.replayed,
        reconnects=ledger.reconnects,
        repositories=_busiest(evidence.values()),
        proofs=prove(ledger, evidence, probes, leaks),
    )


async def _until_settled(ledger: Ledger) -> None:
    """Waits until all that was accepted was streamed, or nothing has come for a long time."""
    seen, last_at = -1, monotonic()
    while not ledger.is_settled and monotonic() - last_at < OUTCOME_PATIENCE:
        if ledger.streamed != seen:
            seen, last_at = ledger.streamed, monotonic()
        await asyncio.sleep(0.02)


def _quantile(ordered: Sequence[float], share: float) -> float:
    """The value that this share of all values does not exceed (nearest rank); 0 for none."""
    return ordered[max(0, round(share * len(ordered)) - 1)] if ordered else 0.0


def _busiest(evidence: Iterable[Evidence]) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for one in evidence:
        counts.update(one.repositories)
    return tuple(counts.most_common(BUSIEST))
