"""The room's name in Django, and the ways that it offers."""

from dataclasses import replace

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from bole.kit.menu import MenuItem, offer
from bole.values.viewer import Viewer


class HomeConfig(AppConfig):
    """Settings of the room."""

    name = "bole.home"
    label = "home"

    def ready(self) -> None:
        """Offer the pages of the app. The dock holds five: whoever sees the company finds the team on `/me/`."""
        from bole.home.finding import offer_finders

        own = MenuItem(_("Performance"), "/performance/", "chart-line", "s", group=_("Performance"), order=10, in_dock=True)
        team = MenuItem(_("Team"), "/team/", "users-round", "t", group=_("Performance"), order=11)
        company = MenuItem(_("Company"), "/company/", "building-2", "c", group=_("Company"), order=20, in_dock=True)
        people = MenuItem(_("People"), "/people/", "search", "p", group=_("Company"), order=21, in_dock=True)
        offer(MenuItem(_("Home"), "/", "house", "h", order=0, in_dock=True), is_for=_everybody)
        offer(own, is_for=lambda viewer: viewer.person_id is not None and viewer.is_scored)
        offer(replace(team, in_dock=True), is_for=lambda viewer: bool(viewer.reports) and not sees_company(viewer))
        offer(team, is_for=lambda viewer: bool(viewer.reports) and sees_company(viewer))
        offer(company, is_for=sees_company)
        offer(people, is_for=_everybody)
        self._offer_cards()
        offer_finders()
        offer(MenuItem(_("Me"), "/me/", "user-round", "i", order=90, in_dock=True), is_for=_everybody)

    def _offer_cards(self) -> None:
        """Offer the cards of the personal home."""
        from bole.home.cards.hr import offer_hr_cards
        from bole.home.cards.leading import offer_manager_cards
        from bole.home.cards.learning import offer_learning_cards
        from bole.home.cards.mentor import offer_mentor_cards
        from bole.home.cards.newcomer import offer_newcomer_cards
        from bole.home.cards.own import offer_own_cards

        offer_newcomer_cards()
        offer_own_cards()
        offer_learning_cards()
        offer_mentor_cards()
        offer_manager_cards()
        offer_hr_cards()


def sees_company(viewer: Viewer) -> bool:
    """Test if the company's figures are open to the viewer."""
    return viewer.has_role("hr", "hr_partner", "hr_admin", "auditor")


def _everybody(_viewer: Viewer) -> bool:
    return True
