"""Tables of surveys. Who took part and what was answered lie apart: an answer names no person and carries no time."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from bole.kit.fields import RefField
from bole.people.models import Person
from bole.vault.fields import Sealed


class Round(models.Model):
    """One asking: a kind, about somebody or something, a set of questions, from a day to a day.

    `about` is the name of what is asked about as its kind writes it: of a mentor, the person's ref. `secret` joins an answer to whoever
    gave it as long as the round is open, so that it can be changed; it is destroyed when the round closes.
    """

    ref = RefField(db_comment="C0")
    kind = models.CharField(max_length=20, db_comment="C0")
    about = models.CharField(max_length=60, default="", db_comment="C1")
    questions = models.CharField(max_length=20, db_comment="C0")
    opens_on = models.DateField(db_comment="C0")
    closes_on = models.DateField(db_comment="C0")
    secret = Sealed(default="", db_comment="C4")
    closed_on = models.DateField(null=True, db_comment="C0")

    class Meta:
        """What is opened twice is one round."""

        indexes: ClassVar = [
            models.Index(fields=["kind", "about", "closes_on"], name="survey_about"),
            models.Index(fields=["closes_on"], condition=Q(closed_on=None), name="survey_open"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "about", "opens_on"], name="survey_once"),
            models.CheckConstraint(condition=Q(closes_on__gte=F("opens_on")), name="survey_right_way_round"),
        ]


class Participation(models.Model):
    """Who is asked in a round, and on which day they took part: the day, never the hour."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    answered_on = models.DateField(null=True, db_comment="C1")
    is_noted = models.BooleanField(default=False, db_comment="C0")  # on the record, with the others of its day

    class Meta:
        """Each is asked once a round."""

        indexes: ClassVar = [
            models.Index(fields=["person"], condition=Q(answered_on=None), name="survey_waits_for"),
            models.Index(fields=["answered_on"], condition=Q(is_noted=False) & ~Q(answered_on=None), name="survey_to_note"),
        ]
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "person"], name="survey_asked_once")]


class Answer(models.Model):
    """What somebody answered. Its key is an HMAC with the round's secret while the round is open, and random afterwards.

    Nobody reads it: it is counted when the round is published, and deleted then.
    """

    key = models.CharField(max_length=64, primary_key=True, db_comment="C0")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    values = Sealed(db_comment="C3")


class Publication(models.Model):
    """What is known on a day of all rounds about somebody, frozen: results never move between two publication days.

    `fresh` is what this publication joined, by question; `results` what is shown.
    """

    kind = models.CharField(max_length=20, db_comment="C0")
    about = models.CharField(max_length=60, default="", db_comment="C1")
    day = models.DateField(db_comment="C0")
    fresh = Sealed(default="", db_comment="C3")
    results = Sealed(default="", db_comment="C3")

    class Meta:
        """One a day."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["kind", "about", "day"], name="survey_published_once")]


class Included(models.Model):
    """With which publication a round's answers to a question were joined; never with a second one."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    question = models.CharField(max_length=40, db_comment="C0")
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="+", db_comment="C0")

    class Meta:
        """Once each."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "question"], name="survey_joined_once")]


class Calendar(models.Model):
    """On which days of the year results are published: month and day; the newest row holds."""

    days = models.JSONField(db_comment="C0")
    set_at = models.DateTimeField(db_comment="C0")
    set_by = models.CharField(max_length=120, db_comment="C1")
