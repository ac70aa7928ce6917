"""Office hours among one's own dates."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _

from bole.kit.ui.days import hour
from bole.mentoring.queries.office_hours import OfficeRow
from bole.mentoring.shown.naming import name_of
from bole.mentoring.shown.office_hours import BASE, span
from bole.people.queries import cards


def office_dates(booked: Sequence[tuple[OfficeRow, datetime]], own: Sequence[OfficeRow], *, day: date) -> list[tuple[str, str, str]]:
    """Return where one has a place, and one's own: address, words, note (one query, none for none)."""
    people = cards({one.mentor_id for one, _begins_at in booked}, day) if booked else {}
    rows = [(one.begins_at, f"{BASE}{one.ref}/", _("Your office hours"), span(one)) for one in own]
    for one, begins_at in booked:
        words = _("Office hours of %(name)s") % {"name": name_of(people.get(one.mentor_id))}
        rows.append((begins_at, f"{BASE}{one.ref}/", words, _("your place is at %(time)s") % {"time": hour(begins_at)} + " · " + span(one)))
    return [(url, words, note) for _begins_at, url, words, note in sorted(rows)]
