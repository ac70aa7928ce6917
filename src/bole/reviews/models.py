"""Tables of feedback and of one-to-ones. All words are sealed; who may read a piece is fixed when it is sent."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from bole.kit.fields import RefField
from bole.people.models import Person, Unit
from bole.vault.fields import Sealed


class Feedback(models.Model):
    """A piece of feedback, read by sender and recipient, and by `shared_with`, the recipient's manager, where the sender said so.

    What it is about is of `about_person`: a period's score, an indicator, an alert or a record of work. `last_at` is of the newest word.
    """

    ref = RefField(db_comment="C0")
    once = models.CharField(max_length=12, db_comment="C0")  # of the form that sent it: sent twice, it is one
    sender = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    recipient = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    shared_with = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    kind = models.CharField(max_length=8, db_comment="C1")  # praise | advice | request
    words = Sealed(db_comment="C3")
    about_kind = models.CharField(max_length=10, default="", db_comment="C1")  # score | indicator | alert | record
    about_person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    about_period = models.CharField(max_length=8, default="", db_comment="C0")
    about_code = models.CharField(max_length=40, default="", db_comment="C0")  # an indicator's code
    about_ref = models.CharField(max_length=250, default="", db_comment="C1")  # an alert's ref; a connection's and a record's
    about_title = Sealed(default="", db_comment="C2")  # a record's title as it was
    is_from_manager = models.BooleanField(default=False, db_comment="C1")
    sent_at = models.DateTimeField(db_comment="C1")
    last_at = models.DateTimeField(db_comment="C1")
    answered_at = models.DateTimeField(null=True, db_comment="C1")  # of a request: when the recipient first replied
    taken_back_at = models.DateTimeField(null=True, db_comment="C1")

    class Meta:
        """Read by each of its readers, the newest first."""

        indexes: ClassVar = [
            models.Index(fields=["recipient", "-last_at"], name="feedback_recipient"),
            models.Index(fields=["sender", "-last_at"], name="feedback_sender"),
            models.Index(fields=["shared_with", "-last_at"], condition=~Q(shared_with=None), name="feedback_shared"),
            models.Index(fields=["about_person", "about_period"], condition=~Q(about_person=None), name="feedback_about"),
            models.Index(fields=["sent_at"], name="feedback_sent"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sender", "once"], name="feedback_once"),
            models.CheckConstraint(condition=~Q(sender=F("recipient")), name="feedback_to_another"),
        ]


class Reply(models.Model):
    """A reply or a question to a piece of feedback, read by those who read the piece."""

    ref = RefField(db_comment="C0")
    feedback = models.ForeignKey(Feedback, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    words = Sealed(db_comment="C3")
    at = models.DateTimeField(db_comment="C1")

    class Meta:
        """Read with the piece, in order."""

        indexes: ClassVar = [models.Index(fields=["feedback", "at"], name="feedback_reply")]


class Seen(models.Model):
    """Until when one of its readers has read a piece."""

    feedback = models.ForeignKey(Feedback, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    at = models.DateTimeField(db_comment="C1")

    class Meta:
        """One for each reader."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["feedback", "person"], name="feedback_seen_once")]


class Draft(models.Model):
    """What somebody has written to somebody and not sent yet; theirs alone, gone when sent."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    recipient = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    kind = models.CharField(max_length=8, db_comment="C1")
    words = Sealed(db_comment="C3")
    saved_at = models.DateTimeField(db_comment="C1")

    class Meta:
        """One to each recipient."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "recipient"], name="feedback_draft_once")]


class OneToOne(models.Model):
    """A talk of a manager and a report: planned for a day, held on one, or called off; read by these two, for good."""

    ref = RefField(db_comment="C0")
    manager = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    report = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    planned_on = models.DateField(db_comment="C1")
    held_on = models.DateField(null=True, db_comment="C1")
    called_off_at = models.DateTimeField(null=True, db_comment="C1")
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    made_at = models.DateTimeField(db_comment="C0")

    class Meta:
        """Two people plan one talk at a time."""

        indexes: ClassVar = [
            models.Index(fields=["report", "-planned_on"], name="talk_report"),
            models.Index(fields=["held_on"], condition=~Q(held_on=None), name="talk_held"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["manager", "report"], condition=Q(held_on=None, called_off_at=None), name="one_planned_talk"),
            models.CheckConstraint(condition=~Q(manager=F("report")), name="talk_of_two"),
            models.CheckConstraint(condition=Q(held_on=None) | Q(called_off_at=None), name="talk_held_or_called_off"),
        ]

    @property
    def is_planned(self) -> bool:
        """Test if it lies ahead: neither held nor called off."""
        return self.held_on is None and self.called_off_at is None


class Point(models.Model):
    """A point of a talk's agenda: written by one of the two, or kept from what the agenda gathered by itself (`source`, `source_ref`)."""

    ref = RefField(db_comment="C0")
    talk = models.ForeignKey(OneToOne, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    source = models.CharField(max_length=8, default="hand", db_comment="C1")  # hand | alert | support | action | feedback
    source_ref = models.CharField(max_length=12, default="", db_comment="C0")
    code = models.CharField(max_length=40, default="", db_comment="C0")  # an alert's indicator, a feedback's kind
    words = Sealed(default="", db_comment="C3")
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    at = models.DateTimeField(db_comment="C1")

    class Meta:
        """What was gathered is kept once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["talk", "source", "source_ref"], condition=~Q(source="hand"), name="talk_point_once"),
        ]


class TalkNote(models.Model):
    """A note of a talk, to a point or to the whole; a private one is its writer's alone."""

    ref = RefField(db_comment="C0")
    talk = models.ForeignKey(OneToOne, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    point = models.ForeignKey(Point, null=True, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    words = Sealed(db_comment="C3")
    is_private = models.BooleanField(default=False, db_comment="C0")
    at = models.DateTimeField(db_comment="C1")

    class Meta:
        """Each has one private note a talk."""

        indexes: ClassVar = [models.Index(fields=["talk", "at"], name="talk_note")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["talk", "by"], condition=Q(is_private=True), name="one_private_note"),
        ]


class ActionPoint(models.Model):
    """What was agreed in a talk: who does what by when. It comes up again until it is done."""

    ref = RefField(db_comment="C0")
    talk = models.ForeignKey(OneToOne, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    words = Sealed(db_comment="C3")
    due_on = models.DateField(db_comment="C1")
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    made_at = models.DateTimeField(db_comment="C0")
    done_at = models.DateTimeField(null=True, db_comment="C1")

    class Meta:
        """Open ones of a person are found at once."""

        indexes: ClassVar = [models.Index(fields=["owner", "due_on"], condition=Q(done_at=None), name="talk_action_open")]


class PeerRound(models.Model):
    """A round in which the people of a unit are rated by colleagues for some days of work; each survey of it asks about one of them."""

    ref = RefField(db_comment="C0")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    first_day = models.DateField(db_comment="C0")
    last_day = models.DateField(db_comment="C0")
    closes_on = models.DateField(db_comment="C0")
    opened_at = models.DateTimeField(db_comment="C0")
    opened_by = models.CharField(max_length=120, db_comment="C1")
    closed_at = models.DateTimeField(null=True, db_comment="C0")

    class Meta:
        """A unit has one open round at a time."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["unit"], condition=Q(closed_at=None), name="one_open_peer_round"),
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="peer_round_right_way_round"),
        ]


class PeerRatee(models.Model):
    """Somebody who is rated in a round, by which survey (none where too few could); `ratings` only if they passed the floor."""

    round = models.ForeignKey(PeerRound, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    survey = models.CharField(max_length=12, default="", db_comment="C0")
    ratings = models.PositiveSmallIntegerField(null=True, db_comment="C1")

    class Meta:
        """Once a round."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "person"], name="peer_rated_once")]


class ImprovementPlan(models.Model):
    """What somebody and the manager want to reach in some weeks: goals, support, dated milestones. People decide how it ends, nobody else.

    `goals` are one to five lines as JSON. `outcome` is reached | not_reached | stopped.
    """

    ref = RefField(db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    manager = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")  # who proposed it
    state = models.CharField(max_length=9, default="proposed", db_comment="C1")  # proposed | running | ended | withdrawn
    why = Sealed(db_comment="C3")
    goals = Sealed(default="[]", db_comment="C3")
    support = Sealed(db_comment="C3")
    first_day = models.DateField(db_comment="C1")
    weeks = models.PositiveSmallIntegerField(default=12, db_comment="C1")
    proposed_at = models.DateTimeField(db_comment="C1")
    answered_at = models.DateTimeField(null=True, db_comment="C1")
    remark = Sealed(default="", db_comment="C3")  # the person's, whether they agree or not
    ended_on = models.DateField(null=True, db_comment="C1")
    outcome = models.CharField(max_length=11, default="", db_comment="C1")
    reason = Sealed(default="", db_comment="C3")
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    version = models.PositiveIntegerField(default=1, db_comment="C0")

    class Meta:
        """One at a time, and nobody proposes their own."""

        indexes: ClassVar = [models.Index(fields=["manager", "state"], name="improvement_manager")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person"], condition=Q(state__in=("proposed", "running")), name="one_improvement_plan"),
            models.CheckConstraint(condition=~Q(person=F("manager")), name="improvement_of_another"),
        ]


class Milestone(models.Model):
    """Something that a plan wants done by a day."""

    ref = RefField(db_comment="C0")
    plan = models.ForeignKey(ImprovementPlan, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    words = Sealed(db_comment="C3")
    due_on = models.DateField(db_comment="C1")
    done_on = models.DateField(null=True, db_comment="C1")

    class Meta:
        """Read with the plan, in order of days."""

        indexes: ClassVar = [models.Index(fields=["plan", "due_on"], name="milestone_due")]


class WeekCheck(models.Model):
    """How a week of a plan went, by the manager: better, same or harder, and a sentence that both read."""

    plan = models.ForeignKey(ImprovementPlan, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    week = models.PositiveSmallIntegerField(db_comment="C1")
    way = models.CharField(max_length=6, db_comment="C1")  # better | same | harder
    words = Sealed(default="", db_comment="C3")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    at = models.DateTimeField(db_comment="C1")

    class Meta:
        """One for each week."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["plan", "week"], name="week_checked_once")]
