"""Writers commit in any order while readers read: nothing is skipped, nothing comes twice."""

from __future__ import annotations

import random
from concurrent.futures import Future
from threading import Event
from time import sleep

from tests.house import House
from tests.readers import Reader
from tests.sessions import Session, Tenant

EMIT = "select (e.event).event_id from event.emit('test') as e"
WRITERS, ROUNDS = 5, 40


def test_a_slow_transaction_with_a_small_number_is_read_when_it_commits(
    house: House, tenant: Tenant
) -> None:
    slow, reader = house.same_tenant(tenant), house.reader(tenant)
    start = reader.now()
    with slow.transaction():
        small = slow.value(EMIT)
        great = tenant.emit()
        first = reader.read_on(start)
        assert first.event_ids == [great]
        assert small < great
    assert reader.read_on(first.reached).event_ids == [small]


def test_transactions_that_cross_many_ticks_are_read_once_each(
    house: House, tenant: Tenant
) -> None:
    one, two, reader = house.same_tenant(tenant), house.same_tenant(tenant), house.reader(tenant)
    start = position = reader.now()
    seen: list[int] = []

    def read() -> None:
        nonlocal position
        reading = reader.read_on(position)
        seen.extend(reading.event_ids)
        position = reading.reached

    with one.transaction():
        expected = [one.value(EMIT)]
        with two.transaction():
            expected += [two.value(EMIT), tenant.emit()]
            read()
            expected.append(one.value(EMIT))
            expected.append(tenant.emit())
            read()
        expected.append(tenant.emit())
        read()
    read()

    assert sorted(seen) == sorted(expected)
    assert len(seen) == len(set(seen))
    assert house.reader(tenant).read_on(start).event_ids == seen


def test_two_readers_see_the_same_order(house: House, tenant: Tenant) -> None:
    slow = house.same_tenant(tenant)
    one, other = house.reader(tenant), house.reader(tenant)
    start = one.now()
    with slow.transaction():
        slow.value(EMIT)
        tenant.emit()
        seen = one.read_on(start)
        tenant.emit()
    seen_later = one.read_on(seen.reached)

    assert other.read_on(start).events == seen.events + seen_later.events


def test_a_reader_waits_for_one_who_is_making_a_tick(house: House, tenant: Tenant) -> None:
    one, other = house.reader(tenant), house.reader(tenant)
    start = one.now()
    event_id = tenant.emit()
    with one.transaction():
        assert one.read_on(start).event_ids == [event_id]
        waiting = house.meanwhile(other.read_on, start)
        house.wait_until_blocked(other)
    assert waiting.result(10).event_ids == [event_id]


def test_a_reading_that_failed_leaves_no_hole(house: House, tenant: Tenant) -> None:
    one, other = house.reader(tenant), house.reader(tenant)
    start = one.now()
    event_id = tenant.emit()
    with one.transaction(force_rollback=True):
        one.read_on(start)
    assert other.read_on(start).event_ids == [event_id]


def test_ordered_writers_of_one_key_wait_for_each_other(house: House, tenant: Tenant) -> None:
    ordered = "select (e.event).event_id from event.emit('a', key => %s, is_ordered => true) as e"
    one, same, different = (house.same_tenant(tenant) for _ in range(3))
    with one.transaction():
        first = one.value(ordered, "order/7")
        waiting = house.meanwhile(same.value, ordered, "order/7")
        house.wait_until_blocked(same)
        different.value(ordered, "order/8")
        tenant.emit("a", "order/7")
    assert waiting.result(10) > first


def write(session: Session, seed: int) -> list[int]:
    """Emits in transactions of any length, some of which fail; gives what was committed."""
    choice = random.Random(seed)  # noqa: S311
    written: list[int] = []
    for _ in range(ROUNDS):
        fails = choice.random() < 0.2
        with session.transaction(force_rollback=fails):
            numbers = []
            for _ in range(choice.randint(1, 3)):
                numbers.append(session.value(EMIT))
                sleep(choice.random() * 0.01)
        written += [] if fails else numbers
    return written


def follow(reader: Reader, start: str, is_over: Event) -> list[tuple[str, int]]:
    """Reads until everything was written and nothing is left."""
    events: list[tuple[str, int]] = []
    position = start
    while True:
        was_over = is_over.is_set()
        reading = reader.read(position, 7)
        events += reading.events
        position = reading.reached
        if was_over and not reading.is_more and not reading.events:
            return events


def test_in_a_crowd_every_reader_gets_every_event_once_in_one_order(
    house: House, tenant: Tenant
) -> None:
    readers = [house.reader(tenant) for _ in range(3)]
    start, is_over = readers[0].now(), Event()
    following: list[Future[list[tuple[str, int]]]] = [
        house.meanwhile(follow, reader, start, is_over) for reader in readers
    ]
    writing = [house.meanwhile(write, house.same_tenant(tenant), n) for n in range(WRITERS)]
    written = [number for future in writing for number in future.result(60)]
    is_over.set()

    one, *others = [future.result(60) for future in following]
    assert sorted(number for _, number in one) == sorted(written)
    assert all(other == one for other in others)
    for position, _ in one[:: len(one) // 10]:
        rest = one[[at for at, _ in one].index(position) + 1 :]
        assert readers[0].read_on(position).events == rest
