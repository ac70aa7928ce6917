"""The room's name in Django."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Settings of the room."""

    name = "bole.access"
    label = "access"
