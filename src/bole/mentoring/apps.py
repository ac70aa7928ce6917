"""The room's name in Django."""

from django.apps import AppConfig


class MentoringConfig(AppConfig):
    """Settings of the room."""

    name = "bole.mentoring"
    label = "mentoring"

    def ready(self) -> None:
        """Let the access room ask whom somebody mentors."""
        from bole.access.relations import mentor_by
        from bole.mentoring.relations import mentees_of

        mentor_by(mentees_of)
