"""The table of reasons: why core topics were left when a programme was over."""

from django.db import models

from bole.mentoring.models.pairs import Mentorship
from bole.people.models import Person
from bole.vault.fields import Sealed


class LeftTopics(models.Model):
    """Why core topics were left when a programme was over: asked of the mentor, or given by whoever ended it. One a pair.

    `why` is no_time | not_needed | later | other, empty while nobody answered; `was` is what stood there before it was corrected,
    `[{"why", "words", "by", "at"}]` as JSON.
    """

    mentorship = models.OneToOneField(Mentorship, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    asked_at = models.DateTimeField(db_comment="C0")
    reminded_at = models.DateTimeField(null=True, db_comment="C0")
    why = models.CharField(max_length=10, default="", db_comment="C1")
    words = Sealed(default="", db_comment="C3")
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    answered_at = models.DateTimeField(null=True, db_comment="C1")
    was = Sealed(default="[]", db_comment="C3")
    version = models.PositiveIntegerField(default=1, db_comment="C0")
