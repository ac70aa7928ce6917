"""Signs of gaming: evidence about records, for HR to look at. Never a penalty by itself, and no input to any score."""

from django.db import models

from bole.kit.fields import RefField
from bole.people.models import Person
from bole.vault.fields import Sealed


class GamingSign(models.Model):
    """Something about a person's records of a month that wants a second look, and what HR found."""

    ref = RefField(db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    kind = models.CharField(max_length=16, db_comment="C1")  # month_end | self_report | duplicates | one_source
    measure = models.CharField(max_length=32, db_comment="C0")
    month = models.DateField(db_comment="C0")
    evidence = Sealed(db_comment="C3")  # JSON: numbers and the keys of records
    state = models.CharField(max_length=10, default="open", db_comment="C1")  # open | fine | corrected
    words = Sealed(default="", db_comment="C3")
    noticed_at = models.DateTimeField(db_comment="C0")
    decided_by = models.CharField(max_length=120, default="", db_comment="C1")
    decided_at = models.DateTimeField(null=True, db_comment="C0")
    version = models.PositiveIntegerField(default=1, db_comment="C0")

    class Meta:
        """Noticed once."""

        constraints = [models.UniqueConstraint(fields=["person", "kind", "measure", "month"], name="one_sign")]
        indexes = [models.Index(fields=["person"], condition=models.Q(state="open"), name="sign_open")]
