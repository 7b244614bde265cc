"""What the run knows from the outside: what was accepted, and what the streams said.

The proofs compare this with what the API lists at the end.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from time import monotonic

from demo.tenants import Tenant


@dataclass(frozen=True, slots=True)
class Streamed:
    """An event as a stream brought it; `position` is its id there, `event_id` that in the log."""

    position: str
    event_id: int
    type: str


@dataclass(slots=True)
class Account:
    """One tenant's part. Times are those of the monotonic clock, in seconds."""

    tenant: Tenant
    jobs_of: dict[int, list[int]] = field(default_factory=dict)  # accepted event: its jobs
    accepted_at: dict[int, float] = field(default_factory=dict)  # job: when the answer came
    streamed: list[Streamed] = field(default_factory=list)
    heard: set[int] = field(default_factory=set)  # events that were streamed
    ended_at: dict[int, float] = field(default_factory=dict)  # job: when its end was streamed
    troubles: list[str] = field(default_factory=list)  # refusals, and streams that broke for good
    unsettled: set[int] = field(default_factory=set)  # jobs accepted, their end not yet streamed
    unheard: set[int] = field(default_factory=set)  # events accepted and not yet streamed


class Ledger:
    """The accounts of all tenants, and the totals while the run goes on."""

    def __init__(self, tenants: Mapping[str, Tenant]) -> None:
        self.accounts = {name: Account(tenant) for name, tenant in tenants.items()}
        self.accepted = 0
        self.succeeded = 0
        self.streamed = 0
        self.replayed = 0
        self.reconnects = 0

    def accept(self, name: str, event_id: int, job_ids: Iterable[int]) -> None:
        """Notes that a delivery was accepted as this event, which set off these jobs."""
        account = self.accounts[name]
        self.accepted += 1
        account.jobs_of[event_id] = list(job_ids)
        if event_id not in account.heard:
            account.unheard.add(event_id)
        for job_id in account.jobs_of[event_id]:
            account.accepted_at[job_id] = monotonic()
            if job_id not in account.ended_at:
                account.unsettled.add(job_id)

    def stream(self, name: str, event: Streamed, ended_job: int | None) -> None:
        """Notes an event of a stream, and which job it says has ended."""
        account = self.accounts[name]
        self.streamed += 1
        account.streamed.append(event)
        account.heard.add(event.event_id)
        account.unheard.discard(event.event_id)
        if ended_job is not None:
            self.succeeded += event.type == "job.succeeded"
            account.ended_at.setdefault(ended_job, monotonic())
            account.unsettled.discard(ended_job)

    @property
    def is_settled(self) -> bool:
        """Whether everything that was accepted was streamed, and so was the end of every job."""
        return not any(a.unsettled or a.unheard for a in self.accounts.values())
