"""Tables of what a pair did: meetings, what was agreed, tests, reports. Words are of the two; HR opens them only with a reason."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bole.kit.fields import RefField
from bole.mentoring.models.pairs import Duty, Mentorship
from bole.people.models import Person
from bole.vault.fields import Sealed


class Meeting(models.Model):
    """A talk that took place. `once` is of the form that sent it: sent twice, it is one."""

    ref = RefField(db_comment="C0")
    once = models.CharField(max_length=40, db_comment="C0")
    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    duty = models.ForeignKey(Duty, null=True, on_delete=models.SET_NULL, related_name="+", db_comment="C0")
    number = models.PositiveIntegerField(db_comment="C1")
    held_on = models.DateField(db_comment="C1")
    minutes = models.PositiveIntegerField(default=60, db_comment="C1")
    place = models.CharField(max_length=6, default="face", db_comment="C1")  # face | video | phone
    codes = models.JSONField(default=list, db_comment="C1")  # the topics that were covered
    advice = Sealed(default="", db_comment="C3")
    shared_with = models.JSONField(default=list, db_comment="C1")  # numbers of people who may read this one too
    next_on = models.DateField(null=True, db_comment="C1")
    corrected_at = models.DateTimeField(null=True, db_comment="C1")
    was = models.JSONField(default=list, db_comment="C1")  # before each correction: [{"held_on", "minutes", "place", "at", "by"}]
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    at = models.DateTimeField(db_comment="C1")
    version = models.PositiveIntegerField(default=1, db_comment="C0")

    class Meta:
        """Numbers count up."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["mentorship", "once"], name="meeting_sent_once"),
            models.UniqueConstraint(fields=["mentorship", "number"], name="meeting_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["mentorship", "held_on"], name="meeting_held")]


class Agreed(models.Model):
    """What was agreed in a meeting: who does what by when. It comes up again until it is done."""

    ref = RefField(db_comment="C0")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    words = Sealed(db_comment="C3")
    due_on = models.DateField(null=True, db_comment="C1")
    done_at = models.DateTimeField(null=True, db_comment="C1")

    class Meta:
        """Open ones of a person are found at once."""

        indexes: ClassVar = [models.Index(fields=["owner", "due_on"], condition=Q(done_at=None), name="agreed_open")]


class AgendaPoint(models.Model):
    """What one of the two wants to talk about next; both read it. A recorded meeting takes along what was talked about."""

    ref = RefField(db_comment="C0")
    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    meeting = models.ForeignKey(Meeting, null=True, on_delete=models.SET_NULL, related_name="+", db_comment="C0")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    words = Sealed(db_comment="C3")
    at = models.DateTimeField(db_comment="C1")

    class Meta:
        """Open ones of a pair are found at once."""

        indexes: ClassVar = [models.Index(fields=["mentorship", "at"], condition=Q(meeting=None), name="agenda_open")]


class PrivateNote(models.Model):
    """A mentor's or mentee's own note; its writer's alone."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    words = Sealed(default="", db_comment="C3")
    changed_at = models.DateTimeField(db_comment="C0")
    version = models.PositiveIntegerField(default=1, db_comment="C0")

    class Meta:
        """Each has one."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["mentorship", "by"], name="private_note_once")]


class SkillTest(models.Model):
    """The mentee's result in a skill test: of an exam taken here (`attempt`, its ref) or recorded by hand, in hundredths of a point."""

    ref = RefField(db_comment="C0")
    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    duty = models.ForeignKey(Duty, null=True, on_delete=models.SET_NULL, related_name="+", db_comment="C0")
    taken_on = models.DateField(db_comment="C1")
    points = models.IntegerField(db_comment="C1")
    most = models.IntegerField(default=10_000, db_comment="C0")
    exam = models.CharField(max_length=40, default="", db_comment="C0")  # an exam's code: only tests of one exam are compared
    attempt = models.CharField(max_length=12, default="", db_comment="C0")
    submission = models.CharField(max_length=12, default="", db_comment="C0")  # a result that the mentee handed in, its ref
    waits = models.BooleanField(default=False, db_comment="C1")  # self-reported and not confirmed: no lift is made of it yet
    was = models.JSONField(default=list, db_comment="C1")  # before each correction: [{"exam", "taken_on", "points", "most", "at", "by"}]
    at = models.DateTimeField(db_comment="C0")
    by = models.CharField(max_length=120, db_comment="C1")

    class Meta:
        """A mark lies between nothing and the most."""

        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(points__gte=0) & Q(points__lte=models.F("most")), name="test_within_bounds"),
            models.UniqueConstraint(fields=["attempt"], condition=~Q(attempt=""), name="test_of_attempt_once"),
            models.UniqueConstraint(fields=["submission"], condition=~Q(submission=""), name="test_of_submission_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["mentorship", "taken_on"], name="skill_test_taken")]


class Report(models.Model):
    """The mentee's half-yearly report of results: a draft until it is sent. `files` are refs of kept files."""

    ref = RefField(db_comment="C0")
    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    duty = models.ForeignKey(Duty, null=True, on_delete=models.SET_NULL, related_name="+", db_comment="C0")
    words = Sealed(default="", db_comment="C3")
    files = models.JSONField(default=list, db_comment="C1")
    submission = models.CharField(max_length=12, default="", db_comment="C0")  # a result that the mentee handed in as this report
    saved_at = models.DateTimeField(db_comment="C0")
    sent_at = models.DateTimeField(null=True, db_comment="C1")
    version = models.PositiveIntegerField(default=1, db_comment="C0")

    class Meta:
        """One draft at a time."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["mentorship"], condition=Q(sent_at=None), name="one_report_draft"),
            models.UniqueConstraint(fields=["submission"], condition=~Q(submission=""), name="report_of_submission_once"),
        ]


class TextOpening(models.Model):
    """HR opened the words of a pair, for sixty minutes, with a reason that both were told."""

    ref = RefField(db_comment="C0")
    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    reason = Sealed(db_comment="C3")
    opened_at = models.DateTimeField(db_comment="C1")
    until = models.DateTimeField(db_comment="C1")

    class Meta:
        """Found by who opened."""

        indexes: ClassVar = [models.Index(fields=["mentorship", "by", "until"], name="text_opening")]
