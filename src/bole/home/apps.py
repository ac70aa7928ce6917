"""The room's name in Django."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """Settings of the room."""

    name = "bole.home"
    label = "home"
