"""The room's name in Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Settings of the room."""

    name = "bole.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Hear what allauth tells; say what the record's ways in are called."""
        from bole.accounts import reactions  # noqa: F401  (registers itself)
        from bole.accounts.shown import way_names
        from bole.audit.registry import name_things

        name_things("way", way_names)
        name_things("provider", way_names)
