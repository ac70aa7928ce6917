"""Ratings of years: which were closed here, which came from before, and what those were."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bole.sandbox.rules.chance import dice
from bole.sandbox.rules.company import CompanyPlan
from bole.sandbox.rules.days import closes_on, step
from bole.sandbox.rules.mentoring_lifts import LEVELS
from bole.values.period import Period

JOINED_BY = (10, 1)  # whoever came later in the year was not rated


@dataclass(frozen=True)
class Years:
    """The years of a demo: the last one whose months are closed, and the one before."""

    plan: CompanyPlan

    @property
    def last(self) -> int:
        """The last year that is rated."""
        year = self.plan.almanac.anchor.year - 1
        return year if self.closes_on(year) < self.plan.almanac.anchor else year - 1

    @property
    def closed(self) -> tuple[int, ...]:
        """The years that were closed here: those of which most months lie in the data."""
        return (self.last,) if self.plan.almanac.launch <= date(self.last, 4, 1) else ()

    @property
    def imported(self) -> tuple[int, ...]:
        """The years whose ratings come from before."""
        return tuple(year for year in (self.last - 1, self.last) if year not in self.closed)

    @property
    def taken_on(self) -> date:
        """The day on which they were taken over."""
        return step(max(self.plan.almanac.launch, date(self.imported[-1] + 1, 1, 5)), 12)

    def closes_on(self, year: int) -> date:
        """Return the day on which a year was closed: two days after its last month."""
        return step(closes_on(Period(date(year, 12, 1), "month")), 2)

    def ratings(self, year: int) -> Iterator[tuple[str, int]]:
        """Yield who was rated in an earlier year, and the score in hundredths."""
        last = date(year, 12, 31)
        for one in self.plan.people:
            if one.number.startswith("BL") and one.post_on(last) and one.first_day <= date(year, *JOINED_BY):
                rng = dice("rating", one.number, year)
                usual = LEVELS.get(one.number, min(max(dice("level", one.number).gauss(80.0, 4.8), 68.0), 91.0))
                yield one.number, round(min(max(usual + rng.gauss(0, 1.2), 55.0), 98.0) * 100)
