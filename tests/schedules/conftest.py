"""A house with a tenant whose schedules workers fire."""

from __future__ import annotations

import pytest

from tests.house import House
from tests.house_fixtures import house, tenant
from tests.schedules.people import Clerk, Planner
from tests.sessions import Tenant

__all__ = ["house", "tenant"]


@pytest.fixture
def clerk(house: House, tenant: Tenant) -> Clerk:
    """Who makes the schedules of the tenant, at the start of 2030."""
    clerk = Clerk(house, tenant)
    house.at(0)
    return clerk


@pytest.fixture
def planner(house: House, clerk: Clerk) -> Planner:
    """A worker that plans and fires schedules."""
    planner = Planner(house)
    house.at(0)
    return planner
