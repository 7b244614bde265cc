"""Events of the log on their way to subscribers, and which of them a subscriber wants."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from api import sse


class Event:
    """One event as it came; `text` is made once and shared by all its subscribers."""

    __slots__ = ("_data", "_key", "name", "position", "text")

    def __init__(self, position: str, name: str, data: str) -> None:
        self.position = position
        self.name = name
        self.text = sse.event(name, data, position)
        self._data = data
        self._key: str | None = None

    @property
    def key(self) -> str:
        """The member `key` of the event's JSON text; the empty text when it has none."""
        if self._key is None:
            document = orjson.loads(self._data)
            key = document.get("key") if isinstance(document, dict) else None
            self._key = "" if key is None else str(key)
        return self._key


class Filter:
    """Accepts an event when its name matches one of `types` and its key one of `keys`.

    A pattern is literal text in which `*` stands for anything; no patterns accept everything.
    """

    def __init__(self, types: Sequence[str] = (), keys: Sequence[str] = ()) -> None:
        self._types = [text.split("*") for text in types]
        self._keys = [text.split("*") for text in keys]

    @classmethod
    def of(cls, arguments: Mapping[str, Any]) -> "Filter":
        """The filter in a stream route's arguments, if they have one."""
        return cls(_texts(arguments.get("types")), _texts(arguments.get("keys")))

    def accepts(self, event: Event) -> bool:
        """Whether the event is wanted."""
        if self._types and not any(_matches(parts, event.name) for parts in self._types):
            return False
        return not self._keys or any(_matches(parts, event.key) for parts in self._keys)


def _matches(parts: Sequence[str], text: str) -> bool:
    """Whether text is these parts with anything between them; in linear time."""
    if len(parts) == 1:
        return text == parts[0]
    first, *middle, last = parts
    at, end = len(first), len(text) - len(last)
    if at > end or not text.startswith(first) or not text.endswith(last):
        return False
    for part in middle:
        at = text.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return True


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [part.strip() for part in value.split(",")]
    return [str(item) for item in value] if isinstance(value, list) else []
