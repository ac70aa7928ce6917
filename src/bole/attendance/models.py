"""The table of absences."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from bole.kit.fields import RefField
from bole.people.models import Person
from bole.vault.fields import Sealed


class Absence(models.Model):
    """Somebody is away from a first to a last day, both included. What was recorded by mistake is withdrawn and stays."""

    ref = RefField(db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    first_day = models.DateField(db_comment="C1")
    last_day = models.DateField(db_comment="C1")
    kind = Sealed(db_comment="C2")  # leave | travel | sick | marriage | parental | other
    recorded_at = models.DateTimeField(db_comment="C0")
    by = models.CharField(max_length=120, db_comment="C1")
    withdrawn_at = models.DateTimeField(null=True, db_comment="C0")

    class Meta:
        """Read by person and by days."""

        indexes: ClassVar = [
            models.Index(fields=["person", "first_day"], condition=Q(withdrawn_at=None), name="absence_person"),
            models.Index(fields=["last_day", "first_day"], condition=Q(withdrawn_at=None), name="absence_days"),
        ]
        constraints: ClassVar = [models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="absence_right_way_round")]
