"""Series: dated values of a unit or of the company, by month, that no record of work holds."""

from django.db import models

from bole.kit.fields import RefField
from bole.people.models import Unit


class Series(models.Model):
    """One kind of value of a unit (None: the company), such as the market's index or the posts that are planned."""

    ref = RefField(db_comment="C0")
    kind = models.CharField(max_length=20, db_comment="C0")  # rules.series.KINDS
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    name = models.CharField(max_length=80, default="", db_comment="C1")  # what exactly: 华南行业指数
    made_at = models.DateTimeField(db_comment="C0")
    version = models.PositiveIntegerField(default=1, db_comment="C0")

    class Meta:
        """One series of a kind for each unit, and one for the company."""

        constraints = [
            models.UniqueConstraint(fields=["unit", "kind"], name="series_once"),
            models.UniqueConstraint(fields=["kind"], condition=models.Q(unit=None), name="series_of_company_once"),
        ]


class SeriesValue(models.Model):
    """The value of a month. A correction withdraws the old one and adds another: both stay."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    month = models.DateField(db_comment="C0")  # its first day
    value = models.BigIntegerField(db_comment="C1")  # thousandths
    source = models.CharField(max_length=8, db_comment="C0")  # api | file | hand
    by = models.CharField(max_length=120, db_comment="C1")
    recorded_at = models.DateTimeField(db_comment="C0")
    withdrawn_at = models.DateTimeField(null=True, db_comment="C0")

    class Meta:
        """One living value a month."""

        constraints = [
            models.UniqueConstraint(fields=["series", "month"], condition=models.Q(withdrawn_at=None), name="series_value_once"),
        ]


class UnitMonth(models.Model):
    """What a unit reached in a month by an indicator: sums of (person, day) pairs that were in the unit that day. A job keeps it."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    indicator = models.CharField(max_length=40, db_comment="C0")
    month = models.DateField(db_comment="C0")  # its first day
    value = models.BigIntegerField(null=True, db_comment="C1")  # thousandths of the indicator's unit; None: too little to count
    sample = models.BigIntegerField(db_comment="C0")
    counted_at = models.DateTimeField(db_comment="C0")

    class Meta:
        """One row a unit, indicator and month."""

        constraints = [models.UniqueConstraint(fields=["unit", "indicator", "month"], name="unit_month_once")]


class UnitReach(models.Model):
    """What a unit may reach in a month to come, worked out by night: quantiles of no target, from which the chance of each one is read."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    indicator = models.CharField(max_length=40, db_comment="C0")
    month = models.DateField(db_comment="C0")  # its first day
    quantiles = models.JSONField(default=list, db_comment="C1")  # rules.foresight.STEPS; empty: too few months are known
    months = models.PositiveSmallIntegerField(db_comment="C0")  # so many are known
    inputs_hash = models.CharField(max_length=64, db_comment="C0")
    worked_out_at = models.DateTimeField(db_comment="C0")

    class Meta:
        """One row a unit, indicator and month."""

        constraints = [models.UniqueConstraint(fields=["unit", "indicator", "month"], name="unit_reach_once")]
