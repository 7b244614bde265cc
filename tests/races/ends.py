"""What happens at the end of a page, and what of it is refused."""

from __future__ import annotations

from collections.abc import Callable

import psycopg

from tests.sessions import Page, Session, Tenant


def expire(sweep: Session, page: Page) -> None:
    sweep.rows("select queue.expire_page(%s)", page.page_id)


def lost(call: Callable[[], object]) -> bool:
    """Whether a call is refused because the lease is lost."""
    try:
        call()
    except psycopg.Error as error:
        assert error.sqlstate == "QU409"
        return True
    return False


def told(tenant: Tenant) -> list[str]:
    return [row[0] for row in tenant.rows("select type from event.list_events(null, 99)")]
