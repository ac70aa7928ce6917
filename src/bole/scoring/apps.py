"""The room's name in Django."""

from django.apps import AppConfig


class ScoringConfig(AppConfig):
    """Settings of the room."""

    name = "bole.scoring"
    label = "scoring"
