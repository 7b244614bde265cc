"""Health and metrics of each process."""

from __future__ import annotations

from stack.private import PrivateStack
from tests.client import Client, Tenant

LOOPBACK = "http://127.0.0.1"


def samples(text: str) -> dict[str, float]:
    """Each sample of Prometheus' text format: name and labels, and the value."""
    lines = (line.rpartition(" ") for line in text.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, _, value in lines}


async def test_every_process_is_alive(processes: list[Client]) -> None:
    for process in processes:
        assert (await process.get("/health/live")).json == {"status": "live"}


async def test_every_process_is_ready_and_listens_with_the_same_catalogue(
    processes: list[Client],
) -> None:
    answers = [(await process.get("/health/ready")).json for process in processes]
    assert {(answer["status"], answer["listening"]) for answer in answers} == {("ready", True)}
    assert len({answer["catalogue"] for answer in answers}) == 1


async def test_requests_are_counted_by_route_and_status(
    tenant: Tenant, processes: list[Client]
) -> None:
    process = processes[0]
    process.secret = tenant.client.secret

    async def count() -> float:
        found = samples((await process.get("/metrics")).text)
        return sum(
            value
            for name, value in found.items()
            if "_count{" in name and 'route="/v1/whoami"' in name and '"200"' in name
        )

    before = await count()
    for _ in range(3):
        await process.get("/v1/whoami")
    assert await count() == before + 3


async def test_metrics_tell_about_the_database_and_no_tenant(
    tenant: Tenant, anonymous: Client
) -> None:
    await tenant.client.post("/v1/events", {"type": "a.b", "key": "a-key"})
    text = (await anonymous.get("/metrics")).text
    assert samples(text)["howdah_database_up"] == 1
    assert tenant.tenant_id not in text and "a-key" not in text


async def test_the_worker_has_metrics_of_its_own(platform: PrivateStack) -> None:
    async with Client(f"{LOOPBACK}:{platform.ports.metrics}") as worker:
        answer = await worker.get("/metrics")
        assert answer.status == 200 and "howdah_worker" in answer.text
