"""The room's name in Django, what it asks, and the ways that it offers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from bole.kit.asks import Ask, ask
from bole.kit.menu import MenuItem, offer


class SurveysConfig(AppConfig):
    """Settings of the room."""

    name = "bole.surveys"
    label = "surveys"

    def ready(self) -> None:
        """Offer what is asked in every company, and tell who begins that a survey waits."""
        from bole.access.rules import may_company
        from bole.kit.clock import today
        from bole.surveys.queries.waiting import waits_for
        from bole.surveys.registry import offer_kind, offer_questions
        from bole.surveys.shipped import MENTORING, MENTORING_QUESTIONS

        offer_questions(MENTORING_QUESTIONS)
        offer_kind(MENTORING)
        waiting = Ask(_("A short survey waits for you; it takes a minute"), _("Answer it"), "/surveys/", "list-checks")
        ask(waiting, is_for=lambda _request, viewer: waits_for(viewer, day=today()))
        company = MenuItem(_("Surveys of the company"), "/company/surveys/", "list-checks", "", group=_("Company"), order=28)
        offer(company, is_for=lambda viewer: may_company(viewer, "read", "surveys"))
