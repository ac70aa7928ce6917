"""Tables of pairs: the mentorship, its plan, its duties, what its two people ask for."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from bole.kit.fields import RefField
from bole.mentoring.models.frameworks import Framework
from bole.people.models import Person
from bole.vault.fields import Sealed

ALIVE = ("planned", "running", "paused")
LEAVING = ("mentor_left", "retired")  # until the last day the mentee may wait for another mentor, and be matched


class Mentorship(models.Model):
    """A mentor and a mentee for some months. `planned`: no plan approved yet; an imported one was before the system and is verified by HR.

    `why_so` says why these two, `[{"code", "numbers"}]`; `ended_why` is done | rematch | mentor_left | mentee_left | moved | handed_over |
    retired | mistake.
    """

    ref = RefField(db_comment="C0")
    mentor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    mentee = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    framework = models.ForeignKey(Framework, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    group = models.CharField(max_length=12, default="", db_comment="C0")  # one mentor's mentees of one group share it
    state = models.CharField(max_length=8, default="planned", db_comment="C1")  # planned | running | paused | ended
    source = models.CharField(max_length=8, db_comment="C0")  # match | request | hand | import
    why_so = models.JSONField(default=list, db_comment="C1")
    first_day = models.DateField(db_comment="C1")
    last_day = models.DateField(db_comment="C1")  # as planned
    ended_on = models.DateField(null=True, db_comment="C1")
    ended_why = models.CharField(max_length=12, default="", db_comment="C1")
    follows = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")  # handed over or re-matched
    hours = models.PositiveIntegerField(null=True, db_comment="C1")  # of an imported one; else meetings are summed
    verified_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    made_at = models.DateTimeField(db_comment="C0")
    made_by = models.CharField(max_length=120, db_comment="C1")
    version = models.PositiveIntegerField(default=1, db_comment="C0")

    class Meta:
        """Nobody mentors themselves; a mentee has one mentor at a time."""

        indexes: ClassVar = [
            models.Index(fields=["mentor", "state"], name="mentorship_mentor"),
            models.Index(fields=["mentee", "state"], name="mentorship_mentee"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(mentor=F("mentee")), name="mentorship_of_two"),
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="mentorship_right_way_round"),
            models.CheckConstraint(condition=Q(ended_on=None) | Q(ended_on__gte=F("first_day")), name="mentorship_ends_after_it_began"),
            models.UniqueConstraint(fields=["mentee"], condition=Q(state__in=ALIVE), name="one_mentor_at_a_time"),
        ]

    @property
    def ends_on(self) -> date:
        """The last day as it is known now: the one on which it ends early, else the planned one."""
        return self.ended_on or self.last_day


class Pause(models.Model):
    """Days on which a pair rests; duties move behind them."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    first_day = models.DateField(db_comment="C1")
    last_day = models.DateField(null=True, db_comment="C1")  # None: still

    class Meta:
        """One at a time."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["mentorship"], condition=Q(last_day=None), name="one_open_pause"),
        ]


class Plan(models.Model):
    """The framework, adapted to one mentee. HR approves it or returns it; the next one counts up.

    `topics` are `[{"code", "zh", "en", "is_core", "how", "month"}]` as JSON, sealed for the words in `how`; `codes` their codes.
    `outcomes` are one to three lines that can be checked, as JSON.
    """

    ref = RefField(db_comment="C0")
    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    number = models.PositiveIntegerField(default=1, db_comment="C0")
    state = models.CharField(max_length=9, default="draft", db_comment="C1")  # draft | submitted | returned | approved | replaced
    goal = Sealed(default="", db_comment="C3")
    outcomes = Sealed(default="[]", db_comment="C3")
    topics = Sealed(default="[]", db_comment="C3")
    codes = models.JSONField(default=list, db_comment="C1")
    submitted_at = models.DateTimeField(null=True, db_comment="C1")
    decided_at = models.DateTimeField(null=True, db_comment="C1")
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    remark = Sealed(default="", db_comment="C3")
    changed_at = models.DateTimeField(db_comment="C0")
    changed_by = models.CharField(max_length=120, default="", db_comment="C1")
    version = models.PositiveIntegerField(default=1, db_comment="C0")

    class Meta:
        """Numbers count up; one waits at a time."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["mentorship", "number"], name="plan_once"),
            models.UniqueConstraint(fields=["mentorship"], condition=Q(state__in=("draft", "submitted", "returned")), name="one_open_plan"),
        ]
        indexes: ClassVar = [models.Index(fields=["submitted_at"], condition=Q(state="submitted"), name="plan_waits")]


class Duty(models.Model):
    """Something that is due of a pair: a meeting, a skill test, a report.

    `nominal_on` is the day by the cadence (the 15th), `due_on` the day after days off and absences were stepped over, `set_for` the day
    that the two agreed on instead, with the half of it if they named one.
    """

    ref = RefField(db_comment="C0")
    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    kind = models.CharField(max_length=7, db_comment="C0")  # meeting | test | report
    ordinal = models.PositiveIntegerField(db_comment="C0")
    nominal_on = models.DateField(db_comment="C1")
    due_on = models.DateField(db_comment="C1")
    set_for = models.DateField(null=True, db_comment="C1")
    set_half = models.CharField(max_length=2, default="", db_comment="C1")  # am | pm, of the day that was set
    moved_for = models.JSONField(default=list, db_comment="C1")  # why it moved: [{"person", "first", "last"}] of absences, {"pause": true}
    done_on = models.DateField(null=True, db_comment="C1")
    dropped_at = models.DateTimeField(null=True, db_comment="C0")  # the pair ended or paused before

    class Meta:
        """Each is due once; open ones are found by their day."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["mentorship", "kind", "ordinal"], name="duty_once")]
        indexes: ClassVar = [models.Index(fields=["due_on"], condition=Q(done_on=None, dropped_at=None), name="duty_open")]


class Reminder(models.Model):
    """That somebody was told of a duty: what, for which day, in which part. So nothing is told twice, whoever leads whom since.

    `what` is due | week | overdue | nudge; `to` is mentor | mentee | manager.
    """

    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    what = models.CharField(max_length=7, db_comment="C0")
    day = models.DateField(db_comment="C1")  # the day that the duty was due, or set for; of a nudge the day it was sent
    to = models.CharField(max_length=7, db_comment="C0")
    told_at = models.DateTimeField(db_comment="C0")

    class Meta:
        """Each is told once."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["duty", "what", "day", "to"], name="reminder_once")]


class PlanReminder(models.Model):
    """That somebody was told of a plan that is to be handed in: what, for which day, in which part. `what` is due | overdue."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    what = models.CharField(max_length=7, db_comment="C0")
    day = models.DateField(db_comment="C1")  # the day by which the plan was to be handed in
    to = models.CharField(max_length=7, db_comment="C0")
    told_at = models.DateTimeField(db_comment="C0")

    class Meta:
        """Each is told once."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["mentorship", "what", "day", "to"], name="plan_reminder_once")]


class CalendarFeed(models.Model):
    """Somebody's calendar address: the secret in it is kept as a hash, and can be taken back."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    hash = models.CharField(max_length=64, unique=True, db_comment="C4")
    made_at = models.DateTimeField(db_comment="C0")
    ended_at = models.DateTimeField(null=True, db_comment="C0")

    class Meta:
        """One at a time."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["person"], condition=Q(ended_at=None), name="one_calendar_feed")]


class HelpRequest(models.Model):
    """A mentee asks HR for help or for another mentor; the mentor never learns who asked. Or the system asks HR for another mentor.

    `kind` is help | rematch, asked by the mentee; line: the two are in one reporting line by now; left: the mentor leaves; stepped: the
    mentor ends the own role; `by` nobody.
    """

    ref = RefField(db_comment="C0")
    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    kind = models.CharField(max_length=7, db_comment="C1")  # help | rematch | line | left | stepped
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    words = Sealed(default="", db_comment="C3")
    asked_at = models.DateTimeField(db_comment="C1")
    answer_by = models.DateField(db_comment="C1")
    answered_at = models.DateTimeField(null=True, db_comment="C1")
    answered_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    answer = Sealed(default="", db_comment="C3")

    class Meta:
        """One of a kind is open at a time."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["mentorship", "kind"], condition=Q(answered_at=None), name="one_open_request"),
        ]
