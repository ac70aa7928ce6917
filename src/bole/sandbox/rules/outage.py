"""Story 14: the code source was silent for three days; then all of it came at once, and nothing twice."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from bole.sandbox.rules import forge
from bole.sandbox.rules.cast import LEAVE
from bole.sandbox.rules.chance import dice, few_of, spread
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.company import CompanyPlan
from bole.sandbox.rules.days import CHINA, Almanac, step
from bole.sandbox.rules.hand import CODE, Hand, Items, Worker
from bole.sandbox.rules.posts import family_of
from bole.values.period import Period
from bole.work.rules.item import ItemVersion

SILENT_SINCE, SILENT_DAYS, CAME_BACK = date(2025, 11, 5), 3, date(2025, 11, 10)
PEOPLE, ITEMS = 85, 4_212


def silent_days(almanac: Almanac) -> tuple[date, ...]:
    """Return the working days on which the code source was silent."""
    first = almanac.at(SILENT_SINCE)
    return tuple(step(first, n) for n in range(SILENT_DAYS))


@dataclass
class Outage:
    """The silent days, whom they concern, and what came late."""

    plan: CompanyPlan
    clock: Clockwork
    late: list[ItemVersion] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Choose the people: programmers who were there long before."""
        self.days = silent_days(self.plan.almanac)
        self.back_on = self.plan.almanac.at(CAME_BACK)
        there = [one for one in self.plan.here(self.days[-1]) if one.number not in LEAVE and (self.days[0] - one.first_day).days > 60]
        coders = [one for one in there if (post := one.post_on(self.days[0])) and family_of(post.position) == "programmer"]
        self.people = few_of(dice("outage"), coders, PEOPLE)
        self.accounts = {Worker(number=one.number, name="", email="", family="", craft="", level=0).account(CODE) for one in self.people}

    def take_from(self, items: Items) -> None:
        """Hold back what the code source could not tell on those days; the others did no work there."""
        kept = []
        for item in items[CODE]:
            moment = item.closed_at or item.opened_at
            if moment is None or moment.astimezone(CHINA).date() not in self.days:
                kept.append(item if item.account in self.accounts else self._begun_before(item))
            elif item.account in self.accounts:
                self.late.append(item)
        items[CODE] = kept

    def _begun_before(self, item: ItemVersion) -> ItemVersion:
        """Return what somebody else had open on those days as begun on the evening before: of 85 people alone something was missing."""
        if item.opened_at is None or item.opened_at.astimezone(CHINA).date() not in self.days:
            return item
        day, eve = item.opened_at.astimezone(CHINA).date(), step(self.days[0], -1)
        return replace(item, opened_at=item.opened_at - (day - eve))

    def deliver(self) -> list[ItemVersion]:
        """Return exactly as many items as came late, with the pushes of those days."""
        missing = ITEMS - len(self.late)
        shares = spread(missing, [1.0] * len(self.people))
        for one, count in zip(self.people, shares, strict=True):
            self.late += self._pushes(one.number, count)
        return self.late

    def _pushes(self, number: str, count: int) -> Iterable[ItemVersion]:
        worker = Worker(number=number, name="", email="", family="programmer", craft="programmer", level=0)
        hand = Hand(worker=worker, month=Period.of("month", self.days[0]), clock=self.clock, rng=dice("outage", number), count=900)
        for n in range(count):
            forge.push(hand, self.days[n % SILENT_DAYS], 1 + n % 3, hour=9.5 + (n * 7 % 90) / 10)
        return hand.items[CODE]


def by_day(items: Iterable[ItemVersion]) -> dict[date, int]:
    """Count items by day."""
    found: defaultdict[date, int] = defaultdict(int)
    for item in items:
        moment = item.closed_at or item.opened_at
        if moment is not None:
            found[moment.astimezone(CHINA).date()] += 1
    return dict(found)
