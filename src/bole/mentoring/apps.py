"""The room's name in Django."""

from django.apps import AppConfig


class MentoringConfig(AppConfig):
    """Settings of the room."""

    name = "bole.mentoring"
    label = "mentoring"
