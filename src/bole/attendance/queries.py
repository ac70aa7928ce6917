"""Reads of absences: the days alone for other rooms, the spells for HR and for the person."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from bole.attendance.models import Absence
from bole.attendance.permissions import can_change_absences, can_list_absences, can_read_absences
from bole.attendance.refusals import UnknownPerson
from bole.attendance.rules.spell import days_of
from bole.people.queries import Card, cards, find_people, get_person_for
from bole.people.queries.lines import MOST_KEYS
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

MOST = 50


def absent_days(person_ids: Collection[int] | None, first_day: date, last_day: date) -> dict[int, frozenset[date]]:
    """Return on which of these days each was away, without why (one query); None asks for everybody, who was never away is left out."""
    rows = Absence.objects.filter(withdrawn_at=None, first_day__lte=last_day, last_day__gte=first_day)
    wanted = None if person_ids is None else frozenset(person_ids)
    if wanted is not None and len(wanted) <= MOST_KEYS:
        rows = rows.filter(person__in=wanted)
    found: defaultdict[int, set[date]] = defaultdict(set)
    for person, first, last in rows.values_list("person_id", "first_day", "last_day"):
        if wanted is None or person in wanted:
            found[person].update(days_of(max(first, first_day), min(last, last_day)))
    return {person: frozenset(days) for person, days in found.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceRow:
    """A spell of absence."""

    ref: str
    person_id: int
    first_day: date
    last_day: date
    kind: str
    recorded_at: datetime
    by: str
    may_withdraw: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Absences:
    """A page of the list: the latest first, the people by key, and where the next page begins."""

    rows: tuple[AbsenceRow, ...]
    people: dict[int, Card]
    after: str = ""


def absences_for(viewer: Viewer, *, day: date, text: str = "", after: str = "") -> Absences:
    """Return the absences of those whom the viewer looks after, of one person if a search finds them (six queries at most).

    :raises NotFound: unless the viewer is of HR
    """
    if not can_list_absences(viewer):
        raise NotFound
    rows = Absence.objects.filter(withdrawn_at=None).order_by("-first_day", "-id")
    if not viewer.has_role("hr", "hr_admin"):
        rows = rows.filter(person__in=viewer.partnered)
    if viewer.person_id is not None:
        rows = rows.exclude(person=viewer.person_id)  # nobody handles their own file
    if text:
        rows = rows.filter(person__in=[one.person_id for one in find_people(viewer, text, day, limit=MOST)])
    start = Absence.objects.filter(ref=after).values_list("first_day", "id").first() if after else None
    if start is not None:
        rows = rows.filter(first_day__lte=start[0]).exclude(first_day=start[0], pk__gte=start[1])
    found = [_row(viewer, one) for one in rows[: MOST + 1] if can_read_absences(viewer, one.person_id)]
    shown = tuple(found[:MOST])
    return Absences(rows=shown, people=cards({one.person_id for one in shown}, day), after=shown[-1].ref if len(found) > MOST else "")


def own_absences(viewer: Viewer) -> list[AbsenceRow]:
    """Return the viewer's own absences, the latest first (one query)."""
    if viewer.person_id is None or not can_read_absences(viewer, viewer.person_id):
        return []
    rows = Absence.objects.filter(person=viewer.person_id, withdrawn_at=None).order_by("-first_day", "-id")
    return [_row(viewer, one) for one in rows]


def person_to_record(viewer: Viewer, number: str, *, day: date) -> Card:
    """Return whose absence is recorded, by staff number.

    :raises UnknownPerson: if there is nobody with it whom the viewer looks after
    """
    try:
        card = get_person_for(viewer, number.strip(), day)
    except NotFound as nobody:
        raise UnknownPerson(number=number.strip()[:40], where="person") from nobody
    if not can_change_absences(viewer, card.person_id):
        raise UnknownPerson(number=number.strip()[:40], where="person")
    return card


def _row(viewer: Viewer, one: Absence) -> AbsenceRow:
    return AbsenceRow(
        ref=one.ref,
        person_id=one.person_id,
        first_day=one.first_day,
        last_day=one.last_day,
        kind=str(one.kind),
        recorded_at=one.recorded_at,
        by=one.by,
        may_withdraw=can_change_absences(viewer, one.person_id),
    )
