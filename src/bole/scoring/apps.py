"""The room's name in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from bole.kit.menu import MenuItem, offer


class ScoringConfig(AppConfig):
    """Settings of the room."""

    name = "bole.scoring"
    label = "scoring"

    def ready(self) -> None:
        """React to work data, score who is due at each turn of the worker, and offer the pages."""
        from bole.access.rules import may_company
        from bole.kit.health import gauge
        from bole.kit.worker import each_turn
        from bole.scoring import reactions  # noqa: F401  (registers itself)
        from bole.scoring.actions.scores import score_due
        from bole.scoring.clauses import offer_rating_clauses
        from bole.scoring.queries.confirmation import asks_confirmation
        from bole.scoring.queries.waiting import due_scores, oldest_due_score
        from bole.work.registry import offer_rule

        each_turn("scoring", score_due)
        offer_rating_clauses()
        offer_rule("scoring", asks_confirmation)
        gauge("due_scores", due_scores)
        gauge("oldest_due_score_seconds", oldest_due_score)
        models = MenuItem(_("Scoring models"), "/company/models/", "scale", "m", group=_("Company"), order=31)
        targets = MenuItem(_("Targets"), "/company/targets/", "target", "g", group=_("Company"), order=33)
        closings = MenuItem(_("Closing"), "/company/closings/", "lock", "o", group=_("Company"), order=34)
        years = MenuItem(_("Ratings of years"), "/company/years/", "calendar-check", "", group=_("Company"), order=35)
        offer(models, is_for=lambda viewer: may_company(viewer, "read", "models"))
        offer(targets, is_for=lambda viewer: may_company(viewer, "read", "targets"))
        offer(closings, is_for=lambda viewer: may_company(viewer, "read", "closing"))
        offer(years, is_for=lambda viewer: may_company(viewer, "read", "years"))
