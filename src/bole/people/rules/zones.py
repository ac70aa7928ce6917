"""The zone in which a person's days are counted."""

from collections.abc import Sequence
from zoneinfo import available_timezones

from bole.values.refusal import Invalid, say


class UnknownZone(Invalid):
    """The text names no time zone."""

    code = "unknown_zone"
    sentence = say("“{text}” is no time zone. Write one such as Asia/Shanghai or Europe/Berlin.")


def working_zone(own: str, units: Sequence[str], company: str) -> str:
    """Return the zone of the assignment, else of the nearest unit that has one, else of the company."""
    return own or next((zone for zone in units if zone), company)


def checked_zone(text: str) -> str:
    """Return the zone's name as it is known; nothing stays nothing.

    :raises UnknownZone: if there is no such zone
    """
    zone = text.strip()
    if zone and zone not in available_timezones():
        raise UnknownZone(where="zone", text=zone[:60])
    return zone
