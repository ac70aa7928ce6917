"""Tables of mentors' hours: what the company grants for them, and what was proposed and decided month by month."""

from typing import ClassVar

from django.db import models

from bole.kit.fields import RefField
from bole.people.models import Person
from bole.vault.fields import Sealed


class MentoringTerms(models.Model):
    """What the company grants for hours of mentoring: one row, changed by HR. Money in fen, shares in percent."""

    code = models.CharField(max_length=8, default="hours", unique=True, db_comment="C0")  # there is one
    reduces = models.BooleanField(default=False, db_comment="C0")
    least_share = models.PositiveIntegerField(db_comment="C0")
    most_reduction = models.PositiveIntegerField(db_comment="C0")
    rate = models.PositiveIntegerField(db_comment="C1")  # fen an hour; 0: no allowance
    most_allowance = models.PositiveIntegerField(db_comment="C1")  # fen a month
    most_hours = models.PositiveIntegerField(db_comment="C0")  # a month and mentor; 0: no bound
    usual_minutes = models.PositiveIntegerField(db_comment="C0")
    hour_cost = models.PositiveIntegerField(db_comment="C1")  # fen
    version = models.PositiveIntegerField(default=0, db_comment="C0")
    changed_at = models.DateTimeField(db_comment="C0")
    changed_by = models.CharField(max_length=120, db_comment="C1")


class HoursProposal(models.Model):
    """What a month of talks would come to for a mentor, and what HR decided. It changes no pay by itself.

    `talks` are `[{"day", "minutes", "came"}]` as they counted, `terms` those of that day; `targets` are `[{"ref", "zh", "en", "unit",
    "was", "now"}]`, set for `period`. `amount` and `granted` are fen.
    """

    ref = RefField(db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    month = models.DateField(db_comment="C0")  # its first day
    minutes = models.PositiveIntegerField(db_comment="C1")
    days = models.PositiveIntegerField(db_comment="C1")  # working days of the month without absences
    talks = models.JSONField(default=list, db_comment="C1")
    terms = models.JSONField(default=dict, db_comment="C1")
    percent = models.PositiveIntegerField(db_comment="C1")
    amount = Sealed(db_comment="C3")
    state = models.CharField(max_length=8, default="waiting", db_comment="C1")  # waiting | approved | declined
    granted_percent = models.PositiveIntegerField(null=True, db_comment="C1")
    granted = Sealed(default="", db_comment="C3")
    reason = Sealed(default="", db_comment="C3")
    period = models.CharField(max_length=8, default="", db_comment="C0")  # whose targets were reduced
    targets = models.JSONField(default=list, db_comment="C1")
    made_at = models.DateTimeField(db_comment="C0")
    decided_at = models.DateTimeField(null=True, db_comment="C1")
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    version = models.PositiveIntegerField(default=1, db_comment="C0")

    class Meta:
        """One a mentor and month."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "month"], name="hours_once_a_month")]
        indexes: ClassVar = [models.Index(fields=["month"], name="hours_by_month")]
