"""The deliveries that the guided run sends: real ones, see NOTICE."""

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from time import monotonic

import orjson

from demo import github

FILE = Path(__file__).with_name("github-deliveries.ndjson.gz")
UNAFFILIATED = "unaffiliated"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One delivery: whose it is, and the body of the request that emits it as an event."""

    owner: str
    request: bytes


def load() -> list[Delivery]:
    """Reads all deliveries, in the order of the file."""
    with gzip.open(FILE, "rb") as lines:
        return [_delivery(line) for line in lines]


def _delivery(line: bytes) -> Delivery:
    document = orjson.loads(line)
    payload = document["payload"]
    facts = github.facts(payload)
    request = {"type": f"github.{document['event']}", "data": payload}
    if facts.repository is not None:
        request["key"] = facts.repository
    return Delivery(facts.owner or UNAFFILIATED, orjson.dumps(request))


def owners(deliveries: Sequence[Delivery]) -> list[str]:
    """Everyone who has deliveries, in the order of the alphabet."""
    return sorted({delivery.owner for delivery in deliveries}, key=str.casefold)


def in_rounds(deliveries: Sequence[Delivery], *, rounds: int, seconds: float) -> Iterator[Delivery]:
    """Gives the deliveries over and over: for so many rounds, and for at least so many seconds."""
    end = monotonic() + seconds
    for number in count(1):
        for delivery in deliveries:
            if number > rounds and monotonic() >= end:
                return
            yield delivery
