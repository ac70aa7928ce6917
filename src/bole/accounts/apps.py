"""The room's name in Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Settings of the room."""

    name = "bole.accounts"
    label = "accounts"
