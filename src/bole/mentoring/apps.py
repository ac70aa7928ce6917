"""The room's name in Django."""

from dataclasses import replace

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from bole.kit.asks import Ask, ask
from bole.kit.menu import MenuItem, offer


class MentoringConfig(AppConfig):
    """Settings of the room."""

    name = "bole.mentoring"
    label = "mentoring"

    def ready(self) -> None:
        """Let the access room ask whom somebody mentors, offer what can be asked of a mentor, the ways, and what people are told."""
        from bole.access.relations import mentor_by
        from bole.access.rules import takes_part
        from bole.mentoring import (
            reactions_of_results,  # noqa: F401  (registers itself)
            reactions_of_tests,  # noqa: F401  (registers itself)
        )
        from bole.mentoring.admission_clauses import offer_admission_clauses
        from bole.mentoring.admission_telling import offer_admission_kinds
        from bole.mentoring.kinds_of_plans import offer_plan_kinds
        from bole.mentoring.permissions import has_full_dock
        from bole.mentoring.relations import mentees_of

        mentor_by(mentees_of)
        # plans and meetings
        offer_plan_kinds()
        own = MenuItem(_("Mentoring"), "/mentoring/", "users", "", group=_("Mentoring"), order=40)
        offer(own, is_for=lambda viewer: takes_part(viewer) and has_full_dock(viewer))
        offer(replace(own, in_dock=True), is_for=lambda viewer: takes_part(viewer) and not has_full_dock(viewer))
        self._ask_for_plans()
        self._offer_life()
        self._offer_effect()
        self._offer_promotion()
        # matching
        self._offer_matching()
        # admission
        offer_admission_clauses()
        offer_admission_kinds()
        become = MenuItem(_("Become a mentor"), "/mentoring/become/", "award", "", group=_("Mentoring"), order=41)
        offer(become, is_for=takes_part)

    def _offer_effect(self) -> None:
        """Offer what came of mentoring, and what mentors are told of it."""
        from bole.mentoring.kinds_of_effect import offer_effect_kinds
        from bole.mentoring.queries.effect import can_see_health

        offer_effect_kinds()
        group, company = _("Mentoring"), _("Company")
        effect = MenuItem(_("My effect as mentor"), "/mentoring/effect/", "sprout", "", group=group, order=43)
        offer(effect, is_for=lambda viewer: viewer.has_role("mentor"))
        offer(MenuItem(_("Mentoring"), "/company/mentoring/", "users", "", group=company, order=29), is_for=can_see_health)

    def _offer_promotion(self) -> None:
        """Offer panels to those who keep them or lead; whoever else reviews or is reviewed comes by a notice."""
        from bole.access.rules import may_company
        from bole.mentoring.kinds_of_promotion import offer_promotion_kinds

        offer_promotion_kinds()
        panels = MenuItem(_("Promotion"), "/promotion/", "file-text", "", group=_("Performance"), order=17)
        offer(panels, is_for=lambda viewer: may_company(viewer, "read", "promotion") or bool(viewer.reports))

    def _ask_for_plans(self) -> None:
        """Ask HR to decide about plans that wait."""
        from bole.mentoring.queries.plans import count_to_approve

        waiting = Ask(_("Plans wait for your approval"), _("Look"), "/company/mentoring/plans/", "file-text")
        ask(waiting, is_for=lambda _request, viewer: count_to_approve(viewer) > 0)

    def _offer_life(self) -> None:
        """Offer what people are told about duties and the life of a pair; react to what happens to people."""
        from bole.mentoring import reactions_of_pairs  # noqa: F401  (registers itself)
        from bole.mentoring.kinds_of_ends import offer_end_kinds
        from bole.mentoring.kinds_of_office_hours import offer_office_kinds
        from bole.mentoring.kinds_of_pairs import offer_kinds
        from bole.mentoring.queries.still_open import tell_what_waits

        offer_kinds()
        offer_end_kinds()
        offer_office_kinds()
        tell_what_waits()

    def _offer_matching(self) -> None:
        """Offer the ways of matching, and what people are told of it."""
        from bole.access.rules import takes_part
        from bole.kit.worker import each_turn
        from bole.mentoring.actions.matching_hand import match_what_waits
        from bole.mentoring.actions.matching_managers import offer_manager_kinds
        from bole.mentoring.actions.matching_telling import offer_matching_kinds
        from bole.mentoring.feeds_of_growth import offer_what_mentoring_recommends

        each_turn("matching", match_what_waits)
        offer_matching_kinds()
        offer_manager_kinds()
        offer_what_mentoring_recommends()
        find = MenuItem(_("Find a mentor"), "/mentoring/find/", "hand-helping", "", group=_("Mentoring"), order=42)
        offer(find, is_for=takes_part)
