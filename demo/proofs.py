"""What the run proves, by counting: what was accepted and streamed against what is there."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from demo.evidence import Evidence
from demo.ledger import Account, Ledger

NUMBER = re.compile("[0-9]+")
SHOWN = 5  # so many ids of those that are wrong are named


@dataclass(frozen=True, slots=True)
class Proof:
    """A claim, how many things were counted for it, and everything that contradicts it."""

    claim: str
    counted: int
    failures: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing contradicts the claim."""
        return not self.failures


def prove(
    ledger: Ledger, evidence: Mapping[str, Evidence], probes: int, leaks: Collection[str]
) -> tuple[Proof, ...]:
    """All proofs. `probes` is how many requests for others' things were made, `leaks` what they
    brought to light."""
    pairs = [(account, evidence[name]) for name, account in ledger.accounts.items()]
    return (
        Proof(
            "Every delivery was accepted",
            ledger.accepted,
            tuple(_named(a, trouble) for a, _ in pairs for trouble in a.troubles),
        ),
        Proof(
            "Every accepted event is in the log once",
            sum(len(e.deliveries) for _, e in pairs),
            tuple(_named(a, f) for a, e in pairs for f in _log(a, e)),
        ),
        Proof(
            "Every job succeeded once",
            sum(state == "succeeded" for _, e in pairs for _, state in e.states),
            tuple(_named(a, f) for a, e in pairs for f in _jobs(a, e)),
        ),
        Proof(
            "Every event was streamed once, in order",
            ledger.streamed,
            tuple(_named(a, f) for a, e in pairs for f in _stream(a, e)),
        ),
        Proof(
            "No tenant saw another's",
            probes,
            (*leaks, *(_named(a, f) for a, e in pairs for f in _foreign(ledger, a, e))),
        ),
    )


def _named(account: Account, failure: str) -> str:
    return f"{account.tenant.name}: {failure}"


def _log(account: Account, evidence: Evidence) -> Iterator[str]:
    yield from _compare("events in the log", account.jobs_of.keys(), evidence.deliveries)


def _jobs(account: Account, evidence: Evidence) -> Iterator[str]:
    """One job for each event, which succeeded, announced that once and left one activity."""
    job_ids = {job_id for jobs in account.jobs_of.values() for job_id in jobs}
    odd = [event_id for event_id, jobs in account.jobs_of.items() if len(jobs) != 1]
    if odd:
        yield f"{len(odd)} events did not set off exactly one job ({_some(odd)})"
    yield from _compare("jobs", job_ids, [job_id for job_id, _ in evidence.states])
    for state, count in Counter(state for _, state in evidence.states).items():
        if state != "succeeded":
            ids = [job_id for job_id, other in evidence.states if other == state]
            yield f"{count} jobs are {state} ({_some(ids)})"
    yield from _compare("announced successes", job_ids, evidence.ends)
    yield from _compare("activities", account.jobs_of.keys(), evidence.activity)


def _stream(account: Account, evidence: Evidence) -> Iterator[str]:
    streamed = [event.event_id for event in account.streamed]
    yield from _compare("streamed events", evidence.events, streamed)
    for earlier, later in pairwise(account.streamed):
        if _place(later.position) <= _place(earlier.position):
            yield f"the stream went back from {earlier.position} to {later.position}"
            return


def _place(position: str) -> tuple[int, ...]:
    """Where in the log a stream's id lies: its numbers, the first ones first."""
    return tuple(int(number) for number in NUMBER.findall(position))


def _foreign(ledger: Ledger, account: Account, evidence: Evidence) -> Iterator[str]:
    """Whatever this tenant was shown that was accepted from another one."""
    shown = {*evidence.events, *evidence.activity, *account.heard}
    jobs = {job_id for job_id, _ in evidence.states} | set(evidence.ends) | account.ended_at.keys()
    for other in ledger.accounts.values():
        if other is account:
            continue
        if foreign := shown & other.jobs_of.keys():
            yield f"saw {len(foreign)} events of {other.tenant.name} ({_some(foreign)})"
        if foreign := jobs & other.accepted_at.keys():
            yield f"saw {len(foreign)} jobs of {other.tenant.name} ({_some(foreign)})"


def _compare(what: str, expected: Collection[int], found: Collection[int]) -> Iterator[str]:
    """Says what is missing, what is there more than once, and what should not be there."""
    counts = Counter(found)
    if missing := set(expected) - counts.keys():
        yield f"{what}: {len(missing)} of {len(expected)} missing ({_some(missing)})"
    if repeated := [one for one, count in counts.items() if count > 1]:
        yield f"{what}: {len(repeated)} more than once ({_some(repeated)})"
    if unknown := counts.keys() - set(expected):
        yield f"{what}: {len(unknown)} that nobody expected ({_some(unknown)})"


def _some(ids: Collection[int]) -> str:
    some = ", ".join(str(one) for one in sorted(ids)[:SHOWN])
    return some if len(ids) <= SHOWN else f"{some}, …"
