"""Tables of people: units, positions, persons, and the spells that say what was so on which day."""

import uuid
from datetime import date, datetime
from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import F, Q

from bole.kit.fields import RefField
from bole.vault.fields import Sealed

M = TypeVar("M", bound=models.Model)
UNIT_KINDS = ("company", "division", "department", "team", "region")
EMPLOYMENT_KINDS = ("regular", "probation", "intern", "dispatched", "outsourced", "rehired", "foreign")
WITHOUT_SCORE = ("outsourced", "dispatched", "intern")  # the score of all other kinds is kept
CAREER_KINDS = ("joined", "moved", "promoted", "transferred", "manager_changed", "left", "returned", "leave")


class SpellQuerySet(models.QuerySet[M]):
    """Rows that hold from a first day to a last day, and that may have been withdrawn as wrong."""

    def known(self, at: datetime | None = None) -> Self:
        """Keep what is known now, or what was known at a moment."""
        if at is None:
            return self.filter(withdrawn_at=None)
        return self.filter(Q(withdrawn_at=None) | Q(withdrawn_at__gt=at), recorded_at__lte=at)

    def on(self, day: date, *, known_at: datetime | None = None) -> Self:
        """Keep what holds on the day."""
        return self.known(known_at).filter(first_day__lte=day).exclude(last_day__lt=day)

    def during(self, first_day: date, last_day: date) -> Self:
        """Keep what holds on at least one of the days."""
        return self.known().filter(first_day__lte=last_day).exclude(last_day__lt=first_day)


def _right_way_round(name: str) -> models.CheckConstraint:
    """Return the constraint that a spell does not end before it begins."""
    return models.CheckConstraint(condition=Q(last_day=None) | Q(last_day__gte=F("first_day")), name=name)


class Unit(models.Model):
    """A part of the group: company, division, department, team or region. Its head is a `Headship`, as of a day."""

    ref = RefField(db_comment="C0")
    code = models.CharField(max_length=40, unique=True, db_comment="C0")
    name = models.CharField(max_length=100, db_comment="C1")
    name_en = models.CharField(max_length=100, default="", db_comment="C1")
    kind = models.CharField(max_length=12, db_comment="C1")
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    zone = models.CharField(max_length=60, default="", db_comment="C1")
    place = models.CharField(max_length=60, default="", db_comment="C1")  # the town; nothing: that of the unit above
    place_en = models.CharField(max_length=60, default="", db_comment="C1")
    first_day = models.DateField(db_comment="C1")
    last_day = models.DateField(null=True, db_comment="C1")
    path = models.CharField(max_length=250, default="", db_index=True, db_comment="C0")
    version = models.PositiveIntegerField(default=1, db_comment="C0")
    changed_at = models.DateTimeField(db_comment="C1")
    changed_by = models.CharField(max_length=120, db_comment="C1")

    class Meta:
        """Codes are unique; the path holds the keys from the root down, each between slashes."""

        constraints: ClassVar = [
            _right_way_round("unit_right_way_round"),
            models.CheckConstraint(condition=Q(kind__in=UNIT_KINDS), name="unit_kind_known"),
        ]


class JobFamily(models.Model):
    """A family of positions; it decides the scoring model."""

    code = models.CharField(max_length=40, unique=True, db_comment="C0")
    name = models.CharField(max_length=100, db_comment="C1")
    name_en = models.CharField(max_length=100, default="", db_comment="C1")


class JobGrade(models.Model):
    """A grade such as P5; a higher rank is a higher grade."""

    code = models.CharField(max_length=20, unique=True, db_comment="C0")
    name = models.CharField(max_length=100, default="", db_comment="C1")
    rank = models.PositiveSmallIntegerField(db_comment="C1")


class Position(models.Model):
    """What somebody is there for: 算法工程师, 客户支持专员."""

    ref = RefField(db_comment="C0")
    code = models.CharField(max_length=40, unique=True, db_comment="C0")
    name = models.CharField(max_length=100, db_comment="C1")
    name_en = models.CharField(max_length=100, default="", db_comment="C1")
    family = models.ForeignKey(JobFamily, on_delete=models.PROTECT, related_name="+", db_comment="C1")


class Person(models.Model):
    """Somebody, whatever their contracts: one name, one staff number for ever."""

    ref = models.UUIDField(unique=True, default=uuid.uuid4, db_comment="C0")
    number = models.CharField(max_length=40, unique=True, db_comment="C1")
    name = models.CharField(max_length=100, db_comment="C1")
    name_en = models.CharField(max_length=100, default="", db_comment="C1")
    pinyin_key = models.CharField(max_length=200, db_index=True, db_comment="C1")
    search_key = models.CharField(max_length=1000, db_comment="C1")
    work_email = models.CharField(max_length=200, default="", db_comment="C1")
    mobile = Sealed(default="", db_comment="C2")
    birthday = Sealed(default="", db_comment="C2")
    account = models.OneToOneField("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+", db_comment="C1")
    version = models.PositiveIntegerField(default=1, db_comment="C0")
    changed_at = models.DateTimeField(db_comment="C1")
    changed_by = models.CharField(max_length=120, db_comment="C1")

    class Meta:
        """One work e-mail belongs to one person. Each list asks who else has a name."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["work_email"], condition=~Q(work_email=""), name="one_person_an_email"),
        ]
        indexes: ClassVar = [models.Index(fields=["name"], name="person_name")]


class NumberAlias(models.Model):
    """A staff number that the person had before; never given to anybody else."""

    number = models.CharField(max_length=40, unique=True, db_comment="C1")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")


class Employment(models.Model):
    """A spell under one contract with one company of the group."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    employer = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    kind = models.CharField(max_length=12, db_comment="C1")
    first_day = models.DateField(db_comment="C1")
    last_day = models.DateField(null=True, db_comment="C1")
    reason_ended = models.CharField(max_length=40, default="", db_comment="C1")
    recorded_at = models.DateTimeField(db_comment="C0")
    withdrawn_at = models.DateTimeField(null=True, db_comment="C0")

    objects = SpellQuerySet["Employment"].as_manager()

    class Meta:
        """Who is employed is read at each look at a person."""

        indexes: ClassVar = [models.Index(fields=["person", "first_day"], name="employment_person")]
        constraints: ClassVar = [
            _right_way_round("employment_right_way_round"),
            models.CheckConstraint(condition=Q(kind__in=EMPLOYMENT_KINDS), name="employment_kind_known"),
        ]


class Assignment(models.Model):
    """Where somebody works and as what, from a day to a day. Main ones of a person never overlap (the action keeps it, under lock)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    position = models.ForeignKey(Position, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    family = models.ForeignKey(JobFamily, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    grade = models.ForeignKey(JobGrade, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    share_bp = models.PositiveSmallIntegerField(default=10000, db_comment="C1")
    is_main = models.BooleanField(default=True, db_comment="C1")
    manager = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    zone = models.CharField(max_length=60, default="", db_comment="C1")
    first_day = models.DateField(db_comment="C1")
    last_day = models.DateField(null=True, db_comment="C1")
    recorded_at = models.DateTimeField(db_comment="C0")
    withdrawn_at = models.DateTimeField(null=True, db_comment="C0")

    objects = SpellQuerySet["Assignment"].as_manager()

    class Meta:
        """Read by person, by unit and by manager."""

        indexes: ClassVar = [
            models.Index(fields=["person", "first_day"], name="assignment_person"),
            models.Index(fields=["unit", "last_day"], name="assignment_unit"),
            models.Index(fields=["manager", "last_day"], name="assignment_manager"),
        ]
        constraints: ClassVar = [
            _right_way_round("assignment_right_way_round"),
            models.CheckConstraint(condition=Q(share_bp__gte=1, share_bp__lte=10000), name="assignment_share"),
            models.CheckConstraint(condition=Q(manager=None) | ~Q(manager=F("person")), name="nobody_manages_themselves"),
        ]


class Headship(models.Model):
    """Who leads a unit, from a day to a day; a unit has one head at a time."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    first_day = models.DateField(db_comment="C1")
    last_day = models.DateField(null=True, db_comment="C1")
    recorded_at = models.DateTimeField(db_comment="C0")
    withdrawn_at = models.DateTimeField(null=True, db_comment="C0")

    objects = SpellQuerySet["Headship"].as_manager()

    class Meta:
        """Read by unit and by person."""

        indexes: ClassVar = [
            models.Index(fields=["unit", "first_day"], name="headship_unit"),
            models.Index(fields=["person", "first_day"], name="headship_person"),
        ]
        constraints: ClassVar = [_right_way_round("headship_right_way_round")]


class LineMark(models.Model):
    """One row whose token is new after every change of units, heads, posts or contracts: what others keep in memory is old then.

    A token is never used twice, so that lines read in a transaction that is undone are never taken for those of another.
    """

    token = RefField(db_comment="C0")


class CareerEvent(models.Model):
    """A step of somebody's way through the company, as it is told: joined, moved, promoted, left."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    kind = models.CharField(max_length=16, db_comment="C1")
    day = models.DateField(db_comment="C1")
    before = models.CharField(max_length=250, default="", db_comment="C1")
    after = models.CharField(max_length=250, default="", db_comment="C1")
    note = Sealed(default="", db_comment="C2")
    recorded_at = models.DateTimeField(db_comment="C0")

    class Meta:
        """Read by person."""

        indexes: ClassVar = [models.Index(fields=["person", "day"], name="career_person")]
        constraints: ClassVar = [models.CheckConstraint(condition=Q(kind__in=CAREER_KINDS), name="career_kind_known")]
