"""The room's name in Django, and the ways that it offers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from bole.kit.menu import MenuItem, offer


class HomeConfig(AppConfig):
    """Settings of the room."""

    name = "bole.home"
    label = "home"

    def ready(self) -> None:
        """Offer the pages of the app: to everybody, to managers, to HR."""
        offer(MenuItem(_("Home"), "/", "house", "h", order=0, in_dock=True), is_for=lambda _viewer: True)
        offer(
            MenuItem(_("Performance"), "/performance/", "chart-line", "s", group=_("Performance"), order=10, in_dock=True),
            is_for=lambda viewer: viewer.person_id is not None,
        )
        offer(
            MenuItem(_("Team"), "/team/", "users-round", "t", group=_("Performance"), order=11, in_dock=True),
            is_for=lambda viewer: bool(viewer.reports),
        )
        offer(
            MenuItem(_("Company"), "/company/", "building-2", "c", group=_("Company"), order=20, in_dock=True),
            is_for=lambda viewer: viewer.has_role("hr", "hr_partner", "hr_admin", "auditor"),
        )
        offer(MenuItem(_("People"), "/people/", "search", "p", group=_("Company"), order=21, in_dock=True), is_for=lambda _viewer: True)
        offer(MenuItem(_("Me"), "/me/", "user-round", "i", order=90, in_dock=True), is_for=lambda _viewer: True)
