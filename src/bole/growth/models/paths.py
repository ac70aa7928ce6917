"""Tables of ways: learning paths through what is there, and career paths with what each step asks."""

from typing import ClassVar

from django.db import models

from bole.people.models import JobFamily, JobGrade


class LearningPath(models.Model):
    """An ordered way through courses, items and exams: `steps` are [{"kind": course|item|exam, "code"}]; an item's code is its ref."""

    code = models.CharField(max_length=40, unique=True, db_comment="C0")
    title_zh = models.CharField(max_length=60, db_comment="C0")
    title_en = models.CharField(max_length=80, db_comment="C0")
    words_zh = models.CharField(max_length=300, default="", db_comment="C0")
    words_en = models.CharField(max_length=300, default="", db_comment="C0")
    steps = models.JSONField(default=list, db_comment="C0")
    is_offered = models.BooleanField(default=True, db_comment="C0")
    version = models.PositiveIntegerField(default=1, db_comment="C0")
    changed_at = models.DateTimeField(db_comment="C0")
    changed_by = models.CharField(max_length=120, db_comment="C1")


class CareerStep(models.Model):
    """A step of the ladder of a job family: what its grade is there for, and what it asks, as a tree of requirements."""

    family = models.ForeignKey(JobFamily, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    grade = models.ForeignKey(JobGrade, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    words_zh = models.CharField(max_length=300, default="", db_comment="C0")
    words_en = models.CharField(max_length=300, default="", db_comment="C0")
    tree = models.JSONField(db_comment="C0")
    version = models.PositiveIntegerField(default=1, db_comment="C0")
    changed_at = models.DateTimeField(db_comment="C0")
    changed_by = models.CharField(max_length=120, db_comment="C1")

    class Meta:
        """One for each grade of a family."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["family", "grade"], name="career_step_once")]
