"""Tables of matching: who waits for a mentor, what people prefer, and rounds of proposed pairs."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from bole.accounts.models import Account
from bole.kit.fields import RefField
from bole.mentoring.models.frameworks import Framework
from bole.mentoring.models.pairs import Mentorship
from bole.people.models import Person
from bole.vault.fields import Sealed


class Wish(models.Model):
    """Somebody waits for a mentor: for which framework, to learn which skills (codes of growth), in one sentence of their own.

    `style` is how they would like to work, `{"length": "short"}`, if they said so; it decides between equals only.
    """

    ref = RefField(db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    framework = models.ForeignKey(Framework, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    skills = models.JSONField(default=list, db_comment="C1")
    hours = models.JSONField(default=list, db_comment="C1")
    style = models.JSONField(default=dict, db_comment="C1")
    words = Sealed(default="", db_comment="C3")
    made_at = models.DateTimeField(db_comment="C1")
    made_by = models.CharField(max_length=120, db_comment="C1")
    state = models.CharField(max_length=9, default="waiting", db_comment="C1")  # waiting | asked | matched | withdrawn
    asked = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")  # the mentor who was asked
    suggested_at = models.DateTimeField(null=True, db_comment="C0")  # by the system, for a seat that was free; None: asked by the person
    mentorship = models.ForeignKey(Mentorship, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    closed_at = models.DateTimeField(null=True, db_comment="C0")
    version = models.PositiveIntegerField(default=1, db_comment="C0")

    class Meta:
        """One is open at a time; the list is in order of asking."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person"], condition=Q(state__in=("waiting", "asked")), name="one_open_wish"),
        ]
        indexes: ClassVar = [models.Index(fields=["made_at"], condition=Q(state__in=("waiting", "asked")), name="wish_waits")]


class Preference(models.Model):
    """Somebody would like, or would rather not, be paired with somebody; read by nobody else, used in matching."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    likes = models.BooleanField(db_comment="C1")  # False: rather not
    at = models.DateTimeField(db_comment="C0")

    class Meta:
        """One about each."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "other"], name="preference_once"),
            models.CheckConstraint(condition=~Q(person=F("other")), name="preference_of_another"),
        ]


class MatchRound(models.Model):
    """The whole pool matched at once: a draft that HR adjusts by hand and publishes."""

    ref = RefField(db_comment="C0")
    state = models.CharField(max_length=9, default="draft", db_comment="C0")  # draft | published | dropped
    settings = models.JSONField(default=dict, db_comment="C0")  # weights, floor, capacities that were changed for a trial
    objective = models.IntegerField(default=0, db_comment="C1")
    greedy = models.IntegerField(default=0, db_comment="C1")  # what first come, first served would have reached
    made_at = models.DateTimeField(db_comment="C0")
    made_by = models.CharField(max_length=120, db_comment="C1")
    published_at = models.DateTimeField(null=True, db_comment="C0")
    version = models.PositiveIntegerField(default=1, db_comment="C0")

    class Meta:
        """One draft at a time."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["state"], condition=Q(state="draft"), name="one_match_draft")]


class Proposal(models.Model):
    """What a round says for one wish: a mentor with reasons, or nobody and why."""

    ref = RefField(db_comment="C0")
    round = models.ForeignKey(MatchRound, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    wish = models.ForeignKey(Wish, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    mentor = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    value = models.IntegerField(default=0, db_comment="C1")
    reasons = models.JSONField(default=list, db_comment="C1")  # [{"code", "numbers"}], the strongest first; of nobody: why
    is_by_hand = models.BooleanField(default=False, db_comment="C1")
    refused = models.JSONField(null=True, db_comment="C1")  # {"code", "facts"}: why the pair did not begin when the round was published

    class Meta:
        """One for each wish."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "wish"], name="proposal_once")]


class MatchRun(models.Model):
    """A pool that the worker matches, or a draft that it publishes: what HR asked for, how far it is, and what came of it.

    A try says what another capacity would change in a draft: it keeps nothing but that (`came`). `version` 0: a new draft, else `round` as
    HR saw it. `hand` is the worker that has it, last heard of at `seen_at`: one that died is
    followed by another. A matching begins anew then, as nothing of it is kept before its end; publishing goes on with what is left.
    """

    ref = RefField(db_comment="C0")
    work = models.CharField(max_length=7, default="match", db_comment="C0")  # match | publish | try
    is_open = models.BooleanField(default=True, db_comment="C0")
    state = models.CharField(max_length=7, default="waiting", db_comment="C0")  # waiting | running | done | failed | off
    why = models.CharField(max_length=20, default="", db_comment="C0")  # code of what it failed of
    round = models.ForeignKey(MatchRound, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    version = models.PositiveIntegerField(default=0, db_comment="C0")
    settings = models.JSONField(default=dict, db_comment="C0")
    wish = models.ForeignKey(Wish, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C0")  # whom the change is about
    stage = models.CharField(max_length=7, default="read", db_comment="C0")
    done = models.PositiveIntegerField(default=0, db_comment="C0")
    whole = models.PositiveIntegerField(default=0, db_comment="C0")
    asked_at = models.DateTimeField(db_comment="C0")
    asked_by = models.CharField(max_length=120, db_comment="C1")
    account = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    hand = models.CharField(max_length=16, default="", db_comment="C0")
    seen_at = models.DateTimeField(null=True, db_comment="C0")
    tries = models.PositiveSmallIntegerField(default=0, db_comment="C0")
    ended_at = models.DateTimeField(null=True, db_comment="C0")
    came = models.JSONField(null=True, db_comment="C1")  # of a try: what would change

    class Meta:
        """One at a time."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["is_open"], condition=Q(is_open=True), name="one_match_run")]
