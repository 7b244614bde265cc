"""What a client says to the API, what comes back, and the two ways in which that can fail."""

from dataclasses import dataclass, field
from typing import Any


class Refused(Exception):
    """The API said no, or gave no answer in time; the message says to what and why."""


class Unreachable(Exception):
    """The API gave no answer, or asks to be left alone for `wait` seconds."""

    def __init__(self, reason: str, wait: float = 0.0) -> None:
        super().__init__(reason)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Request:
    """A request under a key. With an `intent`, its Idempotency-Key, it takes effect once,
    however often it arrives."""

    method: str
    path: str
    key: str = field(repr=False)
    body: bytes | None = None
    query: dict[str, str] | None = None
    intent: str | None = None

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def headers(self) -> dict[str, str]:
        """The headers that it is sent with."""
        headers = {"Authorization": f"Bearer {self.key}"}
        if self.body is not None:
            headers["Content-Type"] = "application/json"
        if self.intent is not None:
            headers["Idempotency-Key"] = f'"{self.intent}"'
        return headers


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `is_replay`: an earlier try had taken effect, and this was its answer."""

    request: Request
    status: int
    body: Any
    is_replay: bool = False

    def expect(self, status: int) -> Any:
        """Gives the body; raises Refused when the status is another one."""
        if self.status != status:
            raise Refused(f"{self.request} was answered {self.status} {self.reason}".strip())
        return self.body

    @property
    def code(self) -> str:
        """The code of the problem; the empty text when there is none."""
        return str(self.body.get("code", "")) if isinstance(self.body, dict) else ""

    @property
    def reason(self) -> str:
        """What the problem document says."""
        detail = self.body.get("detail", "") if isinstance(self.body, dict) else ""
        return f"{self.code} {detail}".strip()
