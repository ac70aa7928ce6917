"""The value of an indicator for a unit: the same definition as for a person, over all that its people did while they were in it."""

from collections import Counter
from dataclasses import dataclass, field

from bole.scoring.rules.indicator import IndicatorRule


@dataclass(slots=True)
class Sums:
    """Totals and counts by measure."""

    totals: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, measure: str, total: int, count: int) -> None:
        """Add what one person did."""
        self.totals[measure] += total
        self.counts[measure] += count


def value_of(rule: IndicatorRule, sums: Sums) -> tuple[float | None, int]:
    """Return the value in the indicator's unit (None: too little to count), and how many records it stands on.

    A sum is of the month as it was: who asks for a unit's target of a month compares it with the whole month.
    """
    top = sums.totals[rule.numerator]
    if rule.how == "ratio":
        sample = sums.totals[rule.denominator]
        return (top * rule.times / (sample * rule.scale) if sample >= max(rule.least_sample, 1) else None), sample
    sample = sums.counts[rule.numerator]
    if rule.how == "mean":
        return (top / (sample * rule.scale) if sample >= max(rule.least_sample, 1) else None), sample
    if rule.denominator:
        sample += sums.totals[rule.denominator]
    # Of nothing at all nobody knows if there was nothing to sell or nobody who told us.
    least = max(rule.least_sample, 1) if rule.direction == "up" else rule.least_sample
    return (top / rule.scale if sample >= least else None), sample
