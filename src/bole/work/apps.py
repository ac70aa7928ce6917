"""The room's name in Django."""

from django.apps import AppConfig


class WorkConfig(AppConfig):
    """Settings of the room."""

    name = "bole.work"
    label = "work"
