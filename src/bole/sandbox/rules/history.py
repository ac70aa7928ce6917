"""The two years of work: month by month, everybody's items, with what the stories plant in place of chance."""

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from bole.sandbox.rules import forge
from bole.sandbox.rules.chance import dice
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.company import CompanyPlan, PersonPlan
from bole.sandbox.rules.days import Almanac, moment
from bole.sandbox.rules.desk_load import POSTS, load_of, promise_kept
from bole.sandbox.rules.hand import CODE, Hand, Items, Worker
from bole.sandbox.rules.leaves import Leaves
from bole.sandbox.rules.mentoring_lifts import LEVELS, lift_of
from bole.sandbox.rules.mentoring_mentors import ZENG_RUI
from bole.sandbox.rules.months import BY_FAMILY, Stint
from bole.sandbox.rules.morning import parted
from bole.sandbox.rules.outage import Outage
from bole.sandbox.rules.plants import Plants
from bole.sandbox.rules.posts import family_of
from bole.sandbox.rules.pushed import pushed_this_morning
from bole.sandbox.rules.regions import scale_revenue
from bole.sandbox.rules.slow_fortnight import ZHANG_SAN
from bole.sandbox.rules.strangers import strangers
from bole.sandbox.rules.three_projects import DENG_KAI, OWN
from bole.sandbox.rules.titles import PROJECTS
from bole.values.period import Period
from bole.values.workdays import is_working_day

INDICATORS_OF_CHANCE = (
    "bug_rate",
    "reuse_rate",
    "task_completion",
    "delays",
    "peer_rating",
    "satisfaction",
    "response_time",
    "resolution_time",
    "first_pass",
    "rework_rate",
    "revenue",
    "retention",
    "new_markets",
    "proposals",
)
OWN_PROJECTS = {ZHANG_SAN: "海川客服升级", DENG_KAI: OWN}


@dataclass(frozen=True)
class History:
    """All work of the company. `plants` write months of some people in place of chance, by staff number and month.

    `morning` fills with what only this morning brought, while the months are written; `outage` with what came late a year ago.
    """

    plan: CompanyPlan
    clock: Clockwork
    plants: Plants
    morning: Items = field(default_factory=lambda: defaultdict(list))

    @cached_property
    def outage(self) -> Outage:
        """The silent days of the code source."""
        return Outage(self.plan, self.clock)

    @property
    def almanac(self) -> Almanac:
        """The demo's calendar."""
        return self.plan.almanac

    @cached_property
    def leaves(self) -> Leaves:
        """Who was away when."""
        return Leaves(self.plan)

    def workers(self) -> list[Worker]:
        """Return everybody with a staff number, as the tools know them."""
        return [
            Worker(number=one.number, name=one.name, email=one.email, family="", craft="", level=0.0)
            for one in self.plan.people
            if one.number.startswith("BL")
        ]

    def month_of(self, person: PersonPlan, month: Period) -> Iterator[Hand]:
        """Yield one person's hands of a month, written."""
        for hand, stint in self._stints(person, month):
            self.write(hand, stint)
            yield hand

    def month(self, month: Period) -> Items:
        """Return the items that begin in a month, by source."""
        items: Items = defaultdict(list)
        for person in self.plan.people:
            if person.number.startswith("BL"):
                for hand in self.month_of(person, month):
                    for source, some in hand.items.items():
                        items[source] += some
                    for source, some in hand.late.items():
                        self.morning[source] += some
        scale_revenue(items, self.plan, month)
        promise_kept(items, self.plan, self.clock, month)
        if any(day in month for day in self.outage.days):
            self.outage.take_from(items)
        if month in self.almanac.live_months:
            self._part_morning(items, month)
        return items

    def _part_morning(self, items: Items, month: Period) -> None:
        """Leave in `items` what was known last night."""
        midnight = moment(self.almanac.anchor, 0.0)
        if month == self.almanac.live_months[-1]:
            items[CODE] += strangers(self.clock)
            items[CODE] += pushed_this_morning(self.clock, next(one.account(CODE) for one in self.workers() if one.number == ZENG_RUI))
        for source in list(items):
            items[source], since = parted(items[source], midnight)
            self.morning[source] += since

    def write(self, hand: Hand, stint: Stint) -> None:
        """Write somebody's stint: as planned, else by chance; and what is open today."""
        plant = self.plants.get((hand.worker.number, hand.month.code))
        is_planted = plant is not None and plant(hand, stint)
        if not is_planted and stint.days:
            BY_FAMILY[hand.worker.family](hand, stint)
        if hand.month == Period.of("month", self.almanac.anchor):
            self._work_in_progress(hand, is_planted=(hand.worker.number, self.almanac.headline.code) in self.plants)

    def _stints(self, person: PersonPlan, month: Period) -> Iterator[tuple[Hand, Stint]]:
        """Yield the person's time in a month: one stint for each post."""
        last = min(month.last_day, self.almanac.anchor, person.last_day or date.max)
        for n, post in enumerate(person.posts):
            first = max(post.first_day, month.first_day)
            ends = min(last, person.posts[n + 1].first_day - timedelta(days=1)) if n + 1 < len(person.posts) else last
            if first <= ends:
                yield self._stint(person, month, first, ends, n)

    def _stint(self, person: PersonPlan, month: Period, first: date, last: date, n: int) -> tuple[Hand, Stint]:
        post = person.posts[n]
        craft = post.position.rsplit("-", 1)[0]
        family = family_of(post.position)
        rng = dice("month", person.number, month.code, n)
        worker = Worker(
            number=person.number,
            name=person.name,
            email=person.email,
            family=family,
            craft=craft if craft == "design" else family,
            level=self.level(person, month),
        )
        hand = Hand(
            worker=worker,
            month=month,
            clock=self.clock,
            rng=rng,
            project=project_of(person.number),
            count=n * 500,
        )
        days = [day for day in self.clock.between(first, last) if self._is_at_work(person, day)]
        off = [first + timedelta(days=k) for k in range((last - first).days + 1) if not is_working_day(first + timedelta(days=k))]
        whole = len(self.clock.of_month(month)) or 1
        return hand, Stint(
            first_day=first,
            days=days,
            days_off=off,
            share=len(days) / whole,
            level=worker.level,
            offsets=offsets_of(person.number),
            busy=load_of(post.unit, month, self.almanac) if post.unit in POSTS else self._busy(month),
        )

    def _is_at_work(self, person: PersonPlan, day: date) -> bool:
        if self.leaves.is_away(person.number, day):
            return False
        return day != self.almanac.anchor or dice("today", person.number).random() < 0.35

    def _busy(self, month: Period) -> float:
        """Return how much there is to do: more before the year ends, less around the Spring Festival."""
        return {1: 0.97, 2: 0.9, 3: 1.03, 11: 1.05, 12: 1.06}.get(month.first_day.month, 1.0)

    def level(self, person: PersonPlan, month: Period) -> float:
        """Return somebody's usual level: their own, a slow wave, a little better with time."""
        rng = dice("level", person.number)
        own = min(max(rng.gauss(80.0, 4.8), 68.0), 91.0)
        own = LEVELS.get(person.number, own) + lift_of(person.number, month.first_day, self.almanac)
        months = (month.first_day.year - 2024) * 12 + month.first_day.month
        here = max((month.first_day - person.first_day).days, 0) / 365
        return own + 1.8 * math.sin(months / (2.2 + rng.random() * 2) + rng.random() * 6) + min(here, 3) * 0.9 - 1.5

    def _work_in_progress(self, hand: Hand, *, is_planted: bool) -> None:
        """Write what is open today."""
        rng = dice("open", hand.worker.number)
        today = self.clock.index(self.almanac.anchor)
        family = hand.worker.family
        if self.leaves.is_away(hand.worker.number, self.almanac.anchor):
            return
        for _ in range(rng.randint(2, 6) if family != "support" else 0):
            opened = self.clock.days[today - rng.randint(1, 11)]
            due = self.clock.days[today + rng.randint(1, 12)]
            if not is_planted and rng.random() < 0.05:
                due = self.clock.days[today - 1]
            hand.task(min(opened, due), due, None)
        if family == "programmer":
            for _ in range(rng.randint(0, 2)):
                forge.open_change(hand, self.clock.days[today - rng.randint(1, 3)])
        if family in {"support", "solution_engineer"}:
            for _ in range(rng.randint(1, 4) if family == "support" else rng.randint(0, 2)):
                hand.open_ticket(self.clock.place(self.clock.days[today - 1], rng.randint(18_000, 28_000)))


def project_of(number: str) -> tuple[str, str]:
    """Return the project on which somebody usually works: key and name."""
    own = OWN_PROJECTS.get(number, "")
    return next((one for one in PROJECTS if one[1] == own), PROJECTS[dice("project", number).randrange(len(PROJECTS))])


def offsets_of(number: str) -> dict[str, float]:
    """Return by how much somebody is better or worse at each thing than at all together."""
    rng = dice("offsets", number)
    return {code: rng.gauss(0, 3.2) for code in INDICATORS_OF_CHANCE}
