"""Diagnoses of missed targets, what was decided, and after how many months one opens."""

from django.db import models

from bole.kit.fields import RefField
from bole.people.models import Unit


class MissRule(models.Model):
    """After how many missed months in a row a diagnosis opens; without a row, three."""

    indicator = models.CharField(max_length=40, unique=True, db_comment="C0")  # "": all others
    months = models.PositiveSmallIntegerField(db_comment="C0")
    changed_at = models.DateTimeField(db_comment="C0")
    changed_by = models.CharField(max_length=120, db_comment="C1")


class Diagnosis(models.Model):
    """Why a unit missed an indicator's target some months in a row. `result` is what was found; it is computed again when data arrives."""

    ref = RefField(db_comment="C0")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    indicator = models.CharField(max_length=40, db_comment="C0")
    first_month = models.DateField(db_comment="C0")  # of the run of missed months
    last_month = models.DateField(db_comment="C0")
    outcome = models.CharField(max_length=12, default="", db_comment="C1")  # told | chance | insufficient
    result = models.JSONField(default=dict, db_comment="C1")
    inputs_hash = models.CharField(max_length=64, default="", db_comment="C0")
    state = models.CharField(max_length=10, default="open", db_comment="C1")  # open | proposed | changed | kept | over
    opened_at = models.DateTimeField(db_comment="C0")
    computed_at = models.DateTimeField(null=True, db_comment="C0")
    version = models.PositiveIntegerField(default=1, db_comment="C0")

    class Meta:
        """One a unit, indicator and run; those of some units are found at once."""

        constraints = [models.UniqueConstraint(fields=["unit", "indicator", "first_month"], name="one_diagnosis_a_run")]
        indexes = [models.Index(fields=["unit", "-last_month"], name="diagnosis_unit")]


class Decision(models.Model):
    """What the unit's head wants done with the target, and what the second person said. The reasons are read by the team."""

    ref = RefField(db_comment="C0")
    diagnosis = models.ForeignKey(Diagnosis, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    kind = models.CharField(max_length=8, db_comment="C1")  # accept | change | reject
    before = models.BigIntegerField(db_comment="C1")  # thousandths of the indicator's unit
    after = models.BigIntegerField(null=True, db_comment="C1")  # None: the target stays
    reason = models.CharField(max_length=300, db_comment="C1")
    by = models.CharField(max_length=120, db_comment="C1")
    by_account = models.BigIntegerField(db_comment="C1")
    by_person = models.BigIntegerField(null=True, db_comment="C1")
    at = models.DateTimeField(db_comment="C0")
    state = models.CharField(
        max_length=10, default="waiting", db_comment="C1"
    )  # waiting | approved | declined | noted (before keeping a target was checked, too)
    second_by = models.CharField(max_length=120, default="", db_comment="C1")
    second_account = models.BigIntegerField(null=True, db_comment="C1")
    second_words = models.CharField(max_length=300, default="", db_comment="C1")
    second_at = models.DateTimeField(null=True, db_comment="C0")
    first_day = models.DateField(null=True, db_comment="C0")  # from when on the new target holds
    target_ref = models.CharField(max_length=12, default="", db_comment="C0")

    class Meta:
        """One that waits for each diagnosis."""

        constraints = [models.UniqueConstraint(fields=["diagnosis"], condition=models.Q(state="waiting"), name="one_waiting_decision")]
