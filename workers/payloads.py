"""The payloads of a slice: one JSON array, parsed once for all its jobs."""

import re
from typing import Any

import orjson

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{},]')


class Payloads:
    """The elements of a JSON array, as values and as the text that came.

    An element that can't be parsed (a number beyond doubles, a thousand levels deep) spoils
    nothing but itself: then each is parsed when it is asked for.
    """

    __slots__ = ("_text", "_texts", "_values")

    def __init__(self, text: str) -> None:
        self._text = text
        self._texts: list[str] | None = None
        self._values: list[Any] | None
        try:
            self._values = orjson.loads(text)
        except orjson.JSONDecodeError:
            self._values = None

    def __len__(self) -> int:
        return len(self._split() if self._values is None else self._values)

    def value(self, place: int) -> Any:
        """Give the payload at a place, from 0. Raises orjson.JSONDecodeError."""
        if self._values is None:
            return orjson.loads(self._split()[place])
        return self._values[place]

    def text(self, place: int) -> str:
        """Give the payload at a place as the database wrote it."""
        return self._split()[place]

    def _split(self) -> list[str]:
        if self._texts is None:
            self._texts = _elements(self._text)
        return self._texts


def _elements(text: str) -> list[str]:
    """Cut a JSON array, which is known to be well-formed, into its elements."""
    depth = 0
    start = 0
    found: list[str] = []
    for token in _TOKEN.finditer(text):
        mark = token.group()
        if mark in "[{":
            depth += 1
            if depth == 1:
                start = token.end()
        elif (mark == "," and depth == 1) or (mark in "]}" and depth == 1):
            found.append(text[start : token.start()].strip())
            start = token.end()
        if mark in "]}":
            depth -= 1
    return [] if found == [""] else found
