"""Moments as Freshdesk's placeholders write them: `2026-11-23 09:30:00`, in the zone of the help desk."""

from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bole.work.rules.moments import moment_of
from bole.work.rules.place import Place
from bole.work.rules.refusals import NaiveMoment, UnknownZone


def zone_of(ticket: Place) -> ZoneInfo | None:
    """Return the zone that the rule names, None if it names none.

    :raises UnknownZone: if there is no such zone
    """
    name = ticket.text("zone").strip()
    if not name:
        return None
    if name not in _zones():
        raise UnknownZone(text=name[:60], where=ticket.where("zone"))
    return ZoneInfo(name)


def moment_in(ticket: Place, name: str, zone: ZoneInfo | None) -> datetime | None:
    """Return a moment; what has no zone of its own is read in the one that the rule names.

    :raises BadMoment: if it is none, or has no zone at all
    """
    text, where = ticket.text(name).strip(), ticket.where(name)
    if not text:
        return None
    try:
        return moment_of(text, where=where)
    except NaiveMoment:
        if zone is None:
            raise
        return moment_of(f"{text}Z", where=where).replace(tzinfo=zone).astimezone(UTC)


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())
