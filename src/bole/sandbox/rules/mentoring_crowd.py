"""Pairs of the crowd: sixty-six that are over (seventeen mentees were promoted), seventy that run, forty from before the launch."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bole.mentoring.rules.dates import last_day_of, months_later
from bole.mentoring.rules.growth_figures import is_promoted
from bole.sandbox.rules.chance import dice
from bole.sandbox.rules.company import CompanyPlan, PersonPlan
from bole.sandbox.rules.days import step
from bole.sandbox.rules.mentoring_adopters import Adoption, preferred, with_both
from bole.sandbox.rules.mentoring_mentors import SHARES, XU_JIA, area_of, heads_of, promotions_of
from bole.sandbox.rules.mentoring_terms import Ended, MentorPlan, PairPlan

OVER, OVER_PROMOTED, OVER_LEFT, RUNNING = 66, 17, 4, 70
BEFORE, BEFORE_PROMOTED = 40, 4
MOST_AT_ONCE = 3
_CRAFTS = {
    "algorithm": "algorithm_engineer",
    "product": "product_manager",
    "operations": "operations",
    "marketing": "operations",
    "sales": "sales",
}


@dataclass
class Pairing:
    """Finds mentors for mentees, day by day: of the same department, with a seat, the one with the fewest mentees."""

    plan: CompanyPlan
    mentors: Sequence[MentorPlan]
    taken: set[str]
    pairs: list[PairPlan] = field(default_factory=list)
    adopters: tuple[str, ...] = ()

    def add(self, mentee: PersonPlan, first_day: date, months: int, *, ended_on: date | None, why: Ended, framework: str) -> bool:
        """Pair somebody; return whether there was a seat."""
        mentor = self._mentor_for(mentee, first_day, ended_on)
        if mentor is None:
            return False
        self.taken.add(mentee.number)
        rng = dice("pair", mentee.number)
        self.pairs.append(
            PairPlan(
                mentor=mentor,
                mentee=mentee.number,
                framework=framework,
                first_day=first_day,
                months=months,
                source=rng.choice(("match", "match", "match", "request", "hand")),
                handed_in=step(first_day, rng.randint(0, 1)),
                approved_on=step(first_day, rng.randint(2, 3)),
                ended_on=ended_on,
                ended_why=why,
            )
        )
        return True

    def _mentor_for(self, mentee: PersonPlan, first_day: date, ended_on: date | None) -> str | None:
        post = mentee.post_on(first_day)
        if post is None:
            return None
        until, rng = ended_on or date.max, dice("mentor for", mentee.number)
        adoption = Adoption(self.plan.almanac)
        time = adoption.time_of(first_day, ended_on)
        able = []
        for one in self.mentors:
            person = self.plan.by_number[one.number]
            here = person.post_on(first_day)
            if here is None or one.first_day > first_day or area_of(here.unit) != area_of(post.unit) or here.rank <= post.rank:
                continue
            at_once = sum(one.number == each.mentor and _overlap(each, first_day, until) for each in self.pairs)
            if at_once < MOST_AT_ONCE:
                rank = preferred(one.number, self.adopters, time, self.pairs, adoption)
                able.append((rank, at_once, rng.random(), one.number))
        return min(able)[-1] if able else None


def _overlap(one: PairPlan, first_day: date, until: date) -> bool:
    return one.first_day <= until and first_day <= (one.ended_on or date.max)


def pairs_of_crowd(plan: CompanyPlan, mentors: Sequence[MentorPlan], taken: Collection[str], told: Sequence[PairPlan]) -> list[PairPlan]:
    """Return the pairs since the launch; whoever is `taken` has a place in a story, and the pairs `told` there take seats."""
    givers = [one for one in mentors if one.number not in taken]
    pairing = Pairing(plan, givers, {*taken, *(one.number for one in mentors)}, [*told], with_both(plan, mentors))
    _fill(pairing, OVER_PROMOTED, _promoted(plan, pairing.taken))
    _fill(pairing, OVER_LEFT, _leaving(plan, pairing.taken))
    _fill(pairing, OVER - OVER_PROMOTED - OVER_LEFT, _steady(plan, pairing.taken))
    _fill(pairing, RUNNING, _running(plan, pairing.taken))
    return pairing.pairs[len(told) :]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A pair that might be."""

    mentee: PersonPlan
    first_day: date
    months: int
    ended_on: date | None
    why: Ended


def _fill(pairing: Pairing, count: int, wanted: Iterator[_Wanted]) -> None:
    """Make so many pairs of those wanted.

    :raises ValueError: if there were too few
    """
    for one in wanted:
        if not count:
            return
        framework = framework_of(one.mentee, one.first_day)
        if pairing.add(one.mentee, one.first_day, one.months, ended_on=one.ended_on, why=one.why, framework=framework):
            count -= 1
    if count:
        raise ValueError(f"{count} pairs too few")


def _crowd(plan: CompanyPlan, taken: Collection[str], what: str, test: Callable[[PersonPlan], bool]) -> list[PersonPlan]:
    """Return the people of the crowd whom the test lets pass, shuffled."""
    heads = heads_of(plan)
    found = [
        one
        for one in plan.people
        if one.number.startswith("BL")
        and one.number not in heads
        and one.number not in taken
        and area_of(one.posts[-1].unit) in SHARES
        and test(one)
    ]
    dice("pairs", what).shuffle(found)
    return found


def _promoted(plan: CompanyPlan, taken: Collection[str]) -> Iterator[_Wanted]:
    """Yield pairs that are over and whose mentee was promoted during it or within a year."""
    almanac = plan.almanac
    last = step(almanac.anchor, -30)
    for one in _crowd(plan, taken, "promoted", lambda each: each.last_day is None and any(promotions_since(each, almanac.launch))):
        rng = dice("promoted", one.number)
        day = next(promotions_since(one, almanac.launch))
        first = step(day, -rng.randint(15, 160))
        first = max(first, step(almanac.launch, rng.randint(5, 15)), step(one.first_day, 5))
        ended = last_day_of(first, 6)
        if first <= day and ended <= last and is_promoted(promotions_of(one), start=first, end=ended):
            yield _Wanted(one, first, 6, ended, "done")


def _leaving(plan: CompanyPlan, taken: Collection[str]) -> Iterator[_Wanted]:
    """Yield pairs whose mentee left before they were over."""
    launch, anchor = plan.almanac.launch, plan.almanac.anchor
    for one in _crowd(plan, taken, "leaving", lambda each: each.last_day is not None and launch < each.last_day < anchor):
        first = step(max(one.first_day, launch), dice("leaving", one.number).randint(5, 12))
        if one.last_day is not None and step(first, 40) < one.last_day <= last_day_of(first, 6) and not any(promotions_since(one, first)):
            yield _Wanted(one, first, 6, one.last_day, "mentee_left")


def _steady(plan: CompanyPlan, taken: Collection[str]) -> Iterator[_Wanted]:
    """Yield pairs that are over, of people who are here and were not promoted."""
    launch, anchor = plan.almanac.launch, plan.almanac.anchor
    for one in _crowd(plan, taken, "steady", lambda each: each.last_day is None and each.first_day <= step(anchor, -180)):
        rng = dice("steady", one.number)
        earliest = max(step(one.first_day, rng.randint(4, 9)), step(launch, rng.randint(6, 16)))
        months = rng.choice((6, 6, 6, 5, 4))
        latest = months_later(step(anchor, -12), -months)
        days = (latest - earliest).days
        if days <= 0:
            continue
        is_new = one.first_day > launch
        first = step(earliest + timedelta(days=0 if is_new else rng.randrange(days)), 0)
        ended = last_day_of(first, months)
        if ended < anchor and not is_promoted(promotions_of(one), start=first, end=ended):
            yield _Wanted(one, first, months, ended, "done")


def _running(plan: CompanyPlan, taken: Collection[str]) -> Iterator[_Wanted]:
    """Yield pairs that run: newcomers of this half-year first, then others."""
    anchor = plan.almanac.anchor
    earliest, latest = months_later(step(anchor, 15), -6), step(anchor, -12)
    found = _crowd(plan, taken, "running", lambda each: each.last_day is None and each.first_day <= step(anchor, -20))
    found.sort(key=lambda each: each.first_day < earliest)
    for one in found:
        rng = dice("running", one.number)
        is_new = one.first_day >= earliest
        first = (
            step(one.first_day, rng.randint(4, 9))
            if is_new
            else step(earliest + timedelta(days=rng.randrange((latest - earliest).days)), 0)
        )
        if first <= latest and one.posts[-1].first_day <= first and one.posts[-1].rank <= 5:
            yield _Wanted(one, first, 6, None, "")


def promotions_since(one: PersonPlan, day: date) -> Iterator[date]:
    """Yield somebody's promotions after a day."""
    yield from (each for each in promotions_of(one) if each > day)


def framework_of(one: PersonPlan, day: date) -> str:
    """Return the framework for somebody on a day: graduates of July, those about to be promoted, else by craft."""
    post = one.post_on(day) or one.posts[0]
    if one.first_day.month == 7 and post.rank <= 4 and (day - one.first_day).days < 90:
        return "new_graduate"
    if post.rank >= 5 and any(0 <= (each - day).days < 200 for each in promotions_of(one)):
        return "promotion"
    return _CRAFTS.get(post.position.rsplit("-", 1)[0], "specialist")


def imported_pairs(plan: CompanyPlan, mentors: Sequence[MentorPlan]) -> list[PairPlan]:
    """Return forty pairs from before the launch; four mentees were promoted in time."""
    found: list[PairPlan] = []
    givers = [XU_JIA, *(one.number for one in mentors if not one.has_retired)]
    people = _crowd(plan, givers, "before", lambda each: each.first_day < plan.almanac.launch)
    left = {True: BEFORE_PROMOTED, False: BEFORE - BEFORE_PROMOTED}
    for one in people:
        made = _imported(plan, one, givers, found)
        if made is None:
            continue
        was_promoted = is_promoted(promotions_of(one), start=made.first_day, end=made.ended_on)
        if left[was_promoted]:
            left[was_promoted] -= 1
            found.append(made)
    if any(left.values()):
        raise ValueError(f"{left} imported pairs too few")
    return found


def _imported(plan: CompanyPlan, one: PersonPlan, givers: Sequence[str], found: Sequence[PairPlan]) -> PairPlan | None:
    """Return a pair with one of the givers, each at most three times; Xu Jia's only one comes first."""
    launch, rng = plan.almanac.launch, dice("before", one.number)
    most = {number: 1 if number == XU_JIA else 3 for number in givers}
    able_now = givers if any(each.mentor == XU_JIA for each in found) else [XU_JIA]
    first = step(one.first_day, rng.randint(8, 60))
    ended = last_day_of(first, rng.choice((4, 5, 6)))
    if ended >= min(launch, one.last_day or date.max):
        return None
    post = one.post_on(first)
    able = [
        number
        for number in able_now
        if (here := plan.by_number[number].post_on(first)) is not None
        and post is not None
        and area_of(here.unit) == area_of(post.unit)
        and sum(each.mentor == number for each in found) < most[number]
    ]
    if not able:
        return None
    return PairPlan(
        mentor=rng.choice(able),
        mentee=one.number,
        framework=framework_of(one, first),
        first_day=first,
        months=6,
        source="import",
        ended_on=ended,
        ended_why="done",
        hours=rng.randint(9, 26),
    )
