"""The room's name in Django, and the ways that it offers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from bole.access.rules import may_company
from bole.kit.menu import MenuItem, offer


class ConnectConfig(AppConfig):
    """Settings of the room."""

    name = "bole.connect"
    label = "connect"

    def ready(self) -> None:
        """Offer the data sources to whoever may see them, the people file to HR admins and auditors."""
        offer(
            MenuItem(_("Data sources"), "/company/connections/", "plug", "d", group=_("Company"), order=24),
            is_for=lambda viewer: may_company(viewer, "read", "connections"),
        )
        offer(
            MenuItem(_("People file"), "/people-file/", "file-spreadsheet", "f", group=_("Company"), order=26),
            is_for=lambda viewer: may_company(viewer, "read", "imports"),
        )
