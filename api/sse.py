"""Server-Sent Events as bytes (WHATWG HTML, section 9.2)."""

import re

_LINE_END = re.compile(r"\r\n|\r|\n")


def event(name: str, data: str, position: str | None = None) -> bytes:
    """One event; `position` is what the client sends back as Last-Event-ID."""
    lines = [] if position is None else [f"id: {_one_line(position)}"]
    lines.append(f"event: {_one_line(name)}")
    lines += [f"data: {line}" for line in _LINE_END.split(data)]
    return ("\n".join(lines) + "\n\n").encode("utf-8")


def comment(text: str = "") -> bytes:
    """A line that clients ignore: it keeps the connection alive or says something to a person."""
    return f": {_one_line(text)}\n\n".encode()


def opening(position: str, retry: float) -> bytes:
    """The first block: says that the subscription stands, and from where it can be resumed.

    A block with an id and no data sets the client's Last-Event-ID without an event, so a client
    that loses its connection before the first event misses nothing. `retry` is in seconds.
    """
    head = f": subscribed at {_one_line(position)}\nretry: {round(retry * 1000)}\n"
    return f"{head}id: {_one_line(position)}\n\n".encode()


def _one_line(text: str) -> str:
    return _LINE_END.sub(" ", text).replace("\0", "")
