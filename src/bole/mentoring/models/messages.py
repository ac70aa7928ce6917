"""The table of messages: what the two of a pair write to each other between talks."""

from typing import ClassVar

from django.db import models

from bole.kit.fields import RefField
from bole.mentoring.models.pairs import Mentorship
from bole.people.models import Person
from bole.vault.fields import Sealed


class PairMessage(models.Model):
    """A message of one of the two to the other. `once` is of the form that sent it: sent twice, it is one. It counts nowhere."""

    ref = RefField(db_comment="C0")
    once = models.CharField(max_length=12, db_comment="C0")
    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    words = Sealed(db_comment="C3")
    at = models.DateTimeField(db_comment="C1")

    class Meta:
        """A form sends one."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["mentorship", "once"], name="pair_message_once")]
