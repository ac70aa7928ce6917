"""What people are told about office hours; never what somebody wants to talk about."""

from django.utils.translation import gettext_lazy as _

from bole.notices.kinds import offer_kind


def offer_office_kinds() -> None:
    """Offer the kinds."""
    booked = _("{name} booked a place in your office hours on {date}, {time}")
    offer_kind("mentoring.office_booked", booked, icon="calendar-check")
    cancelled = _("{name} gave the place in your office hours on {date} back")
    offer_kind("mentoring.office_cancelled", cancelled, icon="calendar-x")
    off = _("{name} called the office hours on {date}, {time}, off. Others are on the list")
    offer_kind("mentoring.office_called_off", off, icon="calendar-off", group="reminder")
    soon = _("{name}'s office hours, where you have a place, are on {date}, from {time} on")
    offer_kind("mentoring.office_soon", soon, icon="calendar-clock", group="reminder")
    own = _("Your office hours are on {date}, from {time} on; {n} booked")
    offer_kind("mentoring.office_soon_own", own, icon="calendar-clock", group="reminder")
