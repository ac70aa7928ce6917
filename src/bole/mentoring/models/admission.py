"""Tables of admission: rule sets, applications, and who is a mentor."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bole.kit.fields import RefField
from bole.people.models import Person
from bole.vault.fields import Sealed


class RuleSet(models.Model):
    """Clauses joined by and, or, at least n of. A change makes the next version; applications keep theirs.

    `tree` is `{"all": [...]}`, `{"any": [...]}`, `{"at_least": n, "of": [...]}` or a leaf `{"clause": code, ...its values}`.
    """

    ref = RefField(db_comment="C0")
    code = models.CharField(max_length=40, db_comment="C0")
    number = models.PositiveIntegerField(default=1, db_comment="C0")
    name_zh = models.CharField(max_length=60, db_comment="C0")
    name_en = models.CharField(max_length=60, db_comment="C0")
    tree = models.JSONField(db_comment="C0")
    is_last = models.BooleanField(default=True, db_comment="C0")
    is_in_force = models.BooleanField(default=False, db_comment="C0")
    changed_at = models.DateTimeField(db_comment="C0")
    changed_by = models.CharField(max_length=120, db_comment="C1")

    class Meta:
        """Versions count up; one set is in force."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["code", "number"], name="rule_set_once"),
            models.UniqueConstraint(fields=["code"], condition=Q(is_last=True), name="rule_set_last"),
            models.UniqueConstraint(fields=["is_in_force"], condition=Q(is_in_force=True), name="one_rule_set_in_force"),
        ]


class Application(models.Model):
    """Somebody applies to be a mentor, or is invited. `screened` is each clause with its evidence as it was then, as JSON."""

    ref = RefField(db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    rule_set = models.ForeignKey(RuleSet, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    state = models.CharField(max_length=9, db_comment="C1")  # invited | declined | waiting | admitted | returned | withdrawn
    was_invited = models.BooleanField(default=False, db_comment="C1")
    is_met = models.BooleanField(default=False, db_comment="C1")
    screened = Sealed(default="[]", db_comment="C3")
    words = Sealed(default="", db_comment="C3")
    sent_at = models.DateTimeField(db_comment="C1")
    answer_by = models.DateField(null=True, db_comment="C1")
    decided_at = models.DateTimeField(null=True, db_comment="C1")
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    reason = Sealed(default="", db_comment="C3")
    again_from = models.DateField(null=True, db_comment="C1")
    version = models.PositiveIntegerField(default=1, db_comment="C0")

    class Meta:
        """One is open at a time."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person"], condition=Q(state__in=("invited", "waiting")), name="one_open_application"),
        ]
        indexes: ClassVar = [models.Index(fields=["sent_at"], condition=Q(state="waiting"), name="application_waits")]


class MentorRole(models.Model):
    """Somebody is a mentor from a first to a last day. `how` is admitted | waiver | import.

    A mentor who steps down (`steps_down_at`, with a `farewell` that says why) is one until no pair runs any more.
    """

    ref = RefField(db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    first_day = models.DateField(db_comment="C1")
    last_day = models.DateField(null=True, db_comment="C1")
    how = models.CharField(max_length=8, db_comment="C1")
    reason = Sealed(default="", db_comment="C3")  # of a waiver
    application = models.ForeignKey(Application, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    code = models.CharField(max_length=20, default="", db_comment="C0")  # verifies the letter of appointment
    capacity = models.PositiveIntegerField(default=3, db_comment="C1")
    is_open = models.BooleanField(default=True, db_comment="C1")  # takes new mentees
    shows_mobile = models.BooleanField(default=False, db_comment="C1")
    learns_style = models.BooleanField(default=False, db_comment="C1")  # has agreed that a style is learned from the records
    steps_down_at = models.DateTimeField(null=True, db_comment="C1")  # by the mentor's own word
    farewell = Sealed(default="", db_comment="C3")
    hands_over = models.BooleanField(default=False, db_comment="C1")  # the mentees need another mentor; else pairs go on to their end
    hours = models.JSONField(default=list, db_comment="C1")  # when free to meet: ["mon_am", "wed_pm"]
    version = models.PositiveIntegerField(default=1, db_comment="C0")

    class Meta:
        """One that is not over."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person"], condition=Q(last_day=None), name="one_mentor_role"),
        ]


class Eligible(models.Model):
    """Somebody who meets every requirement of the rule set in force and is no mentor yet: what the last screening found."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    rule_set = models.ForeignKey(RuleSet, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    since = models.DateField(db_comment="C1")
    looked_at = models.DateTimeField(db_comment="C0")
