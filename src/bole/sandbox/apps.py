"""The room's name in Django."""

from django.apps import AppConfig


class SandboxConfig(AppConfig):
    """Settings of the room."""

    name = "bole.sandbox"
    label = "sandbox"
