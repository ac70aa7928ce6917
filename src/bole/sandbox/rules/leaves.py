"""Who was away when: holidays, illness, travel, weddings, children; two years of it. Whoever is away does no work."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from random import Random

from bole.sandbox.rules.cast import CAST, LEAVE
from bole.sandbox.rules.chance import dice
from bole.sandbox.rules.company import CompanyPlan, PersonPlan
from bole.sandbox.rules.days import step
from bole.sandbox.rules.outage import silent_days
from bole.sandbox.rules.posts import family_of

KIND_OF_CAST = {"BL0186": "parental", "BL0287": "marriage"}
TRAVELLERS = frozenset({"solution_engineer", "presales", "sales"})
SHORT_ONLY = ("SOL", "SUP", "SALES")  # units of which stories tell a whole month
_AHEAD = 15  # working days for which holidays are known


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody is away from a first to a last day, both included."""

    number: str
    first: date
    last: date
    kind: str


@dataclass(frozen=True)
class Leaves:
    """All spells of absence of the company, in the days of the demo."""

    plan: CompanyPlan

    @cached_property
    def spells(self) -> Sequence[Away]:
        """The spells, person by person; those of the cast are told, the others are chance."""
        cast = {member.number for member in CAST}
        at = self.plan.almanac.at
        told = [Away(number, at(first), at(last), KIND_OF_CAST[number]) for number, (first, last) in LEAVE.items()]
        others = [one for one in self.plan.people if one.number.startswith("BL") and one.number not in cast]
        return [*told, *(away for one in others for away in self._of(one))]

    @cached_property
    def days(self) -> Mapping[str, frozenset[date]]:
        """The days on which each is away."""
        found: dict[str, set[date]] = {}
        for one in self.spells:
            days = (one.first + timedelta(days=n) for n in range((one.last - one.first).days + 1))
            found.setdefault(one.number, set()).update(days)
        return {number: frozenset(days) for number, days in found.items()}

    def is_away(self, number: str, day: date) -> bool:
        """Test if somebody is away on a day."""
        return day in self.days.get(number, frozenset())

    @cached_property
    def _calendar(self) -> Sequence[date]:
        """The working days, up to as far as holidays are known."""
        almanac = self.plan.almanac
        return (*almanac.working, *(step(almanac.anchor, n) for n in range(1, _AHEAD + 1)))

    def _of(self, person: PersonPlan) -> Iterator[Away]:
        """Yield one person's spells, in order, never two at once, none while the code source was silent."""
        almanac = self.plan.almanac
        first = max(almanac.launch, step(person.first_day, 15))
        last = min(step(almanac.anchor, _AHEAD), person.last_day or date.max)
        if person.posts[-1].unit.startswith("SOL"):  # all sixty have a score in the month that is shown
            last = min(last, almanac.headline.before.before.last_day)
        days = self._calendar[bisect_left(self._calendar, first) : bisect_right(self._calendar, last)]
        months = len(days) / 21
        if months < 1:
            return
        rng = dice("away", person.number)
        silent = silent_days(almanac)
        taken: list[tuple[date, date]] = []
        for kind, length in _wanted(rng, person, months):
            place = rng.randrange(len(days))
            if place + length > len(days):
                continue
            start, end = days[place], days[place + length - 1]
            is_known = kind != "sick" or end < almanac.anchor
            is_free = all(end < before or after < start for before, after in (*taken, (silent[0], silent[-1])))
            if is_free and is_known:
                taken.append((start, end))
                yield Away(person.number, start, end, kind)


def _wanted(rng: Random, person: PersonPlan, months: float) -> Iterator[tuple[str, int]]:
    """Yield kinds and lengths in working days: more the longer somebody is here."""
    years = months / 12
    for kind, a_year, least, most in (("leave", 1.1, 2, 6), ("sick", 0.35, 1, 3), ("travel", _trips(person), 2, 4), ("other", 0.08, 1, 2)):
        for _ in range(int(years * a_year + rng.random())):
            yield kind, rng.randint(least, most)
    long = 0.0 if person.posts[-1].unit.startswith(SHORT_ONLY) else years
    if rng.random() < 0.02 * long:
        yield "marriage", 10
    if rng.random() < 0.012 * long:
        yield "parental", rng.choice((11, 98))


def _trips(person: PersonPlan) -> float:
    return 0.9 if family_of(person.posts[-1].position) in TRAVELLERS else 0.0
