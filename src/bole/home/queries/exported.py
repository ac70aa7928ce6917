"""What leaves as a file: a team's figures, the company's scores, all that is kept about oneself."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from bole.access.rules import may, may_company, takes_part
from bole.attendance.queries import own_absences
from bole.audit.queries import who_looked
from bole.growth.queries import own_behaviour
from bole.kit.action import look_at_each
from bole.mentoring.queries.hours import own_hours_data
from bole.people.queries import AssignmentRow, Card, cards, contact_for, employment_for, names_on_the_way, people_in_units, unit_rows
from bole.reviews.queries import own_feedback, own_talks
from bole.scoring.queries import Standing, closed_to_others, own_scores, standings, support_of
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.work.queries import own_facts, own_objections

EVERYBODY = "everybody"


def may_leave(viewer: Viewer, person_id: int) -> bool:
    """Test if the viewer may take somebody's score out in a file: HR admin everybody's, an HR partner their units', nobody their own."""
    if not may(viewer, "export", "score", person_id):
        return False
    return viewer.has_role("hr_admin") or person_id in viewer.partnered


def scores_to_export(viewer: Viewer, *, day: date, at: datetime) -> list[tuple[Card, Standing]]:
    """Return the live scores that the viewer may take out, and put on record that they were looked at (twelve queries).

    :raises NotFound: unless the viewer may export scores
    """
    is_admin = viewer.has_role("hr_admin")
    if not may_company(viewer, "read", "company") or not (is_admin or viewer.has_role("hr_partner")):
        raise NotFound
    where = people_in_units([one.id for one in unit_rows(day, unit_ids=None if is_admin else viewer.units)], day)
    closed = closed_to_others(list(where), day=day)
    open_ones = [person for person in where if person not in closed and may_leave(viewer, person)]
    known = {one.person_id: one for one in standings(viewer, open_ones, day=day)}
    rows = [(card, known[person]) for person, card in cards(list(known), day).items()]
    fields = ("score", "export", "as:hr_admin" if is_admin else "as:hr_partner")
    # A file of everybody is one line, which everybody reads; a file of some is a line for each of them.
    subjects = [EVERYBODY] if is_admin else [card.ref for card, _ in rows]
    look_at_each(what="score.look", by=viewer, at=at, fields_of=dict.fromkeys(subjects, fields))
    return rows


def own_data(viewer: Viewer, number: str, *, day: date, at: datetime) -> dict[str, Any]:
    """Return all that is kept about the viewer, as plain values.

    :raises NotFound: for anybody else's number
    """
    card = cards([viewer.person_id], day).get(viewer.person_id) if viewer.person_id is not None else None
    if card is None or card.number != number:
        raise NotFound(where="number")
    employment = employment_for(viewer, number, day)
    since = at.replace(year=at.year - 5, month=1, day=1)
    return {
        "card": _plain(card),
        "contact": _plain(contact_for(viewer, number, day)),
        "assignment": _post(employment.assignment) if employment.assignment else None,
        "employment": _plain(employment.employment) if employment.employment else None,
        "career": [_plain(one) for one in employment.career],
        "scores": own_scores(viewer),
        "records": own_facts(viewer),
        "objections": [_plain(one) for one in own_objections(viewer, since=since)],
        "support": [_plain(one) for one in support_of(viewer, card.person_id, day=day)],
        "absences": [_plain(one) for one in own_absences(viewer)],
        "feedback": own_feedback(viewer),
        "one_to_ones": own_talks(viewer),
        "mentoring_hours": own_hours_data(viewer),
        "learning": own_behaviour(viewer) if takes_part(viewer) else [],
        "looks": [_plain(one) for one in who_looked(card.ref, since=since)],
    }


def _post(row: AssignmentRow) -> dict[str, Any]:
    """Return a post with the names of the units above it, instead of their keys."""
    return {**_plain(row), "unit_path": names_on_the_way(row.unit_path)}


def _plain(row: Any) -> dict[str, Any]:  # noqa: ANN401  (any frozen row)
    """Return a row without the keys that never leave the server."""
    return {name: value for name, value in asdict(row).items() if name != "id" and not name.endswith("_id")}
