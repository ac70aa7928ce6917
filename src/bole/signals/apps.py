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
        self._offer_causes()

    def _offer_causes(self) -> None:
        """Offer diagnoses to those who lead and to HR; series, chances of targets and signs to HR; react to series."""
        from bole.access.rules import may_company
        from bole.signals import reactions  # noqa: F401  (registers itself)
        from bole.signals.queries.diagnoses import can_list
        from bole.signals.telling import offer_kinds

        offer_kinds()
        offer(MenuItem(_("Diagnosis"), "/diagnoses/", "scale", "x", group=_("Performance"), order=13), is_for=can_list)
        series = MenuItem(_("Series"), "/company/series/", "chart-line", "z", group=_("Company"), order=36)
        signs = MenuItem(_("Data quality"), "/company/signs/", "search-check", "q", group=_("Company"), order=37)
        offer(series, is_for=lambda viewer: may_company(viewer, "read", "series"))
        offer(signs, is_for=lambda viewer: may_company(viewer, "read", "signs"))
