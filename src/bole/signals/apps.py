"""The room's name in Django."""

from django.apps import AppConfig


class SignalsConfig(AppConfig):
    """Settings of the room."""

    name = "bole.signals"
    label = "signals"
