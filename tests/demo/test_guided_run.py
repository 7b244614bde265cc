"""The guided run, in small, over real processes."""

from __future__ import annotations

import io

from rich.console import Console

from demo.run import guided_run
from stack.private import PrivateStack


async def test_everything_arrives_once(platform: PrivateStack) -> None:
    screen = Console(file=io.StringIO(), width=100)
    summary = await guided_run(
        base_url=platform.base_url,
        admin_key=platform.operator_key(),
        console=screen,
        rounds=1,
        seconds=0,
        calm_seconds=0.5,
    )
    assert [failure for proof in summary.proofs for failure in proof.failures] == []
    assert summary.ok
    assert summary.accepted == summary.succeeded
    assert summary.streamed == 2 * summary.accepted
    screen.print(summary.render())
    assert "Everything arrived, once" in screen.file.getvalue()  # type: ignore[attr-defined]
    assert summary.as_json()["ok"] is True
