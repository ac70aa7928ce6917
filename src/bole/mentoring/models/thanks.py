"""The table of thanks: a sentence of a mentee to the mentor, read by the two alone."""

from typing import ClassVar

from django.db import models

from bole.kit.fields import RefField
from bole.mentoring.models.pairs import Mentorship
from bole.vault.fields import Sealed


class Thanks(models.Model):
    """A mentee thanks the mentor, once a day at most. It counts nowhere."""

    ref = RefField(db_comment="C0")
    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    day = models.DateField(db_comment="C1")
    words = Sealed(db_comment="C3")
    at = models.DateTimeField(db_comment="C0")

    class Meta:
        """One a day."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["mentorship", "day"], name="thanks_once_a_day")]
