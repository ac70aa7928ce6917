"""The table of frameworks."""

from typing import ClassVar

from django.db import models

from bole.kit.fields import RefField


class Framework(models.Model):
    """What mentoring for one role holds: a goal, core and optional topics, a cadence. A change makes the next version; pairs keep theirs.

    Topics are `[{"code", "zh", "en", "is_core", "stage"}]`, materials `[{"zh", "en", "address"}]`.
    """

    ref = RefField(db_comment="C0")
    code = models.CharField(max_length=40, db_comment="C0")
    number = models.PositiveIntegerField(default=1, db_comment="C0")
    is_last = models.BooleanField(default=True, db_comment="C0")
    is_on = models.BooleanField(default=True, db_comment="C0")  # offered for new pairs
    name_zh = models.CharField(max_length=60, db_comment="C0")
    name_en = models.CharField(max_length=60, db_comment="C0")
    goal_zh = models.CharField(max_length=300, db_comment="C0")
    goal_en = models.CharField(max_length=300, db_comment="C0")
    form = models.CharField(max_length=12, default="one_to_one", db_comment="C0")  # one_to_one | group | reverse | peer | short | project
    months = models.PositiveIntegerField(default=6, db_comment="C0")
    meeting_every = models.PositiveIntegerField(default=1, db_comment="C0")  # months; 0: never
    test_every = models.PositiveIntegerField(default=3, db_comment="C0")
    report_every = models.PositiveIntegerField(default=6, db_comment="C0")
    topics = models.JSONField(default=list, db_comment="C0")
    materials = models.JSONField(default=list, db_comment="C0")
    changed_at = models.DateTimeField(db_comment="C0")
    changed_by = models.CharField(max_length=120, db_comment="C1")

    class Meta:
        """Versions count up; one is the last."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["code", "number"], name="framework_once"),
            models.UniqueConstraint(fields=["code"], condition=models.Q(is_last=True), name="framework_last"),
        ]
