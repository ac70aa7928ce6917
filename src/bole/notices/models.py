"""The table of notices."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bole.accounts.models import Account
from bole.kit.fields import RefField


class Notice(models.Model):
    """Something that one account was told: a kind that says the sentence, what fills it, and where it leads.

    `params` hold names, days and numbers, never a value of class C2 or higher. `key` says what it is about: told twice, it is one.
    """

    ref = RefField(db_comment="C0")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    kind = models.CharField(max_length=60, db_comment="C0")
    key = models.CharField(max_length=120, db_comment="C0")
    params = models.JSONField(default=dict, db_comment="C1")
    address = models.CharField(max_length=250, db_comment="C1")
    told_at = models.DateTimeField(db_comment="C1")
    read_at = models.DateTimeField(null=True, db_comment="C1")

    class Meta:
        """Each is told once; unread ones are counted on every page."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["account", "kind", "key"], name="notice_once")]
        indexes: ClassVar = [
            models.Index(fields=["account", "-told_at"], name="notice_account"),
            models.Index(fields=["account"], condition=Q(read_at=None), name="notice_unread"),
        ]
