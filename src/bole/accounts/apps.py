"""The room's name in Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Settings of the room."""

    name = "bole.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Hear what allauth tells."""
        from bole.accounts import reactions  # noqa: F401  (registers itself)
