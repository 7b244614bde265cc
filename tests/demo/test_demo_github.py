"""What the example service reads out of a delivery."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from typing import Any

import orjson
from hypothesis import given
from hypothesis import strategies as st

from demo import data, github

NAMES = ("action", "sender", "login", "repository", "owner", "full_name", "organization", "issue")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*NAMES, "created_at"]), inner, max_size=4)
    ),
    max_leaves=12,
)


def test_reads_a_delivery() -> None:
    facts = github.facts(
        {
            "action": "opened",
            "issue": {"created_at": "2026-01-01T10:00:00Z", "updated_at": "2026-01-01T11:00:00Z"},
            "repository": {
                "full_name": "acme/anvil",
                "owner": {"login": "acme"},
                "updated_at": "2026-02-02T00:00:00Z",
            },
            "sender": {"login": "coyote"},
        }
    )
    latest_of_the_issue = datetime(2026, 1, 1, 11, tzinfo=UTC)
    assert facts == github.Facts("acme", "acme/anvil", "opened", "coyote", latest_of_the_issue)


def test_prefers_the_organization_as_the_owner() -> None:
    facts = github.facts(
        {
            "organization": {"login": "acme"},
            "repository": {"full_name": "coyote/anvil", "owner": {"login": "coyote"}},
        }
    )
    assert facts.owner == "acme"


@given(st.dictionaries(st.sampled_from([*NAMES, "created_at"]), JSON))
def test_takes_nothing_for_granted(payload: dict[str, Any]) -> None:
    facts = github.facts(payload)
    assert facts.repository is None or isinstance(facts.repository, str)
    assert facts.occurred_at is None or facts.occurred_at.tzinfo is not None


def test_understands_every_delivery_of_the_guided_run() -> None:
    with gzip.open(data.FILE, "rb") as lines:
        payloads = [orjson.loads(line)["payload"] for line in lines]
    read = [github.facts(payload) for payload in payloads]
    assert len(read) == 329
    assert all(
        (facts.repository is not None) == ("repository" in payload)
        for facts, payload in zip(read, payloads, strict=True)
    )
    assert sum(facts.occurred_at is not None for facts in read) > 200
