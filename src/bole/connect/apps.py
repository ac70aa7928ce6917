"""The room's name in Django."""

from django.apps import AppConfig


class ConnectConfig(AppConfig):
    """Settings of the room."""

    name = "bole.connect"
    label = "connect"
