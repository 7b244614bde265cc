"""What a webhook delivery of GitHub says. It may say anything: nothing is taken for granted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

# Whose delivery it is, in the order of preference.
_OWNERS = (
    ("organization", "login"),
    ("repository", "owner", "login"),
    ("installation", "account", "login"),
)
# What surrounds the subject of a delivery: its times are older than what happened.
_SURROUNDINGS = frozenset({"repository", "organization", "installation", "sender", "enterprise"})
_TIMES = (
    "updated_at",
    "created_at",
    "completed_at",
    "published_at",
    "started_at",
    "starred_at",
    "submitted_at",
    "timestamp",
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a delivery says; None for what it leaves out."""

    owner: str | None
    repository: str | None
    action: str | None
    actor: str | None
    occurred_at: datetime | None


def facts(payload: dict[str, Any]) -> Facts:
    """Reads a delivery's body. When it names several times, the latest is when it happened."""
    owners = (_text(payload, *path) for path in _OWNERS)
    return Facts(
        owner=next(filter(None, owners), None),
        repository=_text(payload, "repository", "full_name"),
        action=_text(payload, "action"),
        actor=_text(payload, "sender", "login"),
        occurred_at=max(_times(payload), default=None),
    )


def _text(value: Any, *path: str) -> str | None:
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, str) else None


def _times(payload: dict[str, Any]) -> Iterator[datetime]:
    subjects = [value for name, value in payload.items() if name not in _SURROUNDINGS]
    for part in (payload, *subjects):
        for name in _TIMES:
            moment = _moment(_text(part, name))
            if moment is not None:
                yield moment


def _moment(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
