"""The handlers that every worker has."""

from workers.job import Job
from workers.registry import handler


@handler("howdah.noop")
async def noop(_job: Job) -> None:
    """Do nothing, successfully: for measuring what everything around a handler costs."""
