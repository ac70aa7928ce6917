"""The room's name in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from bole.kit.menu import MenuItem, offer


class MentoringConfig(AppConfig):
    """Settings of the room."""

    name = "bole.mentoring"
    label = "mentoring"

    def ready(self) -> None:
        """Let the access room ask whom somebody mentors, offer what can be asked of a mentor, the ways, and what people are told."""
        from bole.access.relations import mentor_by
        from bole.mentoring.admission_clauses import offer_admission_clauses
        from bole.mentoring.admission_telling import offer_admission_kinds
        from bole.mentoring.queries.admission import can_become
        from bole.mentoring.relations import mentees_of

        mentor_by(mentees_of)
        # admission
        offer_admission_clauses()
        offer_admission_kinds()
        become = MenuItem(_("Become a mentor"), "/mentoring/become/", "award", "", group=_("Mentoring"), order=41)
        offer(become, is_for=can_become)
