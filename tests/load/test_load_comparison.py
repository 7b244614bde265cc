"""Comparisons: who has which turn, and what is told."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from load.bench import app
from load.comparison import alternate, compare, percentile


def test_each_side_is_first_in_every_other_round() -> None:
    turns: list[str] = []

    def side(name: str) -> float:
        turns.append(name)
        return 1.0

    alternate(
        {"ours": lambda _: side("ours"), "reference": lambda _: side("reference")},
        seconds=8,
        rounds=2,
    )

    assert turns == ["ours", "reference", "reference", "ours"]


def test_the_time_is_shared_among_all_turns() -> None:
    shares: list[float] = []

    def side(share: float) -> float:
        shares.append(share)
        return 1.0

    alternate({"ours": side, "reference": side, "another": side}, seconds=30, rounds=2)

    assert shares == [5.0] * 6


def test_a_finding_tells_medians_their_ratio_and_further_figures() -> None:
    found = {"ours": [1.0, 9.0, 6.0], "reference": [4.0, 2.0, 3.0]}

    finding = compare("some", found, unit="jobs/s", config={"n": 1}, figures={"flatness": 0.5})

    told = finding.as_json()
    assert (told["ours"], told["reference"], told["ratio"]) == (6.0, 3.0, 2.0)
    assert (told["flatness"], told["config"], told["rounds"]) == (0.5, {"n": 1}, found)


def test_a_percentile_is_passed_by_no_more_than_the_rest() -> None:
    assert percentile([float(n) for n in range(1, 102)], 99) == pytest.approx(100.0)


def test_an_option_of_another_benchmark_is_refused() -> None:
    result = CliRunner().invoke(app, ["latency", "--cost"])

    assert result.exit_code == 2
    assert "no --cost" in result.output
