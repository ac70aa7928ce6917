"""A page about one person, and finding people."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from bole.access.rules import may, relations
from bole.kit.action import look
from bole.people.queries import Card, cards, directory, employments_on, find_people, get_person_for
from bole.scoring.queries import Sheet, is_kept_to_self, my_sheet
from bole.signals.queries import AlertRow, open_alerts_of
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

MOST = 50
OUTSIDE = frozenset({"outsourced", "dispatched"})
# Whose look at a score is put on the record: everybody but the person and the direct manager.
LOOKED_AS = ("hr_partner", "hr_admin", "auditor", "chain")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """A card, and the score for whoever may see it."""

    card: Card
    manager: Card | None
    sheet: Sheet | None
    may_see_score: bool
    is_self: bool
    is_outsider: bool
    alerts: tuple[AlertRow, ...] = ()


def person_page(viewer: Viewer, number: str, *, day: date, at: datetime) -> PersonPage:
    """Return a person's page; to the direct manager also what waits of this person's alerts.

    :raises NotFound: if there is nobody whom the viewer may see
    """
    card = get_person_for(viewer, number, day)
    manager = cards([card.manager_id], day).get(card.manager_id) if card.manager_id is not None else None
    sees = sees_score(viewer, card.person_id, day=day)
    is_direct = viewer.person_id == card.person_id or card.person_id in viewer.reports
    return PersonPage(
        card=card,
        manager=manager,
        sheet=_sheet(viewer, card.person_id, day=day) if sees and is_direct else None,
        may_see_score=sees,
        is_self=viewer.person_id == card.person_id,
        is_outsider=bool(outsiders([card], day=day)),
        alerts=open_alerts_of(viewer, [card.person_id], at=at).get(card.person_id, ()) if card.person_id in viewer.reports else (),
    )


def sees_score(viewer: Viewer, person_id: int, *, day: date) -> bool:
    """Test if the viewer may see the person's score on the day."""
    return may(viewer, "read", "score", person_id) and not is_kept_to_self(viewer, person_id, day=day)


def _sheet(viewer: Viewer, person_id: int, *, day: date) -> Sheet | None:
    try:
        return my_sheet(viewer, person_id, day=day)
    except NotFound:
        return None


def scored_person(viewer: Viewer, number: str, *, day: date) -> Card:
    """Return the card of a person whose score the viewer may see.

    :raises NotFound: for everybody else, as if there were no such person
    """
    card = get_person_for(viewer, number, day)
    if not sees_score(viewer, card.person_id, day=day):
        raise NotFound(where="number")
    return card


def looked_as(viewer: Viewer, person_id: int) -> str:
    """Return as what the viewer looks at a score; empty if that is no look for the record."""
    stands = relations(viewer, person_id)
    if not stands.isdisjoint({"self", "manager", "system"}):
        return ""
    return next((one for one in LOOKED_AS if one in stands), "")


def note_look(viewer: Viewer, card: Card, *, at: datetime, fields: tuple[str, ...] = ("score",)) -> None:
    """Put a look at somebody's score on the record, where it is one."""
    role = looked_as(viewer, card.person_id)
    if role:
        look(what="score.look", by=viewer, at=at, subject=card.ref, fields=(*fields, f"as:{role}"))


@dataclass(frozen=True, slots=True)
class Listed:
    """People in a list: their cards, who of them is from outside, and where the next page begins."""

    cards: tuple[Card, ...]
    outsiders: frozenset[int]
    after: str = ""


def people_found(viewer: Viewer, text: str, *, day: date, limit: int = MOST) -> Listed:
    """Return whom a search finds (four queries)."""
    found = find_people(viewer, text, day, limit=limit) if text else []
    return Listed(tuple(found), outsiders(found, day=day))


def people_listed(viewer: Viewer, *, day: date, after: str = "") -> Listed:
    """Return a page of the directory (four queries)."""
    rows = directory(viewer, day, after=after, limit=MOST + 1)
    return Listed(tuple(rows[:MOST]), outsiders(rows[:MOST], day=day), rows[MOST - 1].number if len(rows) > MOST else "")


def outsiders(found: Collection[Card], *, day: date) -> frozenset[int]:
    """Return who of these works for another company (one query)."""
    held = employments_on([one.person_id for one in found], day)
    return frozenset(person for person, row in held.items() if row.kind in OUTSIDE)
