"""The room's name in Django."""

from django.apps import AppConfig


class ScoringConfig(AppConfig):
    """Settings of the room."""

    name = "bole.scoring"
    label = "scoring"

    def ready(self) -> None:
        """React to work data, and score who is due at each turn of the worker."""
        from bole.kit.worker import each_turn
        from bole.scoring import reactions  # noqa: F401  (registers itself)
        from bole.scoring.actions.scores import score_due

        each_turn("scoring", score_due)
