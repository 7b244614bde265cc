"""Many workers claim at once: each page goes to one of them, and none is lost."""

from __future__ import annotations

from threading import Barrier

from tests.house import House
from tests.sessions import Tenant, Worker

CROWD = 8


def drain(worker: Worker, start: Barrier, *, gives_up_every: int = 0) -> list[int]:
    """Claims and settles until nothing is left; rolls every so manieth claim back."""
    start.wait(10)
    jobs: list[int] = []
    count = 0
    while True:
        count += 1
        gives_up = gives_up_every > 0 and count % gives_up_every == 0
        with worker.transaction(force_rollback=gives_up):
            pages = worker.claim()
            for page in pages:
                worker.settle(page)
        if gives_up:
            continue
        if not pages:
            return jobs
        jobs += [job_id for page in pages for job_id in page.job_ids]


def test_no_two_claimers_get_the_same_page(house: House, tenant: Tenant) -> None:
    house.admin.rows("select queue.define('default', page_size => 1)")
    jobs = [tenant.enqueue() for _ in range(300)]
    start = Barrier(CROWD)

    drains = [house.meanwhile(drain, house.worker(), start) for _ in range(CROWD)]

    claimed = [job_id for one in drains for job_id in one.result(60)]
    assert sorted(claimed) == jobs


def test_claimers_that_fail_lose_nothing(house: House, tenant: Tenant) -> None:
    house.admin.rows("select queue.define('default', page_size => 1)")
    jobs = [tenant.enqueue() for _ in range(200)]
    start = Barrier(CROWD)

    drains = [house.meanwhile(drain, house.worker(), start, gives_up_every=3) for _ in range(CROWD)]

    claimed = [job_id for one in drains for job_id in one.result(60)]
    claimed += drain(house.worker(), Barrier(1))
    assert sorted(claimed) == jobs


def test_a_claim_that_is_rolled_back_hides_no_page(house: House, tenant: Tenant) -> None:
    house.admin.rows("select queue.define('default', page_size => 1)")
    first, second, third = (tenant.enqueue() for _ in range(3))
    one, other = house.worker(), house.worker()
    assert other.claim_jobs() == [first]

    with one.transaction(force_rollback=True):
        assert one.claim_jobs() == [second]
        waiting = house.meanwhile(other.claim_jobs)
        house.wait_until_blocked(other)

    assert waiting.result(10) == [second]
    assert other.claim_jobs() == [third]


def test_one_claimer_cuts_at_a_time(house: House, tenant: Tenant) -> None:
    job_id = tenant.enqueue()
    one, other = house.worker(), house.worker()
    with one.transaction():
        assert one.claim_jobs() == [job_id]
        late = tenant.enqueue()
        waiting = house.meanwhile(other.claim_jobs)
        house.wait_until_blocked(other)
    assert waiting.result(10) == [late]


def test_who_waited_for_a_cutter_that_failed_cuts_by_itself(house: House, tenant: Tenant) -> None:
    job_id = tenant.enqueue()
    one, other = house.worker(), house.worker()
    with one.transaction(force_rollback=True):
        assert one.claim_jobs() == [job_id]
        waiting = house.meanwhile(other.claim_jobs)
        house.wait_until_blocked(other)
    assert waiting.result(10) == [job_id]


def test_who_waited_for_a_cutter_takes_what_that_one_left(house: House, tenant: Tenant) -> None:
    house.admin.rows("select queue.define('default', page_size => 1)")
    first, second = tenant.enqueue(), tenant.enqueue()
    one, other = house.worker(), house.worker()
    with one.transaction():
        assert one.claim_jobs() == [first]
        waiting = house.meanwhile(other.claim_jobs)
        house.wait_until_blocked(other)
    assert waiting.result(10) == [second]
