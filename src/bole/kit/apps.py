"""The room's name in Django."""

from django.apps import AppConfig


class KitConfig(AppConfig):
    """Settings of the room."""

    name = "bole.kit"
    label = "kit"
