"""The handlers of the service `demo`."""

from demo import github
from workers.job import Job
from workers.outcomes import Dead
from workers.registry import handler


@handler("demo.record_delivery")
async def record_delivery(job: Job) -> None:
    """Record what a GitHub delivery says (`demo.record_activity`), exactly once.

    The row and the end of the job are one commit. Raises Dead for what is no delivery.
    """
    match job.payload:
        case {"event_id": int(event_id), "type": str(event_type), "data": dict(delivery)}:
            facts = github.facts(delivery)
        case _:
            raise Dead("the event holds no delivery of GitHub")

    async with job.transaction() as transaction:
        await transaction.call(
            "demo.record_activity",
            event_id=event_id,
            event_name=event_type.removeprefix("github."),
            action=facts.action,
            repository=facts.repository,
            actor=facts.actor,
            occurred_at=facts.occurred_at,
        )
        await transaction.complete()
