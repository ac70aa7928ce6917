"""Tables of the kit: announcements and their marks, heartbeats, kept answers of repeated requests, entries of phones."""

from django.db import models


class Announcement(models.Model):
    """Something that happened, written in the transaction of the action that did it."""

    kind = models.CharField(max_length=80, db_comment="C0")
    body = models.JSONField(default=dict, db_comment="C1")
    topics = models.JSONField(default=list, db_comment="C1")
    at = models.DateTimeField(db_comment="C0")
    is_open = models.BooleanField(default=True, db_comment="C0")
    tries = models.PositiveSmallIntegerField(default=0, db_comment="C0")
    next_try_at = models.DateTimeField(null=True, db_comment="C0")

    class Meta:
        """Open ones are found without reading the rest."""

        indexes = [models.Index(fields=["id"], condition=models.Q(is_open=True), name="announcement_open")]


class ReactionMark(models.Model):
    """Proof that a reaction to an announcement had its one effect."""

    announcement = models.ForeignKey(Announcement, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    reaction = models.CharField(max_length=120, db_comment="C0")
    at = models.DateTimeField(db_comment="C0")

    class Meta:
        """One mark for each pair."""

        constraints = [models.UniqueConstraint(fields=["announcement", "reaction"], name="one_effect")]


class Heartbeat(models.Model):
    """When a worker last showed that it lives, and when each job of the timetable last ran."""

    name = models.CharField(max_length=120, unique=True, db_comment="C0")
    at = models.DateTimeField(db_comment="C0")
    note = models.CharField(max_length=200, default="", db_comment="C0")


class KeptAnswer(models.Model):
    """The answer to a request with an Idempotency-Key, kept for a day."""

    who = models.CharField(max_length=80, db_comment="C0")
    route = models.CharField(max_length=120, db_comment="C0")
    key = models.CharField(max_length=200, db_comment="C0")
    body_hash = models.CharField(max_length=64, db_comment="C0")
    status = models.PositiveSmallIntegerField(db_comment="C0")
    answer = models.JSONField(db_comment="C1")
    at = models.DateTimeField(db_comment="C0")

    class Meta:
        """A key is used once a route."""

        constraints = [models.UniqueConstraint(fields=["who", "route", "key"], name="one_answer_a_key")]


class KeptEntry(models.Model):
    """That an entry of a phone was taken, and where it led. Of what was written nothing is kept here, of when the day alone."""

    who = models.CharField(max_length=40, db_comment="C1")
    key = models.CharField(max_length=40, db_comment="C0")
    address = models.CharField(max_length=400, db_comment="C1")
    on = models.DateField(db_comment="C1")

    class Meta:
        """A key is used once by an account."""

        constraints = [models.UniqueConstraint(fields=["who", "key"], name="one_entry_a_key")]
