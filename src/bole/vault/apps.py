"""The room's name in Django."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    """Settings of the room."""

    name = "bole.vault"
    label = "vault"
