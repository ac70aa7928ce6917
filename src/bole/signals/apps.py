"""The room's name in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from bole.kit.menu import MenuItem, offer


class SignalsConfig(AppConfig):
    """Settings of the room."""

    name = "bole.signals"
    label = "signals"

    def ready(self) -> None:
        """Offer alerts to those who look after people, and what is watched to HR."""
        from bole.access.rules import may_company
        from bole.signals.queries import looks_after_somebody

        offer(MenuItem(_("Alerts"), "/alerts/", "activity", "y", group=_("Performance"), order=12), is_for=looks_after_somebody)
        watched = MenuItem(_("What is watched"), "/company/watch/", "eye", "v", group=_("Company"), order=35)
        offer(watched, is_for=lambda viewer: may_company(viewer, "read", "watching"))
