"""A tick cuts the log for all transactions, its own among them."""

from __future__ import annotations

from tests.house import House
from tests.sessions import Session, Tenant, Worker


def begin_old(session: Session, other: Tenant) -> None:
    """Gives a transaction its number, and lets a younger one commit."""
    session.rows("select pg_current_xact_id()")
    other.emit("younger")


def test_a_job_that_is_added_after_a_tick_of_the_same_transaction_is_claimed(
    house: House, worker: Worker, tenant: Tenant
) -> None:
    worker.claim()
    other = house.tenant("other")
    with tenant.transaction():
        begin_old(tenant, other)
        tenant.rows("set local role queue_engine")
        tenant.rows(
            "select queue.store_turn((queue.cut(queue.latest_turn(q.queue_id))).turn, core.now())"
            " from queue.queue as q where q.name = 'default'"
        )
        tenant.rows("select pulse.tick('queue', 0)")
        tenant.rows("set local role api_owner")
        job_id = tenant.enqueue()
    assert worker.claim_jobs() == [job_id]


def test_an_event_that_is_emitted_after_a_tick_of_the_same_transaction_is_read(
    house: House, tenant: Tenant
) -> None:
    reader, other = house.reader(tenant), house.tenant("other")
    start = reader.now()
    with tenant.transaction():
        begin_old(tenant, other)
        early = tenant.emit()
        tenant.rows("set local role event_engine")
        tenant.rows("select event.present_position()")
        tenant.rows("set local role api_owner")
        late = tenant.emit()
    assert reader.read_on(start).event_ids == [early, late]
