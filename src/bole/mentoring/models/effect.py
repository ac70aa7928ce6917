"""Tables of effect: a mentor's score on a calendar, help for mentors, the end of the role, methods that work."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bole.kit.fields import RefField
from bole.people.models import Person
from bole.vault.fields import Sealed


class MentorScore(models.Model):
    """What a mentor's mentees gained, by one day of the calendar, in hundredths of a point; with the parts that it opens down to."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    day = models.DateField(db_comment="C0")
    growth = models.IntegerField(null=True, db_comment="C1")
    survey = models.IntegerField(null=True, db_comment="C1")
    total = models.IntegerField(null=True, db_comment="C1")
    adjusted = models.IntegerField(null=True, db_comment="C1")  # beside similar colleagues without a mentor
    low = models.IntegerField(null=True, db_comment="C1")
    high = models.IntegerField(null=True, db_comment="C1")
    mentees = models.PositiveIntegerField(default=0, db_comment="C1")
    parts = models.JSONField(default=dict, db_comment="C1")
    made_at = models.DateTimeField(db_comment="C0")

    class Meta:
        """One a day."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "day"], name="mentor_score_once")]


class Coaching(models.Model):
    """Help for a mentor whose effect is low: a review of the mentoring and a course, and a day on which it is looked at again."""

    ref = RefField(db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    course = models.CharField(max_length=40, default="", db_comment="C0")
    words = Sealed(default="", db_comment="C3")
    evidence = models.JSONField(default=dict, db_comment="C1")
    opened_at = models.DateTimeField(db_comment="C1")
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    again_on = models.DateField(db_comment="C1")
    closed_at = models.DateTimeField(null=True, db_comment="C1")
    came_of_it = models.CharField(max_length=8, default="", db_comment="C1")  # better | same | retired

    class Meta:
        """One at a time."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["person"], condition=Q(closed_at=None), name="one_open_coaching")]


class Retirement(models.Model):
    """A mentor's role ends (卸任), with the reason and the evidence the mentor may object to; HR answers, or takes it back."""

    ref = RefField(db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    reason = Sealed(db_comment="C3")
    evidence = models.JSONField(default=dict, db_comment="C1")
    decided_at = models.DateTimeField(db_comment="C1")
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    ends_on = models.DateField(db_comment="C1")
    object_until = models.DateField(db_comment="C1")
    objection = Sealed(default="", db_comment="C3")
    objected_at = models.DateTimeField(null=True, db_comment="C1")
    answer = Sealed(default="", db_comment="C3")
    answered_at = models.DateTimeField(null=True, db_comment="C1")
    answered_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    taken_back_at = models.DateTimeField(null=True, db_comment="C1")

    class Meta:
        """Found by person."""

        indexes: ClassVar = [models.Index(fields=["person", "-ends_on"], name="retirement_person")]


class MethodCard(models.Model):
    """What strong pairs do differently (好方法), with the number of pairs and what is a correlation only. `whose` agreed to be named."""

    ref = RefField(db_comment="C0")
    code = models.CharField(max_length=40, unique=True, db_comment="C0")
    zh = models.CharField(max_length=300, db_comment="C0")
    en = models.CharField(max_length=300, db_comment="C0")
    whose = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    numbers = models.JSONField(default=dict, db_comment="C1")  # {"pairs", "with", "without", "difference", "low", "high"}
    found_on = models.DateField(db_comment="C0")
    is_shown = models.BooleanField(default=False, db_comment="C0")


class MethodUse(models.Model):
    """A mentor tries a method from a day on."""

    card = models.ForeignKey(MethodCard, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    since = models.DateField(db_comment="C1")

    class Meta:
        """Once each."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["card", "person"], name="method_use_once")]
