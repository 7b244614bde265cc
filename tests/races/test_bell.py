"""The bell wakes whoever sleeps, and nobody sleeps through work."""

from __future__ import annotations

from datetime import timedelta

import psycopg
import pytest

from tests.house import House
from tests.sessions import Session, Tenant, Worker

AT_ONCE = timedelta(0)
A_SECOND = timedelta(seconds=1)


@pytest.fixture
def listener(house: House) -> Session:
    listener = house.session("howdah_listen")
    listener.rows("listen howdah_wake")
    return listener


def woken(listener: Session) -> list[str]:
    return [note.payload for note in listener.connection.notifies(timeout=0.2)]


def fall_asleep(worker: Worker) -> None:
    assert worker.claim() == []
    assert worker.rest() == A_SECOND


def test_who_sleeps_is_woken_by_a_ring(worker: Worker, tenant: Tenant, listener: Session) -> None:
    fall_asleep(worker)
    assert woken(listener) == []

    worker.rows("select queue.ring('{queue}')")

    assert woken(listener) == ["queue"]


def test_while_nobody_sleeps_nobody_is_woken(
    worker: Worker, tenant: Tenant, listener: Session
) -> None:
    fall_asleep(worker)
    worker.rows("select queue.ring('{queue}')")
    assert woken(listener) == ["queue"]

    for _ in range(5):
        tenant.enqueue()
        worker.rows("select queue.ring('{queue}')")

    assert woken(listener) == []


def test_many_rings_wake_once(house: House, worker: Worker, listener: Session) -> None:
    fall_asleep(worker)
    fall_asleep(house.worker())

    for _ in range(3):
        worker.rows("select queue.ring('{queue,event}')")

    assert woken(listener) == ["queue"]


def test_who_lies_down_before_a_commit_is_woken_after_it(
    house: House, worker: Worker, tenant: Tenant, listener: Session
) -> None:
    worker.claim()
    requests = house.session("queue_owner")
    requests.rows("select set_config('howdah.tenant_id', %s, false)", str(tenant.tenant_id))
    with requests.transaction():
        requests.rows("select pulse.defer_rings()")
        job_id = requests.value("select queue.enqueue('test')")
        assert worker.rest() == A_SECOND
        assert requests.value("select pulse.rings()") == ["queue"]
    worker.rows("select queue.ring('{queue}')")

    assert woken(listener) == ["queue"]
    assert worker.claim_jobs() == [job_id]


def deferred(house: House, tenant: Tenant) -> Session:
    """A session in which work is added as in a request: it tells whom to ring for."""
    requests = house.session("queue_owner")
    requests.rows("select set_config('howdah.tenant_id', %s, false)", str(tenant.tenant_id))
    return requests


def add(requests: Session) -> list[str]:
    """Adds a job; gives the topics to ring after the commit."""
    requests.rows("select pulse.defer_rings()")
    requests.rows("select queue.enqueue('test')")
    topics: list[str] = requests.value("select pulse.rings()")
    return topics


def test_the_commit_itself_wakes_who_sleeps_and_the_ring_after_it_does_not_again(
    house: House, worker: Worker, tenant: Tenant, listener: Session
) -> None:
    fall_asleep(worker)
    requests = deferred(house, tenant)
    with requests.transaction():
        topics = add(requests)
        assert woken(listener) == []
    assert woken(listener) == ["queue"]
    worker.rows("select queue.ring(%s)", topics)
    assert woken(listener) == []


def test_who_lies_down_while_a_commit_is_on_its_way_is_woken_after_it(
    house: House, worker: Worker, tenant: Tenant, listener: Session
) -> None:
    fall_asleep(worker)
    requests = deferred(house, tenant)
    with requests.transaction():
        topics = add(requests)
        fall_asleep(house.worker())
    assert woken(listener) == ["queue"]
    worker.rows("select queue.ring(%s)", topics)
    assert woken(listener) == ["queue"]


def test_one_transaction_at_a_time_wakes_with_its_commit_and_the_others_ring_after_theirs(
    house: House, worker: Worker, tenant: Tenant, listener: Session
) -> None:
    fall_asleep(worker)
    first, second = deferred(house, tenant), deferred(house, tenant)
    with first.transaction():
        add(first)
        with second.transaction():
            topics = add(second)
        assert topics == ["queue"]
        assert woken(listener) == []
        worker.rows("select queue.ring(%s)", topics)
        assert woken(listener) == ["queue"]


def test_what_is_rolled_back_leaves_the_sleeper_to_the_next_who_comes(
    house: House, worker: Worker, tenant: Tenant, listener: Session
) -> None:
    fall_asleep(worker)
    requests = deferred(house, tenant)
    with pytest.raises(ZeroDivisionError), requests.transaction():
        add(requests)
        raise ZeroDivisionError
    assert woken(listener) == []
    with requests.transaction():
        add(requests)
    assert woken(listener) == ["queue"]


def test_who_lies_down_after_a_commit_sees_the_work(worker: Worker, tenant: Tenant) -> None:
    worker.claim()
    tenant.enqueue()

    assert worker.rest() == AT_ONCE


def test_sql_that_nobody_rings_for_rings_with_its_commit(
    worker: Worker, tenant: Tenant, listener: Session
) -> None:
    fall_asleep(worker)

    with tenant.transaction():
        tenant.enqueue()
        assert woken(listener) == []

    assert woken(listener) == ["queue"]


def test_a_reader_that_found_nothing_is_woken_by_the_next_event(
    house: House, tenant: Tenant, listener: Session
) -> None:
    reader = house.session("api_owner")
    read = "select id, name from event.read(%s::uuid[], %s, 10)"
    position = reader.value(read, [tenant.tenant_id], None)
    assert reader.rows(read, [tenant.tenant_id], position) == [(position, None)]

    tenant.emit()

    assert woken(listener) == ["event"]
    assert len(reader.rows(read, [tenant.tenant_id], position)) == 2


def test_who_listens_may_do_nothing_else(house: House) -> None:
    listener = house.session("howdah_listen")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        listener.rows("select pulse.arm('queue')")
