"""The room's name in Django, and the ways that it offers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from bole.kit.menu import MenuItem, offer


class WorkConfig(AppConfig):
    """Settings of the room."""

    name = "bole.work"
    label = "work"

    def ready(self) -> None:
        """Offer to HR what waits for a person and what is doubted; name connections for the record."""
        from bole.audit.registry import name_things
        from bole.work.queries.connections import connection_names

        name_things("connection", connection_names)
        waiting = MenuItem(_("Waiting records"), "/company/waiting/", "user-round-search", "w", group=_("Company"), order=25)
        doubts = MenuItem(_("Data objections"), "/company/objections/", "scale", "j", group=_("Company"), order=25)
        for one in (waiting, doubts):
            offer(one, is_for=lambda viewer: viewer.has_role("hr", "hr_partner", "hr_admin"))
