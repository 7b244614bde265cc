"""Reading Server-Sent Events (WHATWG HTML, section 9.2)."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """One event: its name, its data, and its id, if it has one of its own."""

    name: str
    data: str
    id: str | None


class Parser:
    """Cuts a stream into messages. `last_id` is where to resume behind what has been read."""

    def __init__(self, last_id: str | None = None) -> None:
        self.last_id = last_id
        self._rest = b""

    def feed(self, chunk: bytes) -> Iterator[Message]:
        """Gives the messages that are complete by now."""
        *blocks, self._rest = (self._rest + chunk).split(b"\n\n")
        for block in blocks:
            message = self._message(block.decode())
            if message is not None:
                yield message

    def _message(self, block: str) -> Message | None:
        name, data, own_id = "message", [], None
        for line in block.split("\n"):
            field, _, value = line.partition(":")
            value = value.removeprefix(" ")
            if field == "event":
                name = value
            elif field == "data":
                data.append(value)
            elif field == "id":
                own_id = self.last_id = value
        return Message(name, "\n".join(data), own_id) if data else None
