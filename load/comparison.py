"""Ways to do the same work, measured in turns, so that a noisy machine treats all alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from statistics import median, quantiles


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """What a benchmark found: ours and the reference in `unit`, and how they were taken.

    `figures` are what else it found, by name.
    """

    bench: str
    ours: float
    reference: float
    unit: str
    config: Mapping[str, object]
    rounds: Mapping[str, list[float]] = field(default_factory=dict)
    figures: Mapping[str, float] = field(default_factory=dict)

    @property
    def ratio(self) -> float:
        """Ours divided by the reference."""
        return self.ours / self.reference

    def as_json(self) -> dict[str, object]:
        """The finding as one JSON object, in which each figure has a field of its own."""
        found = asdict(self)
        del found["figures"]
        return found | {"ratio": round(self.ratio, 3)} | dict(self.figures)


def alternate(
    sides: Mapping[str, Callable[[float], float]], *, seconds: float, rounds: int
) -> dict[str, list[float]]:
    """Runs all sides in turns, `rounds` times each, within about so many seconds in all.

    Each side is a function of the seconds that it may take, and gives its rate. The one that goes
    first changes from round to round.
    """
    share = max(1.0, seconds / (len(sides) * rounds))
    found: dict[str, list[float]] = {name: [] for name in sides}
    order = list(sides)
    for _ in range(rounds):
        for name in order:
            found[name].append(round(sides[name](share), 1))
        order.reverse()
    return found


def compare(
    bench: str,
    found: Mapping[str, list[float]],
    *,
    unit: str,
    config: Mapping[str, object],
    figures: Mapping[str, float] | None = None,
) -> Comparison:
    """Makes the finding of what `alternate` measured."""
    return Comparison(
        bench=bench,
        ours=median(found["ours"]),
        reference=median(found["reference"]),
        unit=unit,
        config=config,
        rounds=found,
        figures=figures or {},
    )


def percentile(values: list[float], percent: int) -> float:
    """The value that so many percent of the values do not pass."""
    return quantiles(values, n=100, method="inclusive")[percent - 1]
