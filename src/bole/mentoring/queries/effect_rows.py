"""What became of each mentee, and what mentors gave: rows as of a day, without asking who looks. Whoever calls decides who may see them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from bole.mentoring.models import Meeting, Mentorship, SkillTest
from bole.mentoring.queries.effect_results import kind_of_results, results_before, standing
from bole.mentoring.queries.pairs import PairRow, rows_of
from bole.mentoring.rules.growth_figures import (
    WINDOW_MONTHS,
    Contribution,
    Mark,
    Outcome,
    Result,
    contribution,
    is_high_performer,
    is_promoted,
    lift,
    lift_of_tests,
    months_between,
    months_later,
    score_after,
    score_before,
)
from bole.mentoring.rules.talks import minutes_talked, talk_key
from bole.people.models import Unit
from bole.people.queries import assignments_on, careers_of
from bole.scoring.queries.gates import newcomers

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class MenteeRow:
    """One mentorship and what the mentee gained; scores in hundredths of 100. `is_open`: the score afterwards may still move."""

    pair: PairRow
    months: int
    before: int | None
    after: int | None
    is_open: bool
    tests: tuple[Mark, Mark] | None
    is_promoted: bool
    is_high_performer: bool
    talks: tuple[tuple[str, int], ...]  # each with its key and minutes: a group's talk has one key
    is_recent: bool  # of the last twelve months

    @property
    def minutes(self) -> int:
        """How long the two talked in these months."""
        return sum(minutes for _key, minutes in self.talks)

    @property
    def lift(self) -> Fraction | None:
        """By which part the performance rose."""
        return None if self.before is None or self.after is None else lift(self.before, self.after)

    @property
    def skill_lift(self) -> Fraction | None:
        """By which part the skill test rose."""
        return lift(self.tests[0].points, self.tests[1].points) if self.tests else None


def mentee_rows(mentor_ids: Collection[int] | None, *, day: date) -> dict[int, tuple[MenteeRow, ...]]:
    """Return each mentor's mentees of the last two years as of a day, the newest first (a dozen queries); None asks for all mentors."""
    pairs = _pairs(mentor_ids, day)
    people = {one.mentee_id for one in pairs}
    kind = kind_of_results()
    results = results_before(people, kind=kind, day=day)
    own = newcomers(people, day=day)
    now = {person: score for person, score in standing(people, day=day).items() if person not in own}
    tests, promoted = _tests(pairs, day), _promotions(people, day)
    talks, high = _talks(pairs, day), _high_performers(people, day)
    found: defaultdict[int, list[MenteeRow]] = defaultdict(list)
    for pair in sorted(pairs, key=lambda one: one.first_day, reverse=True):
        end = pair.ended_on if pair.ended_on is not None and pair.ended_on <= day else None
        before = score_before(results.get(pair.mentee_id, ()), start=pair.first_day)
        after, is_open = _after(results.get(pair.mentee_id, ()), pair, end=end, now=now.get(pair.mentee_id))
        found[pair.mentor_id].append(
            MenteeRow(
                pair=pair,
                months=max(months_between(pair.first_day, end + A_DAY if end else day), 0),  # the last day counts
                before=before.score if before else None,
                after=after,
                is_open=is_open,
                tests=lift_of_tests(tests.get(pair.id, ())),
                is_promoted=is_promoted(promoted.get(pair.mentee_id, ()), start=pair.first_day, end=end),
                is_high_performer=pair.mentee_id in high,
                talks=tuple(talks.get(pair.id, ())),
                is_recent=end is None or end >= months_later(day, -WINDOW_MONTHS),
            )
        )
    return {mentor: tuple(rows) for mentor, rows in found.items()}


def contribution_of(rows: Collection[MenteeRow], *, office: int = 0) -> Contribution:
    """Return what a mentor gave in the last twelve months; a talk with a group counts once. `office`: minutes of office hours."""
    recent = [one for one in rows if one.is_recent]
    outcomes = [Outcome(one.pair.mentee_id, one.is_promoted, one.is_high_performer) for one in recent]
    return contribution(outcomes, minutes=office + minutes_talked(talk for one in recent for talk in one.talks))


def _pairs(mentor_ids: Collection[int] | None, day: date) -> list[PairRow]:
    found = Mentorship.objects.filter(first_day__lte=day).exclude(ended_on__lt=months_later(day, -24)).exclude(ended_why="mistake")
    if mentor_ids is not None:
        found = found.filter(mentor__among=list(mentor_ids))
    return [one for one in rows_of(found, alive_only=False) if one.state != "planned" or one.ended_on]


def _after(results: Collection[Result], pair: PairRow, *, end: date | None, now: int | None) -> tuple[int | None, bool]:
    """Return the score that shows the programme: as it stands now, later the closed result; `True`: it may still move."""
    if end is None:
        return now, True
    closed = score_after(results, start=pair.first_day, end=end)
    return (closed.score if closed else None), False


def _tests(pairs: Collection[PairRow], day: date) -> dict[int, list[Mark]]:
    found: defaultdict[int, list[Mark]] = defaultdict(list)
    rows = SkillTest.objects.filter(mentorship__in=[one.id for one in pairs], taken_on__lte=day, waits=False)
    for pair, taken_on, points, most, exam in rows.values_list("mentorship_id", "taken_on", "points", "most", "exam"):
        found[pair].append(Mark(taken_on, points, most, exam))
    return found


def _promotions(person_ids: Collection[int], day: date) -> dict[int, list[date]]:
    steps = careers_of(person_ids)
    return {person: [one.day for one in rows if one.kind == "promoted" and one.day <= day] for person, rows in steps.items()}


def _talks(pairs: Collection[PairRow], day: date) -> dict[int, list[tuple[str, int]]]:
    """Return the talks of the last twelve months by pair, with their minutes; of an imported one the hours that it came with."""
    found: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    groups = {one.id: one.group for one in pairs}
    rows = Meeting.objects.filter(mentorship__in=[one.id for one in pairs], held_on__lte=day, held_on__gt=months_later(day, -WINDOW_MONTHS))
    for ref, pair, held_on, minutes in rows.values_list("ref", "mentorship_id", "held_on", "minutes"):
        found[pair].append((talk_key(ref, group=groups[pair], day=held_on), minutes))
    for one in pairs:
        if one.hours is not None:
            found[one.id].append((f"import {one.id}", one.hours * 60))
    return found


def departments(paths: Mapping[int, str]) -> dict[int, int]:
    """Return each person's department by the path of their unit: the nearest department or division, else the unit itself (one query)."""
    whole = set(Unit.objects.filter(kind__in=("department", "division")).values_list("id", flat=True))
    found = {}
    for person, path in paths.items():
        way = [int(one) for one in path.strip("/").split("/")]
        found[person] = next((one for one in reversed(way) if one in whole), way[-1])
    return found


def _high_performers(person_ids: Collection[int], day: date) -> frozenset[int]:
    """Return who of these stands in the top ten percent of the department (three queries)."""
    seats = assignments_on(None, day) if person_ids else {}
    of = departments({person: row.unit_path for person, row in seats.items()}) if seats else {}
    wanted = {of[person] for person in person_ids if person in of}
    scores = standing([person for person, unit in of.items() if unit in wanted], day=day) if wanted else {}
    by_unit: defaultdict[int, list[int]] = defaultdict(list)
    for person, score in scores.items():
        by_unit[of[person]].append(score)
    return frozenset(person for person in person_ids if person in scores and is_high_performer(scores[person], by_unit[of[person]]))
