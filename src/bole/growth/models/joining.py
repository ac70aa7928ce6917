"""Tables of the first weeks: trainings that take place, who goes, and the list that a newcomer works through."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bole.kit.fields import RefField
from bole.people.models import Person


class Training(models.Model):
    """A training on a day at an hour. Everybody in the first weeks goes to one `for_newcomers`; to others one goes by a seat."""

    ref = RefField(db_comment="C0")
    title_zh = models.CharField(max_length=60, db_comment="C0")
    title_en = models.CharField(max_length=80, db_comment="C0")
    words_zh = models.CharField(max_length=300, default="", db_comment="C0")
    words_en = models.CharField(max_length=300, default="", db_comment="C0")
    place_zh = models.CharField(max_length=60, db_comment="C0")
    place_en = models.CharField(max_length=80, db_comment="C0")
    begins_at = models.DateTimeField(db_comment="C0")
    minutes = models.PositiveSmallIntegerField(db_comment="C0")
    for_newcomers = models.BooleanField(default=False, db_comment="C0")
    called_off_at = models.DateTimeField(null=True, db_comment="C0")
    version = models.PositiveIntegerField(default=1, db_comment="C0")
    changed_at = models.DateTimeField(db_comment="C0")
    changed_by = models.CharField(max_length=120, db_comment="C1")

    class Meta:
        """Read by week."""

        indexes: ClassVar = [models.Index(fields=["begins_at"], name="training_begins")]
        constraints: ClassVar = [models.CheckConstraint(condition=Q(minutes__gte=5) & Q(minutes__lte=600), name="training_minutes")]


class TrainingSeat(models.Model):
    """Somebody means to go to a training."""

    training = models.ForeignKey(Training, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    at = models.DateTimeField(db_comment="C1")

    class Meta:
        """Once."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["training", "person"], name="training_seat_once")]


class NewcomerStep(models.Model):
    """A line of the newcomer's list, with the working day it is meant for and the page where it is done.

    `by_itself` names what does it without a tick: first_page, when what is looked at and what is not was read.
    """

    ref = RefField(db_comment="C0")
    ordinal = models.PositiveSmallIntegerField(db_comment="C0")
    day = models.PositiveSmallIntegerField(db_comment="C0")
    title_zh = models.CharField(max_length=60, db_comment="C0")
    title_en = models.CharField(max_length=80, db_comment="C0")
    words_zh = models.CharField(max_length=200, default="", db_comment="C0")
    words_en = models.CharField(max_length=200, default="", db_comment="C0")
    minutes = models.PositiveSmallIntegerField(db_comment="C0")
    address = models.CharField(max_length=120, default="", db_comment="C0")
    by_itself = models.CharField(max_length=12, default="", db_comment="C0")
    is_in = models.BooleanField(default=True, db_comment="C0")
    version = models.PositiveIntegerField(default=1, db_comment="C0")
    changed_at = models.DateTimeField(db_comment="C0")
    changed_by = models.CharField(max_length=120, db_comment="C1")

    class Meta:
        """In order; the days of the first weeks are counted from 1."""

        indexes: ClassVar = [models.Index(fields=["ordinal"], name="newcomer_step_order")]
        constraints: ClassVar = [models.CheckConstraint(condition=Q(day__gte=1) & Q(day__lte=20), name="newcomer_step_day")]


class NewcomerDone(models.Model):
    """A line that somebody has ticked."""

    step = models.ForeignKey(NewcomerStep, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    at = models.DateTimeField(db_comment="C1")

    class Meta:
        """Once."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["step", "person"], name="newcomer_step_done_once")]
