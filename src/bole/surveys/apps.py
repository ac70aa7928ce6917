"""The room's name in Django."""

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    """Settings of the room."""

    name = "bole.surveys"
    label = "surveys"
