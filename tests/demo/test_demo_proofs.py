"""What the guided run would say if the platform lost, doubled, mixed up or gave away anything."""

from __future__ import annotations

from dataclasses import replace

import pytest

from demo.evidence import Evidence
from demo.ledger import Ledger, Streamed
from demo.proofs import prove
from demo.tenants import Tenant

Case = tuple[Ledger, dict[str, Evidence]]


@pytest.fixture
def case() -> Case:
    """Two tenants, each with two deliveries that went well: events 10 to 13 and 20 to 23."""
    ledger = Ledger({name: Tenant(name, name, "key") for name in ("acme", "globex")})
    evidence = {}
    for name, first in (("acme", 10), ("globex", 20)):
        for event_id in (first, first + 1):
            ledger.accept(name, event_id, [event_id * 100])
        for event_id in range(first, first + 4):
            is_end = event_id >= first + 2
            event = Streamed(f"1-{event_id}", event_id, "job.succeeded" if is_end else "github.x")
            ledger.stream(name, event, (event_id - 2) * 100 if is_end else None)
        jobs = [first * 100, (first + 1) * 100]
        evidence[name] = Evidence(
            events=list(range(first, first + 4)),
            deliveries=[first, first + 1],
            ends=jobs,
            states=[(job, "succeeded") for job in jobs],
            activity=[first, first + 1],
            repositories={},
        )
    return ledger, evidence


def failures(case: Case, claim: str) -> tuple[str, ...]:
    """What contradicts a claim; every other claim must hold."""
    proofs = prove(*case, probes=0, leaks=())
    assert [p.claim for p in proofs if not p.ok and p.claim != claim] == []
    return next(p.failures for p in proofs if p.claim == claim)


def test_holds_when_all_went_well(case: Case) -> None:
    assert case[0].is_settled
    assert all(proof.ok for proof in prove(*case, probes=8, leaks=()))


def test_names_an_event_that_is_not_in_the_log(case: Case) -> None:
    case[1]["acme"].deliveries.remove(11)
    assert failures(case, "Every accepted event is in the log once") == (
        "acme: events in the log: 1 of 2 missing (11)",
    )


def test_names_an_event_that_is_in_the_log_twice(case: Case) -> None:
    case[1]["acme"].deliveries.append(11)
    assert failures(case, "Every accepted event is in the log once") == (
        "acme: events in the log: 1 more than once (11)",
    )


def test_names_an_event_that_nobody_was_told_of(case: Case) -> None:
    case[1]["acme"].deliveries.append(19)
    assert failures(case, "Every accepted event is in the log once") == (
        "acme: events in the log: 1 that nobody expected (19)",
    )


def test_names_a_job_that_is_dead(case: Case) -> None:
    case[1]["globex"].states[1] = (2100, "dead")
    assert failures(case, "Every job succeeded once") == ("globex: 1 jobs are dead (2100)",)


def test_names_a_job_that_left_no_effect(case: Case) -> None:
    case[1]["globex"].activity.remove(20)
    assert failures(case, "Every job succeeded once") == (
        "globex: activities: 1 of 2 missing (20)",
    )


def test_names_a_job_that_succeeded_twice(case: Case) -> None:
    case[1]["globex"].ends.append(2000)
    assert failures(case, "Every job succeeded once") == (
        "globex: announced successes: 1 more than once (2000)",
    )


def test_names_an_event_that_set_off_no_job(case: Case) -> None:
    ledger, evidence = case
    ledger.accept("acme", 14, [])
    ledger.stream("acme", Streamed("1-14", 14, "github.x"), None)
    for ids in (evidence["acme"].events, evidence["acme"].deliveries, evidence["acme"].activity):
        ids.append(14)
    assert failures(case, "Every job succeeded once") == (
        "acme: 1 events did not set off exactly one job (14)",
    )


def test_names_an_event_that_was_streamed_twice(case: Case) -> None:
    case[0].stream("acme", Streamed("1-14", 13, "job.succeeded"), 1100)
    assert failures(case, "Every event was streamed once, in order") == (
        "acme: streamed events: 1 more than once (13)",
    )


def test_names_an_event_that_was_not_streamed(case: Case) -> None:
    case[0].accounts["acme"].streamed.pop()
    assert failures(case, "Every event was streamed once, in order") == (
        "acme: streamed events: 1 of 4 missing (13)",
    )


def test_names_a_stream_that_went_back(case: Case) -> None:
    streamed = case[0].accounts["acme"].streamed
    streamed[2] = replace(streamed[2], position="1-9")
    assert failures(case, "Every event was streamed once, in order") == (
        "acme: the stream went back from 1-11 to 1-9",
    )


def test_names_what_a_tenant_saw_of_another(case: Case) -> None:
    case[0].stream("acme", Streamed("1-20", 20, "github.x"), None)
    proofs = {proof.claim: proof for proof in prove(*case, probes=0, leaks=("acme: leaked",))}
    assert proofs["No tenant saw another's"].failures == (
        "acme: leaked",
        "acme: saw 1 events of globex (20)",
    )


def test_names_a_delivery_that_was_refused(case: Case) -> None:
    case[0].accounts["acme"].troubles.append("POST /v1/events was answered 403 IA403")
    assert failures(case, "Every delivery was accepted") == (
        "acme: POST /v1/events was answered 403 IA403",
    )
