"""What people learned by month, for rooms above that count it together; no page shows it of one person."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db.models import Min

from bole.growth.models import Attempt, CareerStep, Enrolment, SkillEvidence, StepDone
from bole.growth.rules.skills import Shown, ShownWhile
from bole.kit.clock import local_day


@dataclass(slots=True)
class LearnedInMonth:
    """What somebody learned in a month: minutes of the course steps done, courses finished, tries at exams that are over, and passes."""

    minutes: int = 0
    finished: int = 0
    tries: int = 0
    passes: int = 0


def learned_by_month(person_ids: Collection[int], first_day: date, last_day: date) -> dict[int, dict[date, LearnedInMonth]]:
    """Return what each person learned in each month (its first day) of these days (three queries)."""
    found: defaultdict[int, defaultdict[date, LearnedInMonth]] = defaultdict(lambda: defaultdict(LearnedInMonth))
    people = sorted(person_ids)
    # A day begins somewhere in the world half a day before it does in London.
    begin, end = (datetime.combine(day, time.min, UTC) for day in (first_day - timedelta(days=1), last_day + timedelta(days=2)))
    steps = StepDone.objects.filter(enrolment__person__among=people, at__gte=begin, at__lt=end)
    for person, at, minutes in steps.values_list("enrolment__person", "at", "step__minutes"):
        if first_day <= local_day(at) <= last_day:
            found[person][local_day(at).replace(day=1)].minutes += minutes
    ended = Enrolment.objects.filter(person__among=people, finished_at__gte=begin, finished_at__lt=end)
    for person, over_at in ended.values_list("person", "finished_at"):
        if over_at is not None and first_day <= local_day(over_at) <= last_day:
            found[person][local_day(over_at).replace(day=1)].finished += 1
    tried = Attempt.objects.filter(person__among=people, day__gte=first_day, day__lte=last_day).exclude(over_at=None)
    for person, day, passed in tried.values_list("person", "day", "passed"):
        month = found[person][day.replace(day=1)]
        month.tries, month.passes = month.tries + 1, month.passes + passed
    return {person: dict(months) for person, months in found.items()}


def learning_since() -> tuple[date | None, date | None]:
    """Return the first day on which anybody did a step of a course, and that of the first try at an exam (two queries)."""
    step = StepDone.objects.aggregate(first=Min("at"))["first"]
    return (local_day(step) if step else None), Attempt.objects.aggregate(first=Min("day"))["first"]


def skills_while(person_ids: Collection[int]) -> dict[int, dict[str, tuple[ShownWhile, ...]]]:
    """Return what showed each skill of these people, from which day to which (one query); `rules.skills.level_on` reads it."""
    found: defaultdict[int, defaultdict[str, list[ShownWhile]]] = defaultdict(lambda: defaultdict(list))
    rows = SkillEvidence.objects.filter(person__among=sorted(person_ids)).order_by("at", "id")
    for person, code, level, source, at, gone in rows.values_list("person", "skill__code", "level", "source", "at", "withdrawn_at"):
        shown = Shown(level=level, source=source, at=at)
        found[person][code].append(ShownWhile(shown, local_day(at), local_day(gone) if gone else None))
    return {person: {code: tuple(spells) for code, spells in skills.items()} for person, skills in found.items()}


def skills_asked() -> dict[int, tuple[tuple[int, Mapping[str, int]], ...]]:
    """Return by job family the skills that each grade asks, with their levels: rank of the grade, the lowest first (one query).

    What a step asks in any case counts, not what is one of several ways.
    """
    found: defaultdict[int, list[tuple[int, Mapping[str, int]]]] = defaultdict(list)
    for family, rank, tree in CareerStep.objects.order_by("grade__rank").values_list("family", "grade__rank", "tree"):
        asked = dict(_asked(tree))
        if asked:
            found[family].append((rank, asked))
    return {family: tuple(steps) for family, steps in found.items()}


def _asked(node: Any) -> Iterator[tuple[str, int]]:  # noqa: ANN401  (JSON of a tree of requirements)
    if not isinstance(node, dict):
        return
    if node.get("clause") == "growth.skill":
        yield str(node["skill"]), int(node["level"])
    for part in node.get("all", ()):
        yield from _asked(part)
