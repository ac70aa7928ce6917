"""The room's name in Django, the ways that it offers, and what it asks."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from bole.kit.asks import Ask, ask
from bole.kit.menu import MenuItem, offer


class ReviewsConfig(AppConfig):
    """Settings of the room."""

    name = "bole.reviews"
    label = "reviews"

    def ready(self) -> None:
        """Offer feedback and talks, tell who begins what waits for them, and hang into the handling of alerts."""
        from bole.access.rules import takes_part
        from bole.reviews import reactions  # noqa: F401  (registers itself)
        from bole.reviews.asking import waiting_at
        from bole.reviews.feedback_telling import offer_feedback_kinds
        from bole.reviews.peer_permissions import takes_part_in_opening
        from bole.reviews.peer_questions import PEER, PEER_QUESTIONS
        from bole.reviews.permissions import can_count
        from bole.reviews.talk_telling import offer_talk_kinds
        from bole.signals.handling import offer_handling
        from bole.surveys.registry import offer_kind, offer_questions

        offer_feedback_kinds()
        offer_talk_kinds()
        group = _("Performance")
        offer(MenuItem(_("Feedback"), "/feedback/", "message-circle", "n", group=group, order=13), is_for=takes_part)
        talks = MenuItem(_("One-to-ones"), "/one-to-ones/", "messages-square", "l", group=group, order=14)
        offer(talks, is_for=takes_part)
        counts = MenuItem(_("Feedback in the company"), "/company/feedback/", "message-circle", "", group=_("Company"), order=27)
        offer(counts, is_for=can_count)
        offer_questions(PEER_QUESTIONS)
        offer_kind(PEER)
        peers = MenuItem(_("Peer rating"), "/company/peer-rating/", "users-round", "", group=group, order=15)
        offer(peers, is_for=takes_part_in_opening)
        ready, asked, fresh, due = (
            Ask(_("Your performance feedback is ready. Please have a look"), _("Read it"), "/feedback/?tab=received", "message-circle"),
            Ask(_("Somebody asks for your feedback"), _("Answer"), "/feedback/?tab=asked", "message-circle-question-mark"),
            Ask(_("There is something new in your feedback"), _("Look"), "/feedback/", "message-circle"),
            Ask(_("Something that was agreed in a one-to-one is due"), _("Look"), "/one-to-ones/", "list-checks"),
        )
        ask(ready, is_for=lambda request, viewer: waiting_at(request, viewer).from_manager > 0)
        ask(asked, is_for=lambda request, viewer: waiting_at(request, viewer).asked > 0)
        ask(fresh, is_for=lambda request, viewer: waiting_at(request, viewer).others > 0)
        ask(due, is_for=lambda request, viewer: waiting_at(request, viewer).due > 0)
        self._offer_improvement()
        offer_handling("talk", lambda ref: f"/one-to-ones/new/?alert={ref}")
        offer_handling("advice", lambda ref: f"/feedback/new/?alert={ref}")

    def _offer_improvement(self) -> None:
        """Offer plans to become better to those who keep them, what people are told of them, and what can be asked about them."""
        from bole.reviews.improvement_clause import offer_improvement_clause
        from bole.reviews.improvement_telling import offer_improvement_kinds
        from bole.reviews.permissions import keeps_plans

        offer_improvement_kinds()
        offer_improvement_clause()
        group = _("Performance")
        offer(MenuItem(_("Improvement plans"), "/improvement/", "trending-up", "", group=group, order=16), is_for=keeps_plans)
