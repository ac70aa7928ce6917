"""The room's name in Django, its ways, and what it offers to ask of people."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from bole.kit.menu import MenuItem, offer


class GrowthConfig(AppConfig):
    """Settings of the room."""

    name = "bole.growth"
    label = "growth"

    def ready(self) -> None:
        """Offer the pages and the clauses."""
        from bole.access.rules import takes_part
        from bole.growth import reactions  # noqa: F401  (registers itself)
        from bole.growth.clauses import offer_clauses
        from bole.growth.permissions import can_read_banks
        from bole.notices.kinds import offer_kind

        own = MenuItem(_("Skills and courses"), "/growth/", "sprout", "", group=_("Growth"), order=50)
        library = MenuItem(_("Library"), "/growth/library/", "library", "", group=_("Growth"), order=51)
        company = MenuItem(_("Question bank and courses"), "/company/growth/", "graduation-cap", "", group=_("Company"), order=29)
        offer(own, is_for=takes_part)
        offer(library, is_for=takes_part)
        offer(company, is_for=can_read_banks)
        offer_clauses()
        offer_kind("growth.library_news", _("There is something new to read in the library"), icon="library", topic="company")
        offer_kind(
            "growth.training_moved", _("A training of yours was moved: it is on {day} now. Have a look at the hour"), icon="calendar-clock"
        )
        offer_kind("growth.training_called_off", _("The training of {day} was called off"), icon="calendar-x")
        self._offer_recommendations()

    def _offer_recommendations(self) -> None:
        """Offer the library to be recommended, and the pages of recommendations."""
        from bole.access.rules import takes_part
        from bole.growth.permissions import can_read_banks
        from bole.growth.queries.recommendable import career_wants, library_things
        from bole.growth.recommendables import offer_recommendable, offer_wants

        offer_recommendable("library", library_things)
        offer_wants("career", career_wants)
        own = MenuItem(_("Recommended for you"), "/growth/recommended/", "star", "", group=_("Growth"), order=52)
        company = MenuItem(_("What people learn about"), "/company/growth/interests/", "telescope", "", group=_("Company"), order=29)
        offer(own, is_for=takes_part)
        offer(company, is_for=can_read_banks)
