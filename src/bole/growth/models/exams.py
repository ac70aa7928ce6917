"""Tables of exams: the bank of questions, the tries, and what was drawn and answered."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from bole.kit.fields import RefField
from bole.people.models import Person


class Exam(models.Model):
    """An exam: how many questions are drawn, in how many minutes, from which points of 100 it is passed, when it may be tried again.

    One that `repeats` may be taken again after it was passed, as a test of skills is. A pass grants a certificate of so many months (0: for
    good) where `certificate` has a code, and shows a level of a skill where `skill` has a code.
    """

    code = models.CharField(max_length=40, unique=True, db_comment="C0")
    title_zh = models.CharField(max_length=60, db_comment="C0")
    title_en = models.CharField(max_length=80, db_comment="C0")
    words_zh = models.CharField(max_length=300, default="", db_comment="C0")
    words_en = models.CharField(max_length=300, default="", db_comment="C0")
    course = models.CharField(max_length=40, default="", db_comment="C0")
    drawn = models.PositiveSmallIntegerField(default=25, db_comment="C0")
    minutes = models.PositiveSmallIntegerField(default=40, db_comment="C0")
    pass_points = models.PositiveSmallIntegerField(default=80, db_comment="C0")
    days_between = models.PositiveSmallIntegerField(default=14, db_comment="C0")
    tries_a_year = models.PositiveSmallIntegerField(default=4, db_comment="C0")
    repeats = models.BooleanField(default=False, db_comment="C0")
    certificate = models.CharField(max_length=40, default="", db_comment="C0")
    certificate_zh = models.CharField(max_length=60, default="", db_comment="C0")
    certificate_en = models.CharField(max_length=80, default="", db_comment="C0")
    certificate_months = models.PositiveSmallIntegerField(default=24, db_comment="C0")
    skill = models.CharField(max_length=40, default="", db_comment="C0")
    skill_level = models.PositiveSmallIntegerField(default=3, db_comment="C0")
    is_offered = models.BooleanField(default=True, db_comment="C0")
    version = models.PositiveIntegerField(default=1, db_comment="C0")
    changed_at = models.DateTimeField(db_comment="C0")
    changed_by = models.CharField(max_length=120, db_comment="C1")

    class Meta:
        """A pass lies between 1 and 100."""

        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(pass_points__gte=1) & Q(pass_points__lte=100), name="exam_pass_1_to_100"),
        ]


class Question(models.Model):
    """A question of a bank. `options` are [{"key", "zh", "en"}], `right` the keys that are right. One that was drawn is only replaced."""

    ref = RefField(db_comment="C0")
    exam = models.ForeignKey(Exam, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    kind = models.CharField(max_length=8, db_comment="C0")  # single | multiple
    text_zh = models.TextField(db_comment="C0")
    text_en = models.TextField(db_comment="C0")
    options = models.JSONField(db_comment="C0")
    right = models.JSONField(db_comment="C1")
    why_zh = models.TextField(db_comment="C1")
    why_en = models.TextField(db_comment="C1")
    number = models.PositiveIntegerField(db_comment="C0")  # of the question; its versions share it
    version = models.PositiveIntegerField(default=1, db_comment="C0")
    is_in = models.BooleanField(default=True, db_comment="C0")
    made_at = models.DateTimeField(db_comment="C0")
    made_by = models.CharField(max_length=120, db_comment="C1")

    class Meta:
        """One version of a question is in use."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["exam", "number", "version"], name="question_version_once"),
            models.UniqueConstraint(fields=["exam", "number"], condition=Q(is_in=True), name="one_version_in_use"),
        ]


class Attempt(models.Model):
    """A try at an exam, with the rules of its day. Points are hundredths; none until it is over."""

    ref = RefField(db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    exam = models.ForeignKey(Exam, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    day = models.DateField(db_comment="C1")
    began_at = models.DateTimeField(db_comment="C1")
    ends_at = models.DateTimeField(db_comment="C1")
    pass_points = models.PositiveSmallIntegerField(db_comment="C0")
    over_at = models.DateTimeField(null=True, db_comment="C1")
    ran_out = models.BooleanField(default=False, db_comment="C1")  # of time
    points = models.PositiveIntegerField(null=True, db_comment="C1")
    passed = models.BooleanField(default=False, db_comment="C1")

    class Meta:
        """One open try for each person and exam."""

        indexes: ClassVar = [
            models.Index(fields=["exam", "person", "day"], name="exam_attempt"),
            models.Index(fields=["ends_at"], condition=Q(over_at=None), name="exam_attempt_open"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "exam"], condition=Q(over_at=None), name="one_open_attempt"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("began_at")), name="attempt_takes_time"),
            models.CheckConstraint(condition=Q(points=None) | Q(points__lte=10_000), name="attempt_points_of_100"),
        ]


class Drawn(models.Model):
    """A question drawn for a try: its place, the order of its options, what was chosen so far."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    ordinal = models.PositiveSmallIntegerField(db_comment="C0")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    order = models.JSONField(db_comment="C0")
    chosen = models.JSONField(default=list, db_comment="C1")
    saved_at = models.DateTimeField(null=True, db_comment="C1")
    is_right = models.BooleanField(null=True, db_comment="C1")

    class Meta:
        """In order, each question once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["attempt", "ordinal"], name="drawn_place_once"),
            models.UniqueConstraint(fields=["attempt", "question"], name="drawn_question_once"),
        ]
