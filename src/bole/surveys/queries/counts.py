"""How many take part: of whole kinds, up to yesterday, and never of a small group."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from bole.access.rules import insist
from bole.surveys.models import Participation, Round
from bole.surveys.queries.calendar import publication_calendar
from bole.surveys.registry import kinds
from bole.surveys.rules.calendar import next_day
from bole.surveys.rules.gate import floored
from bole.values.viewer import Viewer

FLOOR = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A kind of survey: how many rounds are open, how many are asked in them, how many of them took part up to yesterday.

    None where the group, or what is missing to the whole, is small.
    """

    kind: str
    title: str
    rounds: int
    asked: int
    answered: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What HR sees of surveys."""

    days: tuple[tuple[int, int], ...]
    next_on: date
    running: tuple[Running, ...]


def overview_for(viewer: Viewer, *, day: date) -> Overview:
    """Return what is asked now and when results are published next (three queries).

    :raises NotFound: unless the viewer reads surveys
    """
    insist(viewer, "read", "surveys")
    days = publication_calendar()
    rounds = dict(Round.objects.filter(closed_on=None).values("kind").annotate(n=Count("id")).values_list("kind", "n"))
    asked = {
        kind: (of, answered)
        for kind, of, answered in Participation.objects.filter(round__closed_on=None)
        .values("round__kind")
        .annotate(of=Count("id"), answered=Count("id", filter=Q(answered_on__lt=day)))
        .values_list("round__kind", "of", "answered")
    }
    running = tuple(
        Running(
            kind=one.code,
            title=one.title,
            rounds=rounds[one.code],
            asked=asked[one.code][0],
            answered=floored(asked[one.code][1], of=asked[one.code][0], floor=FLOOR),
        )
        for one in kinds()
        if one.code in asked
    )
    return Overview(days=days, next_on=next_day(days, after=day), running=running)


def took_part(groups: Mapping[str, int], *, day: date) -> dict[int, tuple[int, int | None]]:
    """Return of groups of rounds (ref → group) how many people are asked in each, and how many took part in any of it before a day.

    None where the group is small (one query).
    """
    asked: defaultdict[int, set[int]] = defaultdict(set)
    answered: defaultdict[int, set[int]] = defaultdict(set)
    rows = Participation.objects.filter(round__ref__in=list(groups)).values_list("round__ref", "person_id", "answered_on")
    for ref, person, on in rows:
        asked[groups[ref]].add(person)
        if on is not None and on < day:
            answered[groups[ref]].add(person)
    return {group: (len(people), floored(len(answered[group]), of=len(people), floor=FLOOR)) for group, people in asked.items()}
