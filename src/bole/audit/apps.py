"""The room's name in Django, and the way to the record."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from bole.kit.menu import MenuItem, offer


class AuditConfig(AppConfig):
    """Settings of the room."""

    name = "bole.audit"
    label = "audit"

    def ready(self) -> None:
        """Write the lines of all actions."""
        from bole.audit.actions import write
        from bole.kit.action import record_with

        record_with(write)
        item = MenuItem(_("Record"), "/company/record/", "scroll-text", "a", group=_("Security"), order=72)
        offer(item, is_for=lambda viewer: viewer.has_role("auditor"))
