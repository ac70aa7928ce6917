"""Addresses of the room."""

from django.urls import path

from bole.surveys.views import answering, company

urlpatterns = [
    path("surveys/", answering.surveys, name="surveys"),
    path("surveys/<slug:ref>/", answering.survey, name="survey"),
    path("company/surveys/", company.overview, name="company_surveys"),
    path("company/surveys/calendar/", company.change_calendar, name="change_survey_calendar"),
]
