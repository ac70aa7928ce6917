"""Who adopts Zeng Rui's way (story 9), and what is planted of it: afterwards their mentees' problems are solved more often, by 8 points.

Answers leave in groups of five of three people at least, so a difference needs mentors who had three mentees before they adopted it and
three who began with it. Nine of the eleven are given both as far as people come; of the others the product says nothing.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from typing import Literal

from bole.mentoring.rules.adoption import Change, Told, change, since_then
from bole.mentoring.rules.dates import last_day_of, months_later
from bole.sandbox.rules.chance import dice
from bole.sandbox.rules.company import CompanyPlan
from bole.sandbox.rules.days import Almanac, closes_on, step
from bole.sandbox.rules.mentoring_cast import halves_of
from bole.sandbox.rules.mentoring_mentors import NAMED, area_of
from bole.sandbox.rules.mentoring_terms import MentorPlan, PairPlan
from bole.surveys.rules.gate import Batch, ClosedRound, batches_on
from bole.surveys.rules.questions import Floors

ADOPTERS, POINTS_MORE = 11, 8
WITH_BOTH: Mapping[str, int] = {"PLT": 4, "ALG": 2, "SALES": 2, "SOL": 1}  # of which departments: there many begin in July
CLOSED_AFTER = timedelta(days=3)
WAITS = 1  # months from a round's end until its answers may leave
PUBLISHED_BEFORE = timedelta(days=3)  # the last publication before today; the other one of the year is half a year away
LEAST_ROUNDS, MENTEES = 2, 3
SOLVED, FLOORS = "solved", Floors(answers=5, people=3)
WORTH: Mapping[str, Fraction | None] = {"yes": Fraction(1), "partly": Fraction(1, 2), "no": Fraction(0)}
OFTEN = {"before": (0.55, 0.25), "after": (0.66, 0.2)}  # yes, partly
DRAWS = 3000

Time = Literal["before", "after", "across", "neither"]


@dataclass(frozen=True)
class Adoption:
    """When a method was found, shown and adopted, and what is published when."""

    almanac: Almanac

    @cached_property
    def found_on(self) -> date:
        """The day on which the half-year before shows it."""
        return months_later(closes_on(halves_of(self.almanac)[1]).replace(day=1), 1)

    def adopted_on(self, n: int) -> date:
        """Return the day on which the n-th adopts it: four a day."""
        return step(self.found_on, 1 + n // 4)

    @property
    def last_on(self) -> date:
        """The day on which the last one does."""
        return self.adopted_on(ADOPTERS - 1)

    @cached_property
    def published_on(self) -> tuple[date, ...]:
        """The days on which results leave."""
        last = self.almanac.anchor - PUBLISHED_BEFORE
        days = (months_later(last.replace(day=min(last.day, 28)), -months) for months in (18, 12, 6, 0))
        return tuple(day for day in days if day > self.almanac.launch)

    @property
    def before_by(self) -> date:
        """The last day of a round that leaves before anybody adopted it."""
        return months_later(max(day for day in self.published_on if day <= self.found_on), -WAITS) - CLOSED_AFTER

    @property
    def after_by(self) -> date:
        """The last day of a round that leaves by today."""
        return months_later(self.published_on[-1], -WAITS) - CLOSED_AFTER

    def rounds_of(self, first_day: date, ended_on: date | None) -> tuple[tuple[int, date], ...]:
        """Return the surveys of a pair that end in time to leave by today: which month, which day."""
        until = min(ended_on or date.max, self.after_by)
        return tuple((month, day) for month in range(1, 24, 2) if (day := last_day_of(first_day, month)) <= until)

    def time_of(self, first_day: date, ended_on: date | None) -> Time:
        """Return on which side of the adoption the surveys of a pair lie, if there are enough."""
        days = [day for _month, day in self.rounds_of(first_day, ended_on)]
        if any(self.before_by < day <= self.last_on for day in days) or (days and days[0] <= self.last_on < days[-1]):
            return "across"
        if len(days) < LEAST_ROUNDS:
            return "neither"
        return "before" if days[-1] <= self.before_by else "after"


def with_both(plan: CompanyPlan, mentors: Sequence[MentorPlan]) -> tuple[str, ...]:
    """Return the adopters who are given mentees on both sides: the first of their departments."""
    found = []
    for area, count in WITH_BOTH.items():
        own = [one.number for one in mentors if one.number not in NAMED and area_of(plan.by_number[one.number].posts[-1].unit) == area]
        found += [number for number in own if number not in {one.number for one in mentors if one.has_retired}][:count]
    return tuple(found)


def adopters_of(plan: CompanyPlan, mentors: Sequence[MentorPlan]) -> tuple[str, ...]:
    """Return all eleven, in the order in which they adopt it."""
    first = with_both(plan, mentors)
    others = [one.number for one in mentors if one.number not in {*NAMED, *first} and not one.has_retired]
    return (*first, *dice("adopt").sample(others, ADOPTERS - len(first)))


def preferred(number: str, adopters: Iterable[str], time: Time, pairs: Iterable[PairPlan], adoption: Adoption) -> int:
    """Return how much a mentor is to be given a pair: 0 those who adopt it and lack some of that time, 2 if it would blur their figures."""
    if number not in adopters:
        return 1
    own = sum(one.mentor == number and adoption.time_of(one.first_day, one.ended_on) == time for one in pairs)
    if time == "across":
        return 2
    return 0 if time in {"before", "after"} and own < MENTEES else 1


@dataclass(frozen=True)
class Solving:
    """What mentees of the adopters answer: how often problems were solved, before and after."""

    adoption: Adoption
    pairs: tuple[PairPlan, ...]  # of the adopters with both

    @cached_property
    def planted(self) -> Mapping[tuple[str, int], str]:
        """The answers by mentee and month, drawn until they come to what the story tells; nothing on days on which it cannot be told."""
        for n in range(DRAWS):
            drawn = dict(self._drawn(dice("solved", n)))
            said = self.said_of(drawn)
            if said is None:
                return {}
            if round(said.difference) == POINTS_MORE and said.is_wide and round(said.after) - round(said.before) == POINTS_MORE:
                return drawn
        return {}

    def said_of(self, given: Mapping[tuple[str, int], str]) -> Change | None:
        """Return what the product will say of these answers."""
        told = [self._told(number, given) for number in sorted({one.mentor for one in self.pairs})]
        return change([one for one in told if one is not None])

    def _drawn(self, rng: random.Random) -> Iterator[tuple[tuple[str, int], str]]:
        for one in self.pairs:
            for month, day in self.adoption.rounds_of(one.first_day, one.ended_on):
                yes, partly = OFTEN["after" if day > self.adoption.last_on else "before"]
                said = rng.random()
                yield (one.mentee, month), "yes" if said < yes else "partly" if said < yes + partly else "no"

    def _told(self, mentor: str, given: Mapping[tuple[str, int], str]) -> tuple[Told, Told] | None:
        """Return what is published of a mentor before the adoption, and what joined it since."""
        rates = [(day, rate) for day, rate in self._published(mentor, given) if rate is not None]
        before = next((rate for day, rate in reversed(rates) if day <= self.adoption.found_on), None)
        after = since_then(before, rates[-1][1]) if before is not None else None
        return (before, after) if before is not None and after is not None else None

    def _published(self, mentor: str, given: Mapping[tuple[str, int], str]) -> Iterator[tuple[date, Told | None]]:
        rounds, batches = self._rounds(mentor, given), list[Batch]()
        for day in self.adoption.published_on:
            joined = frozenset(key for one in batches for key in one.rounds)
            batches += batches_on(day, rounds, joined={SOLVED: joined}, worths={SOLVED: WORTH}, floors=FLOORS, months=WAITS)
            counts = sum((Counter(one.counts) for one in batches), Counter[str]())
            answers = counts.total()
            worth = sum(((WORTH[said] or Fraction(0)) * n for said, n in counts.items()), Fraction(0))
            yield day, Told(worth / answers, answers) if answers else None

    def _rounds(self, mentor: str, given: Mapping[tuple[str, int], str]) -> list[ClosedRound]:
        people: defaultdict[date, list[tuple[int, str]]] = defaultdict(list)
        for n, one in enumerate(self.pairs):
            for month, day in self.adoption.rounds_of(one.first_day, one.ended_on):
                if one.mentor == mentor:
                    people[day].append((n, given[one.mentee, month]))
        return [
            ClosedRound(
                key=key,
                closed_on=day + CLOSED_AFTER,
                people=frozenset(n for n, _said in own),
                counts={SOLVED: Counter(said for _n, said in own)},
            )
            for key, (day, own) in enumerate(sorted(people.items()))
        ]
