"""Declines against a person's own usual: alerts, what was done, sources that fell silent, what is watched."""

from django.db import models

from bole.kit.fields import RefField
from bole.people.models import Person
from bole.vault.fields import Sealed
from bole.work.models import Connection

ALIVE = ("first", "open")


class Watch(models.Model):
    """How an indicator is watched. Without a row it is watched, with one working day of grace."""

    indicator = models.CharField(max_length=40, unique=True, db_comment="C0")
    is_on = models.BooleanField(default=True, db_comment="C0")
    grace_days = models.PositiveSmallIntegerField(default=1, db_comment="C0")
    version = models.PositiveIntegerField(default=1, db_comment="C0")
    changed_at = models.DateTimeField(db_comment="C0")
    changed_by = models.CharField(max_length=120, db_comment="C1")


class LookedDay(models.Model):
    """A day whose readings were looked at; once is enough."""

    day = models.DateField(unique=True, db_comment="C0")
    at = models.DateTimeField(db_comment="C0")
    note = models.CharField(max_length=200, default="", db_comment="C0")


class Alert(models.Model):
    """An indicator of a person that clearly left its own usual. Values in thousandths of the indicator's unit.

    `manager_sees_at` decides who sees it, whatever the job does; the next manager sees it from `escalates_at` on.
    """

    ref = RefField(db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    indicator = models.CharField(max_length=40, db_comment="C0")
    onset_on = models.DateField(db_comment="C1")
    noticed_on = models.DateField(db_comment="C1")
    usual = models.BigIntegerField(db_comment="C1")
    now_value = models.BigIntegerField(db_comment="C1")
    sample_days = models.PositiveSmallIntegerField(db_comment="C1")
    evidence = models.JSONField(default=list, db_comment="C1")  # [{cause, weight, numbers}], the most certain first
    state = models.CharField(max_length=8, default="first", db_comment="C1")  # first | open | closed
    manager_sees_at = models.DateTimeField(db_comment="C1")
    escalates_at = models.DateTimeField(null=True, db_comment="C1")  # None: somebody did something in time
    opened_at = models.DateTimeField(null=True, db_comment="C1")
    snoozed_until = models.DateField(null=True, db_comment="C1")
    closed_at = models.DateTimeField(null=True, db_comment="C1")
    closed_on = models.DateField(null=True, db_comment="C1")
    closed_why = models.CharField(max_length=16, default="", db_comment="C1")  # recovered | not_a_problem | source | moved | withdrawn
    closed_value = models.BigIntegerField(null=True, db_comment="C1")
    is_useful = models.BooleanField(null=True, db_comment="C1")  # None: nobody said
    version = models.PositiveIntegerField(default=1, db_comment="C0")

    class Meta:
        """One living alert for each (person, indicator); those of some people are found at once, and a page of all of them."""

        constraints = [
            models.UniqueConstraint(
                fields=["person", "indicator"], condition=models.Q(state__in=("first", "open")), name="one_living_alert"
            ),
            models.UniqueConstraint(
                fields=["person", "indicator", "noticed_on"], condition=~models.Q(closed_why="withdrawn"), name="one_alert_a_day"
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-noticed_on"], name="alert_person"),
            models.Index(fields=["indicator", "noticed_on"], name="alert_indicator"),
            models.Index(fields=["state", "-noticed_on", "-id"], name="alert_state"),
        ]


class AlertStep(models.Model):
    """Something that was said or done about an alert."""

    ref = RefField(db_comment="C0")
    alert = models.ForeignKey(Alert, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    kind = models.CharField(max_length=16, db_comment="C1")  # rules.steps
    words = Sealed(default="", db_comment="C3")
    by = models.CharField(max_length=120, db_comment="C1")
    by_account = models.BigIntegerField(null=True, db_comment="C1")
    at = models.DateTimeField(db_comment="C1")
    look_again_on = models.DateField(null=True, db_comment="C1")
    more = models.JSONField(default=dict, db_comment="C1")

    class Meta:
        """Read with their alert, in order."""

        indexes = [models.Index(fields=["alert", "at"], name="alert_step")]


class SourceNotice(models.Model):
    """A source that fell silent: told once to those who run it, instead of alerts to people."""

    ref = RefField(db_comment="C0")
    connection = models.ForeignKey(Connection, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    first_day = models.DateField(db_comment="C0")
    last_day = models.DateField(null=True, db_comment="C0")  # None: still silent
    people = models.PositiveIntegerField(db_comment="C0")
    noticed_at = models.DateTimeField(db_comment="C0")
    ended_at = models.DateTimeField(null=True, db_comment="C0")

    class Meta:
        """A silence is told once."""

        constraints = [models.UniqueConstraint(fields=["connection", "first_day"], name="one_notice_a_silence")]
