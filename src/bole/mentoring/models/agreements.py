"""Tables of the mentoring agreement: its text, who signed it, and whether the company has one."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bole.kit.fields import RefField
from bole.mentoring.models.pairs import Mentorship, Plan
from bole.people.models import Person
from bole.vault.fields import Sealed


class Agreement(models.Model):
    """What the two of a pair agree on by an approved plan, in both languages as it is shown; the next approved plan makes the next one.

    A text is `[[title, [line, …]], …]` as JSON; `hash` is that of both.
    """

    ref = RefField(db_comment="C0")
    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    text_zh = Sealed(db_comment="C3")
    text_en = Sealed(db_comment="C3")
    hash = models.CharField(max_length=64, db_comment="C1")
    made_at = models.DateTimeField(db_comment="C0")
    reminded_at = models.DateTimeField(null=True, db_comment="C0")
    replaced_at = models.DateTimeField(null=True, db_comment="C0")  # a later plan made another one

    class Meta:
        """One of each plan; one in force."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan"], name="agreement_of_plan_once"),
            models.UniqueConstraint(fields=["mentorship"], condition=Q(replaced_at=None), name="one_agreement_in_force"),
        ]


class Signature(models.Model):
    """That one of the two signed: when, the hash of the exact text, in which language it was read."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    signed_at = models.DateTimeField(db_comment="C1")
    hash = models.CharField(max_length=64, db_comment="C1")
    language = models.CharField(max_length=7, db_comment="C1")  # zh-hans | en

    class Meta:
        """Each signs once."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["agreement", "person"], name="signed_once")]


class AgreementSwitch(models.Model):
    """Whether pairs of the company make an agreement; the last row holds, none means yes."""

    is_on = models.BooleanField(db_comment="C0")
    changed_at = models.DateTimeField(db_comment="C0")
    changed_by = models.CharField(max_length=120, db_comment="C1")
