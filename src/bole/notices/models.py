"""Tables of notices: what was told, how each person wants to be told, by which ways, and what became of each message."""

from datetime import time
from typing import ClassVar

from django.db import models
from django.db.models import Q

from bole.accounts.models import Account
from bole.kit.fields import RefField
from bole.vault.fields import Sealed


class Notice(models.Model):
    """Something that one account was told: a kind that says the sentence, what fills it, and where it leads.

    `params` hold names, days and numbers, never a value of class C2 or higher. `key` says what it is about: told twice, it is one.
    `stands_for` is who is away and whose approval this is; `planned_at` is when it was decided by which ways it goes out.
    """

    ref = RefField(db_comment="C0")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    kind = models.CharField(max_length=60, db_comment="C0")
    key = models.CharField(max_length=140, db_comment="C0")
    params = models.JSONField(default=dict, db_comment="C1")
    address = models.CharField(max_length=250, db_comment="C1")
    told_at = models.DateTimeField(db_comment="C1")
    read_at = models.DateTimeField(null=True, db_comment="C1")
    planned_at = models.DateTimeField(null=True, db_comment="C0")
    stands_for = models.ForeignKey("notices.Delegation", null=True, on_delete=models.CASCADE, related_name="+", db_comment="C1")

    class Meta:
        """Each is told once; unread ones are counted on every page; the worker asks for what is not planned."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["account", "kind", "key"], name="notice_once")]
        indexes: ClassVar = [
            models.Index(fields=["account", "-told_at"], name="notice_account"),
            models.Index(fields=["account"], condition=Q(read_at=None), name="notice_unread"),
            models.Index(fields=["id"], condition=Q(planned_at=None), name="notice_unplanned"),
        ]


class Preference(models.Model):
    """How one account wants to be told. `off` names what was switched off: `growth:mail`. `digest` is empty until somebody chose."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    quiet_from = models.TimeField(default=time(20, 0), db_comment="C1")
    quiet_to = models.TimeField(default=time(8, 30), db_comment="C1")
    digest = models.CharField(max_length=3, default="", db_comment="C1")
    off = models.JSONField(default=list, db_comment="C1")
    language = models.CharField(max_length=10, default="", db_comment="C1")


class Device(models.Model):
    """A browser that takes messages for one account. Its address and keys are sealed; one whose push service gave it up has an end."""

    ref = RefField(db_comment="C0")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    name = models.CharField(max_length=60, db_comment="C1")
    endpoint = Sealed(db_comment="C4")
    endpoint_index = models.CharField(max_length=32, unique=True, db_comment="C4")
    p256dh = Sealed(db_comment="C4")
    auth = Sealed(db_comment="C4")
    session_mark = models.CharField(max_length=32, default="", db_comment="C4")
    made_at = models.DateTimeField(db_comment="C1")
    sent_at = models.DateTimeField(null=True, db_comment="C1")
    ended_at = models.DateTimeField(null=True, db_comment="C1")

    class Meta:
        """Asked for by account."""

        indexes: ClassVar = [models.Index(fields=["account"], name="device_account")]


class Delegation(models.Model):
    """Who stands in for whom, from a day to a day: told what waits, and free to decide it in their own name (`access.rules`)."""

    ref = RefField(db_comment="C0")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    delegate = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    first_day = models.DateField(db_comment="C1")
    last_day = models.DateField(db_comment="C1")
    made_at = models.DateTimeField(db_comment="C1")
    handed_at = models.DateTimeField(null=True, db_comment="C1")  # when what waited already was handed over
    ended_at = models.DateTimeField(null=True, db_comment="C1")

    class Meta:
        """The right way round, and never oneself."""

        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(last_day__gte=models.F("first_day")), name="delegation_right_way_round"),
            models.CheckConstraint(condition=~Q(account=models.F("delegate")), name="delegation_never_oneself"),
        ]
        indexes: ClassVar = [models.Index(fields=["account"], condition=Q(ended_at=None), name="delegation_open")]


class Channel(models.Model):
    """A way out of the house that the operator set up: an application of WeCom, DingTalk or Feishu, mail, Web Push, a group's robot.

    `settings` is JSON: addresses and secrets, written and never shown again.
    """

    ref = RefField(db_comment="C0")
    code = models.CharField(max_length=20, db_comment="C0")
    name = models.CharField(max_length=60, default="", db_comment="C1")
    settings = Sealed(db_comment="C4")
    is_on = models.BooleanField(default=True, db_comment="C0")
    changed_at = models.DateTimeField(db_comment="C0")
    changed_by = models.CharField(max_length=120, db_comment="C1")

    class Meta:
        """One of each, but as many robots as there are groups."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["code", "name"], name="channel_once")]


class Sending(models.Model):
    """One message by one way: what it is about, when it is due, what became of it; never what it said.

    `key` is what it carries (`n:` and a notice, `d:` and the day of a digest, `t:` a test, `g:` news for a group), `target` the device or
    the robot. A row is there once, so that nothing is sent twice.
    """

    ref = RefField(db_comment="C0")
    account = models.ForeignKey(Account, null=True, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    notice = models.ForeignKey(Notice, null=True, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    key = models.CharField(max_length=160, db_comment="C0")
    channel = models.CharField(max_length=12, db_comment="C0")
    target = models.CharField(max_length=12, default="", db_comment="C0")
    is_duty = models.BooleanField(default=False, db_comment="C0")
    day = models.DateField(db_comment="C1")
    due_at = models.DateTimeField(db_comment="C1")
    state = models.CharField(max_length=10, default="waiting", db_comment="C0")
    result = models.CharField(max_length=40, default="", db_comment="C0")
    tries = models.PositiveSmallIntegerField(default=0, db_comment="C0")
    next_try_at = models.DateTimeField(null=True, db_comment="C0")
    claimed_at = models.DateTimeField(null=True, db_comment="C0")
    ended_at = models.DateTimeField(null=True, db_comment="C1")

    class Meta:
        """Each message goes each way once; the worker asks for what waits, the person and the operator for what was."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["account", "key", "channel", "target"], name="sending_once"),
            models.UniqueConstraint(fields=["key", "channel", "target"], condition=Q(account=None), name="sending_to_groups_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["due_at"], condition=Q(state__in=("waiting", "sending")), name="sending_open"),
            models.Index(fields=["account", "day"], name="sending_day"),
            models.Index(fields=["notice"], name="sending_notice"),
        ]
