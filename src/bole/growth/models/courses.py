"""Tables of courses: their steps, and how far somebody is."""

from typing import ClassVar

from django.db import models

from bole.kit.fields import RefField
from bole.people.models import Person


class Course(models.Model):
    """A course in both languages; its minutes are those of its steps. `exam` is the code of the exam that ends it, if any.

    Topics are codes of skills; `level` is the level of them that it leads to (0: says none).
    """

    code = models.CharField(max_length=40, unique=True, db_comment="C0")
    title_zh = models.CharField(max_length=60, db_comment="C0")
    title_en = models.CharField(max_length=80, db_comment="C0")
    words_zh = models.CharField(max_length=300, db_comment="C0")
    words_en = models.CharField(max_length=300, db_comment="C0")
    exam = models.CharField(max_length=40, default="", db_comment="C0")
    topics = models.JSONField(default=list, db_comment="C0")
    level = models.PositiveSmallIntegerField(default=0, db_comment="C0")
    is_offered = models.BooleanField(default=True, db_comment="C0")
    version = models.PositiveIntegerField(default=1, db_comment="C0")
    changed_at = models.DateTimeField(db_comment="C0")
    changed_by = models.CharField(max_length=120, db_comment="C1")


class CourseStep(models.Model):
    """A step: plain paragraphs in both languages. One that is taken out stays with those who did it."""

    ref = RefField(db_comment="C0")
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    ordinal = models.PositiveSmallIntegerField(db_comment="C0")
    title_zh = models.CharField(max_length=60, db_comment="C0")
    title_en = models.CharField(max_length=80, db_comment="C0")
    text_zh = models.TextField(db_comment="C0")
    text_en = models.TextField(db_comment="C0")
    minutes = models.PositiveSmallIntegerField(db_comment="C0")
    is_in = models.BooleanField(default=True, db_comment="C0")

    class Meta:
        """In order."""

        indexes: ClassVar = [models.Index(fields=["course", "ordinal"], name="course_step_order")]


class Enrolment(models.Model):
    """Somebody takes a course; finished when all its steps were done, for good."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    began_at = models.DateTimeField(db_comment="C1")
    finished_at = models.DateTimeField(null=True, db_comment="C1")

    class Meta:
        """Once a course."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "course"], name="enrolled_once")]


class StepDone(models.Model):
    """A step that somebody has done."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    step = models.ForeignKey(CourseStep, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    at = models.DateTimeField(db_comment="C1")

    class Meta:
        """Once."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["enrolment", "step"], name="step_done_once")]
