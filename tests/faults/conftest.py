"""Platforms that may be broken: each file of tests has one of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from stack.private import PrivateStack

HANDLERS = "workers.builtin,demo.handlers,tests.faults.handlers"
# A page comes back soon after its worker died, and so do its jobs.
SOON = "select queue.define(%s, lease => '2 seconds', page_size => 50, retry_base => '0.1 seconds')"

Platforms = Callable[[], AbstractContextManager[PrivateStack]]


@pytest.fixture(scope="session")
def platforms(seed: Path) -> Platforms:
    """Makes platforms that lose nothing when they are killed: two API processes, two workers."""

    @contextmanager
    def make() -> Iterator[PrivateStack]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("HOWDAH_HANDLERS", HANDLERS)
            with PrivateStack(seed=seed, api=2, worker=2, durable=True) as stack:
                with stack.connect() as connection:
                    for queue in ("default", "github"):
                        connection.execute(SOON, (queue,))
                yield stack

    return make


@pytest.fixture(scope="module")
def platform(platforms: Platforms) -> Iterator[PrivateStack]:
    """A platform for the tests of one file."""
    with platforms() as stack:
        yield stack
