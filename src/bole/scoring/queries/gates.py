"""Whose score is open to others beyond the permission table: no newcomer's in the first days, nobody's who is not scored."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any, Literal

from django.db.models import Q, QuerySet

from bole.people.models import Employment
from bole.people.queries import employments_on
from bole.scoring.actions.scores import SCORED_KINDS
from bole.values.viewer import Viewer

OWN_DAYS = 30
Closed = Literal["new", "unscored"]


def closed_to_others(person_ids: Collection[int], *, day: date) -> dict[int, Closed]:
    """Return whose score nobody else sees, and why (one query): a newcomer's is their own, and some kinds of employment have none."""
    since = day - timedelta(days=OWN_DAYS)
    found: dict[int, Closed] = {}
    for person, row in employments_on(person_ids, day).items():
        if row.kind not in SCORED_KINDS:
            found[person] = "unscored"
        elif row.joined_on > since:
            found[person] = "new"
    return found


def closed_among(people: QuerySet[Any, Any], *, day: date) -> frozenset[int]:
    """Return those of people, named by a query of their keys, whose score nobody else sees (one query, a second if there may be one)."""
    since = day - timedelta(days=OWN_DAYS)
    other = ~Q(kind__in=sorted(SCORED_KINDS)) | Q(first_day__gt=since)
    doubtful = Employment.objects.on(day).filter(other, person__in=people).values_list("person_id", flat=True)
    found = frozenset(doubtful)
    return frozenset(closed_to_others(found, day=day)) if found else found


def newcomers(person_ids: Collection[int], *, day: date) -> frozenset[int]:
    """Return those whose first days are not over: only they see their score, and it does not count (one query)."""
    return frozenset(person for person, why in closed_to_others(person_ids, day=day).items() if why == "new")


def is_kept_to_self(viewer: Viewer, person_id: int, *, day: date) -> bool:
    """Test if the score is closed to the viewer whatever the permission table says (no query for one's own)."""
    return viewer.person_id != person_id and person_id in closed_to_others([person_id], day=day)


def has_scores(person_id: int, *, day: date) -> bool:
    """Test if somebody's kind of employment is scored at all (one query); who left keeps what there was."""
    return closed_to_others([person_id], day=day).get(person_id) != "unscored"
