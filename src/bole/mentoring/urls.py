"""Addresses of the room."""

from django.urls import URLPattern, path

from bole.mentoring.views import admission

urlpatterns: list[URLPattern] = [
    # admission
    path("mentoring/become/", admission.become, name="become_mentor"),
    path("mentoring/become/answer/", admission.answer, name="answer_invitation"),
    path("mentoring/become/apply/", admission.apply, name="apply_to_mentor"),
    path("mentoring/become/settings/", admission.settings, name="mentor_settings"),
    path("mentoring/become/withdraw/", admission.withdraw, name="withdraw_application"),
]
