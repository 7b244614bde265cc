"""Maintenance goes on beside the work: it stops nobody, and nobody stops it."""

from __future__ import annotations

from concurrent.futures import wait

import pytest

from tests.house import House
from tests.sessions import Session, Tenant, Worker

A_DAY = 86400.0


@pytest.fixture
def keeper(house: House) -> Session:
    """Who looks after the house."""
    return house.session("howdah_worker")


def maintain(keeper: Session) -> None:
    keeper.rows("select ops.maintain()")


def partitions(house: House, log: str) -> int:
    count: int = house.admin.value(
        "select count(*) from pg_inherits where inhparent = %s::regclass", log
    )
    return count


def test_new_partitions_wait_for_no_transaction(
    house: House, worker: Worker, tenant: Tenant, keeper: Session
) -> None:
    house.at(0)
    maintain(keeper)
    before = partitions(house, "queue.page")
    tenant.emit()
    with tenant.transaction(), worker.transaction():
        tenant.enqueue()
        tenant.emit()
        worker.claim()
        house.at(A_DAY)
        maintain(keeper)
    assert partitions(house, "queue.page") == before + 1


def test_while_one_maintains_the_other_does_nothing(
    house: House, keeper: Session, tenant: Tenant, worker: Worker
) -> None:
    other = house.session("howdah_worker")
    house.at(A_DAY)
    for _ in range(3):
        maintain(other)
    with keeper.transaction():
        maintain(keeper)
        waiting = house.meanwhile(maintain, other)
        assert not wait([waiting], timeout=10).not_done
        job_id = tenant.enqueue()
        assert worker.claim_jobs() == [job_id]
    assert waiting.exception() is None


def test_sequences_that_logs_share_are_moved_by_one_alone(house: House, keeper: Session) -> None:
    before = partitions(house, "queue.outcome")
    house.at(A_DAY)
    with house.admin.transaction():
        house.admin.rows("select pg_advisory_xact_lock(hashtextextended('queue.maintain', 0))")
        maintain(keeper)
        assert partitions(house, "queue.outcome") == before
    maintain(keeper)
    assert partitions(house, "queue.outcome") > before


def test_maintenance_that_failed_leaves_no_number_without_a_place(
    house: House, keeper: Session, tenant: Tenant, worker: Worker
) -> None:
    house.at(30 * A_DAY)
    with keeper.transaction(force_rollback=True):
        maintain(keeper)
    assert worker.claim_jobs() == [] and tenant.enqueue() and tenant.emit()

    maintain(keeper)
    maintain(keeper)
    late = tenant.enqueue()
    assert late > house.admin.value("select core.id_at(core.now())")
    assert late in worker.claim_jobs()


def test_an_old_partition_stays_while_somebody_reads_the_log(
    house: House, keeper: Session, tenant: Tenant
) -> None:
    maintain(keeper)
    old = partitions(house, "event.event")
    house.at(0)
    maintain(keeper)
    assert partitions(house, "event.event") == old + 4

    with tenant.transaction():
        tenant.rows("select event.list_events(null, 1)")
        maintain(keeper)
        assert partitions(house, "event.event") == old + 4
    maintain(keeper)
    assert partitions(house, "event.event") == 4


def test_the_partition_in_use_is_never_dropped_however_old(
    house: House, keeper: Session, tenant: Tenant
) -> None:
    house.at(0)
    maintain(keeper)

    assert tenant.emit()


def test_a_crowd_at_work_is_not_disturbed(house: House, keeper: Session) -> None:
    tenants = [house.tenant(f"tenant-{n}") for n in range(3)]
    workers = [house.worker() for _ in range(3)]

    def add(tenant: Tenant) -> list[int]:
        return [tenant.enqueue(is_announced=True) for _ in range(100)]

    def work(worker: Worker) -> list[int]:
        done: list[int] = []
        while len(done) < 1000:
            pages = worker.claim()
            for page in pages:
                worker.settle(page)
                done += page.job_ids
            if not pages and all(future.done() for future in adding):
                break
        return done

    adding = [house.meanwhile(add, tenant) for tenant in tenants]
    working = [house.meanwhile(work, worker) for worker in workers]
    for days in range(1, 6):
        keeper.rows("select set_config('tests.now', %s, false)", f"2031-01-0{days} 12:00Z")
        maintain(keeper)

    added = [job_id for future in adding for job_id in future.result(60)]
    done = [job_id for future in working for job_id in future.result(60)]
    done += [job_id for page in workers[0].claim(pages=100) for job_id in page.job_ids]
    assert sorted(done) == sorted(added)
