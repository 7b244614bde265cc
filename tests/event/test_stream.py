"""The stream, with every step committed: each event once, in one order, from any position on."""

from __future__ import annotations

import psycopg
import pytest

from tests.house import House
from tests.sessions import Tenant, Worker


def test_an_event_is_read_once(house: House, tenant: Tenant) -> None:
    reader = house.reader(tenant)
    start = reader.now()
    events = [tenant.emit() for _ in range(3)]

    first = reader.read_on(start)
    assert first.event_ids == events
    assert reader.read_on(first.reached).event_ids == []


def test_who_begins_now_gets_nothing_of_the_past(house: House, tenant: Tenant) -> None:
    tenant.emit()
    reader = house.reader(tenant)

    assert reader.read_on(reader.now()).event_ids == []


def test_an_event_of_a_transaction_that_failed_never_was(house: House, tenant: Tenant) -> None:
    reader = house.reader(tenant)
    start = reader.now()
    with tenant.transaction(force_rollback=True):
        tenant.emit()
    kept = tenant.emit()

    assert reader.read_on(start).event_ids == [kept]


def test_a_reader_gets_the_events_of_its_tenants_alone(house: House, tenant: Tenant) -> None:
    other = house.tenant("other")
    mine, both = house.reader(tenant), house.reader(tenant, other)
    start = mine.now()
    a, b, c = tenant.emit(), other.emit(), tenant.emit()

    assert mine.read_on(start).event_ids == [a, c]
    assert both.read_on(start).event_ids == [a, b, c]
    assert house.reader().read_on(start).event_ids == []


@pytest.mark.parametrize("batch", [1, 2, 3, 7, 100])
def test_a_batch_is_never_exceeded_and_loses_nothing(
    house: House, tenant: Tenant, batch: int
) -> None:
    reader, early = house.reader(tenant), house.reader(tenant)
    start = reader.now()
    events = []
    for size in (1, 5, 2):
        events += [tenant.emit() for _ in range(size)]
        early.read_on(start)

    position, found, more = start, [], True
    while more:
        reading = reader.read(position, batch)
        assert len(reading.events) <= batch
        found += reading.event_ids
        position, more = reading.reached, reading.is_more
    assert found == events


def test_a_batch_of_nothing_still_goes_on(house: House, tenant: Tenant) -> None:
    reader = house.reader(tenant)
    start = reader.now()
    events = [tenant.emit() for _ in range(2)]

    assert reader.read_on(start, batch=0).event_ids == events


def test_from_every_position_a_reader_gets_the_exact_rest(house: House, tenant: Tenant) -> None:
    slow = house.same_tenant(tenant)
    reader, early = house.reader(tenant), house.reader(tenant)
    start = reader.now()
    with slow.transaction():
        slow.rows("select event.emit('late')")
        for _ in range(4):
            for _ in range(3):
                tenant.emit()
            early.read_on(start)

    whole = reader.read_on(start)
    assert len(whole.events) == 13
    for count, (position, _) in enumerate(whole.events, start=1):
        assert house.reader(tenant).read_on(position).events == whole.events[count:]
        assert reader.read_on(position, batch=2).events == whole.events[count:]


def test_a_reader_that_never_read_in_between_gets_the_same(house: House, tenant: Tenant) -> None:
    busy, lazy = house.reader(tenant), house.reader(tenant)
    start = busy.now()
    seen, position = [], start
    for _ in range(5):
        tenant.emit()
        reading = busy.read_on(position)
        seen += reading.events
        position = reading.reached

    assert lazy.read_on(start).events == seen


def test_an_event_that_came_between_the_number_and_the_snapshot_of_a_tick_is_read(
    house: House, tenant: Tenant
) -> None:
    reader = house.reader(tenant)
    start = reader.now()
    last = house.admin.value("select pg_sequence_last_value('event.event_id_seq')")
    events = [tenant.emit(), tenant.emit()]
    house.admin.rows("select pulse.tick('event', %s)", last)
    events.append(tenant.emit())

    assert reader.read_on(start).event_ids == events


def test_a_position_is_good_until_its_tick_is_dropped(house: House, tenant: Tenant) -> None:
    reader = house.reader(tenant)
    old = reader.now()
    for days in (0, 0, 10, 10):
        house.at(days * 86400)
        house.admin.rows("select ops.maintain()")
    tenant.emit()
    assert len(reader.read_on(old).events) == 1

    house.admin.rows("select ops.maintain()")
    with pytest.raises(psycopg.Error) as refused:
        reader.read(old)
    assert refused.value.sqlstate == "VE410"


def test_deed_event_job_and_outcome_are_each_there_once(
    house: House, worker: Worker, tenant: Tenant
) -> None:
    reader = house.reader(tenant)
    start = reader.now()
    tenant.rows("select event.create_rule('order.*', 'test')")
    order = tenant.emit("order.paid")
    (page,) = worker.claim()
    worker.settle(page)

    reading = reader.read_on(start)
    assert reading.event_ids[0] == order
    types = "select type from event.list_events(null, 99) order by event_id"
    assert [row[0] for row in tenant.rows(types)] == ["order.paid", "job.succeeded"]
    assert len(reading.events) == 2
