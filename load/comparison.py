"""Two ways to do the same work, measured in turns, so that a noisy machine treats both alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from statistics import median


@dataclass(frozen=True)
class Comparison:
    """What a benchmark found: the medians of both sides in `unit`, and how they were taken."""

    bench: str
    ours: float
    reference: float
    unit: str
    config: Mapping[str, object]
    rounds: Mapping[str, list[float]] = field(default_factory=dict)

    @property
    def ratio(self) -> float:
        """Ours divided by the reference."""
        return self.ours / self.reference

    def as_json(self) -> dict[str, object]:
        """The finding as one JSON object."""
        return asdict(self) | {"ratio": round(self.ratio, 3)}


def alternate(
    ours: Callable[[float], float],
    reference: Callable[[float], float],
    *,
    seconds: float,
    rounds: int,
) -> dict[str, list[float]]:
    """Runs both sides in turns, `rounds` times each, within about so many seconds in all.

    Each side is a function of the seconds that it may take, and gives its rate. The one that goes
    first changes from round to round.
    """
    share = max(1.0, seconds / (2 * rounds))
    found: dict[str, list[float]] = {"ours": [], "reference": []}
    sides = [("ours", ours), ("reference", reference)]
    for _ in range(rounds):
        for name, side in sides:
            found[name].append(round(side(share), 1))
        sides.reverse()
    return found


def compare(
    bench: str,
    found: Mapping[str, list[float]],
    *,
    unit: str,
    config: Mapping[str, object],
) -> Comparison:
    """Makes the finding of what `alternate` measured."""
    return Comparison(
        bench=bench,
        ours=median(found["ours"]),
        reference=median(found["reference"]),
        unit=unit,
        config=config,
        rounds=found,
    )
