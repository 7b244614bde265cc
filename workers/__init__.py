"""The worker process: wake, claim, run a handler, settle.

A product team needs only what is named here:

    from workers import Job, handler

    @handler("invoice.send")
    async def send_invoice(job: Job) -> None:
        async with job.transaction() as db:
            await db.call("billing.mark_sent", job.payload["invoice_id"])
            await db.complete()
"""

from workers.cpu_job import CpuJob
from workers.job import Job
from workers.outcomes import Dead, LeaseLost, Retry, Snooze
from workers.registry import handler
from workers.transaction import JobTransaction

__all__ = ["CpuJob", "Dead", "Job", "JobTransaction", "LeaseLost", "Retry", "Snooze", "handler"]
