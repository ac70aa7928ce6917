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
        from bole.growth.clauses import offer_clauses
        from bole.growth.permissions import can_read_banks

        own = MenuItem(_("Skills and courses"), "/growth/", "sprout", "", group=_("Growth"), order=50)
        library = MenuItem(_("Library"), "/growth/library/", "library", "", group=_("Growth"), order=51)
        company = MenuItem(_("Question bank and courses"), "/company/growth/", "graduation-cap", "", group=_("Company"), order=29)
        offer(own, is_for=takes_part)
        offer(library, is_for=takes_part)
        offer(company, is_for=can_read_banks)
        offer_clauses()
