"""Calendars (ICS) of mentoring talks: whole days, with whom, the way to the app; not a word of what is talked about."""

from collections.abc import Sequence
from datetime import UTC, timedelta

from django.utils.translation import gettext as _

from bole.mentoring.queries.feeds import FeedDay, FeedHour
from bole.mentoring.words import HALVES


def _summary(one: FeedDay) -> str:
    """Return with whom, and in which half of the day where the two named it; at which hour, they say to each other."""
    words = _("Mentoring talk: %(name)s") % {"name": one.name}
    return _("%(talk)s, %(half)s") % {"talk": words, "half": HALVES[one.half]} if one.half in HALVES else words


def calendar_of(days: Sequence[FeedDay], hours: Sequence[FeedHour] = (), *, base: str) -> bytes:
    """Return the calendar. A talk keeps its UID when its day moves, so that it moves in every calendar that reads it."""
    import icalendar  # here: a tenth of a second, which no process should wait for before it can answer

    found = icalendar.Calendar()
    found.add("prodid", "-//Bole//mentoring//ZH")
    found.add("version", "2.0")
    found.add("x-wr-calname", _("Mentoring"))
    found.add("refresh-interval;value=duration", "PT6H")
    for one in days:
        event = icalendar.Event()
        event.add("uid", f"{one.ref}@bole")
        event.add("dtstamp", one.since)
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(days=1))
        event.add("summary", _summary(one))
        event.add("url", f"{base}/mentoring/duties/{one.ref}/")
        event.add("transp", "TRANSPARENT")
        found.add_component(event)
    for hour in hours:
        event = icalendar.Event()
        event.add("uid", f"{hour.ref}@bole")
        event.add("dtstamp", hour.since)
        event.add("dtstart", hour.begins_at.astimezone(UTC))
        event.add("dtend", hour.ends_at.astimezone(UTC))
        event.add("summary", _("Office hours of %(name)s") % {"name": hour.name} if hour.name else _("Your office hours"))
        event.add("url", f"{base}/mentoring/office-hours/{hour.ref}/")
        found.add_component(event)
    body: bytes = found.to_ical()
    return body
