"""The room's name in Django, what it asks, and the ways that it offers."""

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    """Settings of the room."""

    name = "bole.surveys"
    label = "surveys"

    def ready(self) -> None:
        """Offer what is asked in every company."""
        from bole.surveys.registry import offer_kind, offer_questions
        from bole.surveys.shipped import MENTORING, MENTORING_QUESTIONS

        offer_questions(MENTORING_QUESTIONS)
        offer_kind(MENTORING)
