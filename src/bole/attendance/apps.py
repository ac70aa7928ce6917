"""The room's name in Django, and the way that it offers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from bole.attendance.permissions import can_list_absences
from bole.kit.menu import MenuItem, offer


class AttendanceConfig(AppConfig):
    """Settings of the room."""

    name = "bole.attendance"
    label = "attendance"

    def ready(self) -> None:
        """Offer the absences to HR."""
        way = MenuItem(_("Absences"), "/company/absences/", "calendar-off", "b", group=_("Company"), order=26)
        offer(way, is_for=can_list_absences)
