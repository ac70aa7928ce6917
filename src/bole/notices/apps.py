"""The room's name in Django."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Settings of the room."""

    name = "bole.notices"
    label = "notices"
