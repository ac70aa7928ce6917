"""Tables of certificates and letters, which anybody can verify by their code."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from bole.growth.models.exams import Exam
from bole.kit.fields import RefField
from bole.people.models import Person
from bole.vault.fields import Sealed


class Certificate(models.Model):
    """A paper that the company gave somebody: of an exam passed, by hand, or a letter such as an appointment.

    `body` is what stands on it, with {name}, {date} and {code} to fill in. `kind`: exam | hand | letter. What it `certifies` is the code of
    what an exam grants, whether it was earned by that exam or elsewhere.
    """

    ref = RefField(db_comment="C0")
    code = models.CharField(max_length=12, unique=True, db_comment="C1")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    kind = models.CharField(max_length=6, db_comment="C1")
    exam = models.ForeignKey(Exam, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    certifies = models.CharField(max_length=40, default="", db_comment="C1")
    attempt = models.CharField(max_length=12, default="", db_comment="C0")
    title_zh = models.CharField(max_length=60, db_comment="C1")
    title_en = models.CharField(max_length=80, db_comment="C1")
    body_zh = models.CharField(max_length=300, default="", db_comment="C1")
    body_en = models.CharField(max_length=300, default="", db_comment="C1")
    granted_on = models.DateField(db_comment="C1")
    valid_until = models.DateField(null=True, db_comment="C1")
    granted_by = models.CharField(max_length=120, db_comment="C1")
    granted_at = models.DateTimeField(db_comment="C0")
    reason = Sealed(default="", db_comment="C3")
    revoked_on = models.DateField(null=True, db_comment="C1")
    revoked_by = models.CharField(max_length=120, default="", db_comment="C1")
    revoked_why = Sealed(default="", db_comment="C3")
    version = models.PositiveIntegerField(default=1, db_comment="C0")

    class Meta:
        """One of each pass; ends not before it begins."""

        indexes: ClassVar = [
            models.Index(fields=["person", "granted_on"], name="certificate_person"),
            models.Index(fields=["valid_until"], condition=Q(revoked_on=None), name="certificate_expires"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["attempt"], condition=~Q(attempt=""), name="certificate_of_attempt_once"),
            models.CheckConstraint(condition=Q(valid_until=None) | Q(valid_until__gte=F("granted_on")), name="certificate_right_way_round"),
        ]
