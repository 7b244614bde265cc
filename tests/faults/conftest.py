"""Platforms that may be broken: each file of tests has one of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from stack.private import PrivateStack
from tests.faults.ledger import Ledger

HANDLERS = "workers.builtin,demo.handlers,tests.faults.handlers,tests.faults.wrong_clock"
# A page comes back soon after its worker died, and so do its jobs.
SOON = "select queue.define(%s, lease => '2 seconds', page_size => 50, retry_base => '0.1 seconds')"
EFFECTS = Path(__file__).parent / "effects.sql"

Platforms = Callable[..., AbstractContextManager[PrivateStack]]
Measured = Callable[[str], None]


def equip(stack: PrivateStack) -> None:
    """Gives a platform short leases, and what the handlers of the tests need."""
    with stack.connect() as connection:
        for queue in ("default", "github"):
            connection.execute(SOON, (queue,))
        connection.execute(EFFECTS.read_bytes())


@pytest.fixture(scope="session")
def platforms(seed: Path) -> Platforms:
    """Makes platforms that lose nothing when they are killed: two workers, two API processes if
    no other number is asked for."""

    @contextmanager
    def make(api: int = 2) -> Iterator[PrivateStack]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("HOWDAH_HANDLERS", HANDLERS)
            with PrivateStack(seed=seed, api=api, worker=2, durable=True) as stack:
                equip(stack)
                yield stack

    return make


@pytest.fixture(scope="module")
def platform(platforms: Platforms) -> Iterator[PrivateStack]:
    """A platform for the tests of one file."""
    with platforms() as stack:
        yield stack


@pytest.fixture(scope="module")
def queue_platform(platforms: Platforms) -> Iterator[PrivateStack]:
    """A platform for the tests of one file that need no API."""
    with platforms(api=0) as stack:
        yield stack


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """An empty ledger."""
    return Ledger(tmp_path)


@pytest.fixture
def measured(record_property: Callable[[str, object], None]) -> Measured:
    """Notes a sentence with what was measured; the summary of the run shows all of them."""

    def note(sentence: str) -> None:
        print(sentence)
        record_property("measured", sentence)

    return note
