"""Somebody's private contact: read by the person and by HR that looks after them; a look of HR's is on the record."""

from dataclasses import dataclass
from datetime import date, datetime

from bole.access.rules import may_company, relations
from bole.kit.action import look
from bole.people.permissions import can_change_contact
from bole.people.queries.directory import Card, Contact, cards, contact_for, get_person_for
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

LOOKED_AS = ("hr_partner", "hr_admin")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateContact:
    """Whose it is, what it says, and whether the viewer may change it."""

    card: Card
    contact: Contact
    is_own: bool
    may_change: bool


def own_contact(viewer: Viewer, *, day: date) -> PrivateContact:
    """Return the viewer's own.

    :raises NotFound: if the viewer is nobody who works here
    """
    card = cards({viewer.person_id}, day).get(viewer.person_id) if viewer.person_id is not None else None
    if card is None:
        raise NotFound
    return _contact(viewer, card.number, day)


def contact_of_person(viewer: Viewer, number: str, *, day: date, at: datetime) -> PrivateContact:
    """Return somebody's, as HR keeps it; the look is on the record.

    :raises NotFound: unless the company and this person's contact are open to the viewer
    """
    if not may_company(viewer, "read", "company"):
        raise NotFound
    found = _contact(viewer, number, day)
    role = next((one for one in LOOKED_AS if one in relations(viewer, found.card.person_id)), "")
    if role:
        look(what="contact.look", by=viewer, at=at, subject=found.card.ref, fields=("contact", f"as:{role}"))
    return found


def _contact(viewer: Viewer, number: str, day: date) -> PrivateContact:
    contact, card = contact_for(viewer, number, day), get_person_for(viewer, number, day)
    key = card.person_id
    return PrivateContact(card=card, contact=contact, is_own=key == viewer.person_id, may_change=can_change_contact(viewer, key))
