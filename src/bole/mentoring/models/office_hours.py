"""Tables of office hours: a mentor's open stretch of a day, and its places."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from bole.kit.fields import RefField
from bole.people.models import Person
from bole.vault.fields import Sealed


class OfficeHours(models.Model):
    """When a mentor is there for whoever asks: from when to when, where, about which skills, how long a place is."""

    ref = RefField(db_comment="C0")
    mentor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    begins_at = models.DateTimeField(db_comment="C1")
    ends_at = models.DateTimeField(db_comment="C1")
    place = models.CharField(max_length=200, db_comment="C1")  # a room, or the link of a meeting
    minutes = models.PositiveSmallIntegerField(db_comment="C1")  # of one place
    skills = models.JSONField(default=list, db_comment="C1")  # their codes
    made_at = models.DateTimeField(db_comment="C0")
    called_off_at = models.DateTimeField(null=True, db_comment="C1")
    reminded_at = models.DateTimeField(null=True, db_comment="C0")
    marked_at = models.DateTimeField(null=True, db_comment="C1")  # who came was noted

    class Meta:
        """The right way round; no two of a mentor begin together."""

        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("begins_at")), name="office_right_way_round"),
            models.CheckConstraint(condition=Q(minutes__gte=1), name="office_takes_time"),
            models.UniqueConstraint(fields=["mentor", "begins_at"], condition=Q(called_off_at=None), name="office_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["begins_at"], name="office_begins")]


class OfficePlace(models.Model):
    """A place in office hours. There are as many rows as places, so more can never be booked; one that is cancelled is free again."""

    ref = RefField(db_comment="C0")
    session = models.ForeignKey(OfficeHours, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    number = models.PositiveSmallIntegerField(db_comment="C0")
    begins_at = models.DateTimeField(db_comment="C1")
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    words = Sealed(default="", db_comment="C3")  # what it is about, for the mentor alone
    booked_at = models.DateTimeField(null=True, db_comment="C1")
    came = models.BooleanField(null=True, db_comment="C1")

    class Meta:
        """A place is given once; nobody has two of one session, or two that begin together."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "number"], name="office_place_once"),
            models.UniqueConstraint(fields=["session", "person"], condition=~Q(person=None), name="office_place_one_each"),
            models.UniqueConstraint(fields=["person", "begins_at"], condition=~Q(person=None), name="office_place_one_at_a_time"),
        ]
