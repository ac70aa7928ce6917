"""What a draft keeps beside its pairs: what HR fixed and barred, capacities tried, and what the best would be."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

LEAST_SEATS: Final = 1
MOST_SEATS: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """By person keys: pairs that HR fixed, pairs that HR barred, capacities that differ; and the figures of the best and of first come."""

    fixed: Mapping[int, int] = field(default_factory=dict)
    barred: frozenset[tuple[int, int]] = frozenset()
    capacities: Mapping[int, int] = field(default_factory=dict)
    best_pairs: int = 0
    best_objective: int = 0
    greedy_pairs: int = 0
    gap: int = 0

    @property
    def kept(self) -> dict[str, Any]:
        """As it is kept."""
        return {
            "fixed": {str(one): other for one, other in sorted(self.fixed.items())},
            "barred": sorted([one, other] for one, other in self.barred),
            "capacities": {str(one): n for one, n in sorted(self.capacities.items())},
            "best_pairs": self.best_pairs,
            "best_objective": self.best_objective,
            "greedy_pairs": self.greedy_pairs,
            "gap": self.gap,
        }

    def with_fixed(self, mentee: int, mentor: int) -> "Drafted":
        """Fix a pair; what was barred of these two is no longer."""
        return replace(self, fixed={**self.fixed, mentee: mentor}, barred=self.barred - {(mentee, mentor)})

    def with_barred(self, mentee: int, mentor: int) -> "Drafted":
        """Bar a pair; if it was fixed, it is no longer."""
        return replace(
            self, fixed={one: other for one, other in self.fixed.items() if one != mentee}, barred=self.barred | {(mentee, mentor)}
        )  # fmt: skip

    def freed(self, mentee: int) -> "Drafted":
        """Forget what was fixed or barred for somebody."""
        return replace(
            self,
            fixed={one: other for one, other in self.fixed.items() if one != mentee},
            barred=frozenset(pair for pair in self.barred if pair[0] != mentee),
        )

    def with_capacity(self, mentor: int, capacity: int) -> "Drafted":
        """Try another capacity."""
        return replace(self, capacities={**self.capacities, mentor: capacity})


def drafted(kept: Mapping[str, Any]) -> Drafted:
    """Read what was kept."""
    return Drafted(
        fixed={int(one): int(other) for one, other in kept.get("fixed", {}).items()},
        barred=frozenset((int(one), int(other)) for one, other in kept.get("barred", [])),
        capacities={int(one): int(n) for one, n in kept.get("capacities", {}).items()},
        best_pairs=int(kept.get("best_pairs", 0)),
        best_objective=int(kept.get("best_objective", 0)),
        greedy_pairs=int(kept.get("greedy_pairs", 0)),
        gap=int(kept.get("gap", 0)),
    )
