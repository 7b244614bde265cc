"""The guided run: real deliveries through the whole house, and the count of what came of them."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Iterator
from time import monotonic

from rich.console import Console

from demo import data
from demo.client import Client
from demo.evidence import Evidence, collect, probe
from demo.figures import Figures, measure
from demo.follower import following
from demo.ledger import Ledger
from demo.progress import progress_of
from demo.proofs import prove
from demo.sender import Sender
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
    calm_seconds: float = 3.0,
    concurrency: int = 24,
) -> Summary:
    """Floods the platform with deliveries, then sends calmly, and proves what came of them.

    The flood is every delivery `rounds` times, for `seconds` at least; the calm that follows goes
    on for `calm_seconds` at half the rate that was reached. `admin_key` must be an operator's: the
    run makes tenants of its own, which stay. What the platform does wrong is told by the summary.
    Raises Refused when it can't even be asked.
    """
    deliveries = data.load()
    async with Client(base_url) as client:
        tenants = await create_tenants(client, admin_key, data.owners(deliveries))
        ledger = Ledger(tenants)
        sender = Sender(client, ledger, concurrency)
        async with (
            following(client, ledger),
            progress_of(ledger, console, rounds * len(deliveries)),
        ):
            source = data.in_rounds(deliveries, rounds=rounds, seconds=seconds)
            flood = await _stretch(sender, ledger, source)
            calm = None
            if calm_seconds > 0 and flood.jobs_per_second > 0:
                source = data.in_rounds(deliveries, rounds=0, seconds=calm_seconds)
                calm = await _stretch(sender, ledger, source, flood.jobs_per_second / 2)
            await asyncio.sleep(LAST_LOOK)
        return await _summary(client, ledger, flood, calm)


async def _stretch(
    sender: Sender, ledger: Ledger, source: Iterator[data.Delivery], rate: float | None = None
) -> Figures:
    """Sends, and waits until all that was accepted was streamed or nothing comes any more."""
    began_at = monotonic()
    await sender.send(source, rate)
    sent_at = monotonic()
    seen, last_at = -1, sent_at
    while not ledger.is_settled and monotonic() - last_at < OUTCOME_PATIENCE:
        if ledger.streamed != seen:
            seen, last_at = ledger.streamed, monotonic()
        await asyncio.sleep(0.02)
    return measure(ledger, began_at, sent_at)


async def _summary(client: Client, ledger: Ledger, flood: Figures, calm: Figures | None) -> Summary:
    """Collects the evidence and draws the conclusions."""
    retries = client.retries
    evidence = await collect(client, ledger)
    probes, leaks = await probe(client, ledger)
    return Summary(
        tenants=len(ledger.accounts),
        accepted=ledger.accepted,
        succeeded=ledger.succeeded,
        streamed=ledger.streamed,
        flood=flood,
        calm=calm,
        retries=retries,
        replays=ledger.replayed,
        reconnects=ledger.reconnects,
        repositories=_busiest(evidence.values()),
        proofs=prove(ledger, evidence, probes, leaks),
    )


def _busiest(evidence: Iterable[Evidence]) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for one in evidence:
        counts.update(one.repositories)
    return tuple(counts.most_common(BUSIEST))
