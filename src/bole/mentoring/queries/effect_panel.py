"""What the adjusted effect is computed from: half-years of everybody, and all mentorships. Reads only."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from bole.mentoring.models import Mentorship
from bole.mentoring.queries.effect_results import closed_results, kind_of_results
from bole.mentoring.rules.adjusted import Effects, Pairs, Panel, effects
from bole.mentoring.rules.growth_figures import Result, score_after, score_before
from bole.people.queries import assignments_on, employments_on
from bole.values.period import Period

PERIODS = 6  # half-years that are looked at
HALF_YEAR = 182.6  # days
POINTS = 2000  # hundredths of 100 in one point of 5


@dataclass(frozen=True, slots=True)
class MentorEffect:
    """What a mentor adds, in hundredths of a point of 5, with its range, and on how many mentees it rests."""

    effect: int
    low: int
    high: int
    mentees: int


@dataclass(frozen=True, slots=True)
class Programme:
    """What mentoring as a whole adds, and on what that rests."""

    effect: int
    low: int
    high: int
    pairs: int
    alike: int


def adjusted_effects(*, day: date) -> tuple[dict[int, MentorEffect], Programme | None]:
    """Return each mentor's effect as of a day, and the programme's; nothing where too few similar colleagues are known.

    Some fifteen queries, whatever the size of the company.
    """
    found = _found(day)
    if found is None:
        return {}, None
    said, mentors = found
    by = {
        mentors[int(place)]: MentorEffect(_cents(effect), _cents(low), _cents(high), int(number))
        for place, effect, low, high, number in zip(said.mentor, said.effect, said.low, said.high, said.mentees, strict=True)
    }
    whole = Programme(_cents(said.mean), _cents(said.mean_low), _cents(said.mean_high), int(said.mentees.sum()), said.alike)
    return by, whole


def _found(day: date) -> tuple[Effects, list[int]] | None:
    kind = kind_of_results()
    results = closed_results(None, kind=kind, day=day)
    halves = _halves(day)
    people = sorted(results)
    place = {person: n for n, person in enumerate(people)}
    if not people:
        return None
    score = np.full((len(people), len(halves) + 1), np.nan)  # the last column is what is not closed yet
    for person, own in results.items():
        for n, value in _by_half(own, halves).items():
            score[place[person], n] = value / POINTS
    rows = list(
        Mentorship.objects.exclude(state="planned").exclude(ended_why="mistake").filter(first_day__lte=day)
        .order_by("id").values_list("mentor_id", "mentee_id", "first_day", "ended_on")
    )  # fmt: skip
    mentors = sorted({mentor for mentor, mentee, *_ in rows if mentee in place})
    pairs = [
        (mentors.index(mentor), place[mentee], *_span(first, min(ended or day, day), halves))
        for mentor, mentee, first, ended in rows
        if mentee in place
    ]
    if not pairs:
        return None
    columns = np.array(pairs, dtype=np.int64).T
    said = effects(_panel(score, people, place, halves), Pairs(*columns))
    return None if said is None else (said, mentors)


def _halves(day: date) -> list[Period]:
    period, found = Period.of("half", day).before, []
    for _ in range(PERIODS):
        found.append(period)
        period = period.before
    return found[::-1]


def _by_half(rows: tuple[Result, ...], halves: list[Period]) -> dict[int, float]:
    """Return a person's score of each half-year: its own result, or the mean of shorter ones by their days."""
    firsts = [one.first_day for one in halves]
    total: dict[int, float] = {}
    days: dict[int, int] = {}
    for one in rows:
        n = bisect_left(firsts, one.first_day + timedelta(days=1)) - 1
        if n < 0 or one.last_day > halves[n].last_day:
            continue
        long = (one.last_day - one.first_day).days + 1
        total[n], days[n] = total.get(n, 0.0) + one.score * long, days.get(n, 0) + long
    # A quarter or less of a half-year says too little of it.
    return {n: total[n] / days[n] for n in total if days[n] > HALF_YEAR / 4}


def _span(first: date, end: date, halves: list[Period]) -> tuple[int, int]:
    """Return the places of the half-years before and after; of one that is not closed, the place past the last."""
    spans = [Result(one.first_day, one.last_day, n) for n, one in enumerate(halves)]
    before, after = score_before(spans, start=first), score_after(spans, start=first, end=end)
    return (before.score if before else -1), (after.score if after else len(halves))


def _panel(score: np.ndarray, people: list[int], place: Mapping[int, int], halves: list[Period]) -> Panel:
    shape = score.shape
    unit, grade = np.full(shape, -1, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    tenure, family = np.zeros(shape), np.zeros(shape[0], dtype=np.int64)
    for n, half in enumerate(halves):
        for person, seat in assignments_on(people, half.last_day).items():
            row = place[person]
            unit[row, n], grade[row, n], family[row] = seat.unit_id, seat.grade_rank, seat.family_id
        for person, contract in employments_on(people, half.last_day).items():
            tenure[place[person], n] = (half.last_day - contract.joined_on).days / HALF_YEAR
    units = np.unique(unit[unit >= 0])
    unit = np.where(unit >= 0, np.searchsorted(units, np.maximum(unit, 0)), -1)
    return Panel(score=score, unit=unit, grade=grade, tenure=tenure, family=family)


def _cents(points: float) -> int:
    return round(float(points) * 100)
