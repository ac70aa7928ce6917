"""Files that were looked at, and what became of them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bole.kit.fields import RefField
from bole.vault.fields import Sealed

STATES = ("looked", "taken", "dropped")


class PeopleImport(models.Model):
    """A people file on its way: looked at, then taken or dropped. Once it is either, the file itself is no longer kept."""

    ref = RefField(db_comment="C0")
    name = models.CharField(max_length=200, db_comment="C1")
    hash = models.CharField(max_length=64, db_comment="C0")
    size = models.PositiveIntegerField(db_comment="C0")
    rows = models.PositiveIntegerField(db_comment="C0")
    day = models.DateField(db_comment="C1")
    creates = models.BooleanField(default=False, db_comment="C0")
    mapping = models.JSONField(default=dict, db_comment="C1")
    body = Sealed(default="", db_comment="C2")
    found = Sealed(default="", db_comment="C2")
    digest = models.CharField(max_length=64, db_comment="C0")
    state = models.CharField(max_length=8, default="looked", db_comment="C0")
    proof = models.JSONField(default=dict, db_comment="C1")
    made_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    made_by_name = models.CharField(max_length=120, db_comment="C1")
    made_at = models.DateTimeField(db_comment="C1")
    ended_by_name = models.CharField(max_length=120, default="", db_comment="C1")
    ended_at = models.DateTimeField(null=True, db_comment="C1")

    class Meta:
        """The latest are read first."""

        indexes: ClassVar = [models.Index(fields=["-made_at"], name="people_import_latest")]
        constraints: ClassVar = [models.CheckConstraint(condition=Q(state__in=STATES), name="people_import_state")]
