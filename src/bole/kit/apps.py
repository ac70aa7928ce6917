"""The room's name in Django."""

from django.apps import AppConfig


class KitConfig(AppConfig):
    """Settings of the room."""

    name = "bole.kit"
    label = "kit"

    def ready(self) -> None:
        """Register what all rooms may use in queries, and the words of all forms."""
        from bole.kit import lookups  # noqa: F401  (registers itself)
        from bole.kit.form_words import speak

        speak()
