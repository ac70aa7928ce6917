"""The room's name in Django, and what it tells the rooms below."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Settings of the room."""

    name = "bole.people"
    label = "people"

    def ready(self) -> None:
        """Let the access room ask how an account stands to people."""
        from bole.access.registry import name_units
        from bole.access.relations import stand_by
        from bole.audit.registry import name_subjects
        from bole.people.queries.naming import names_by_ref, unit_choices
        from bole.people.relations import standing_of

        stand_by(standing_of)
        name_units(unit_choices)
        name_subjects(names_by_ref)
