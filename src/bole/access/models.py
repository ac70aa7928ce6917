"""Roles that were granted."""

from django.db import models

from bole.accounts.models import Account


class Grant(models.Model):
    """A role of an account, for units where the role has units, from a day to a day."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    role = models.CharField(max_length=20, db_comment="C1")
    unit_ref = models.CharField(max_length=12, default="", db_comment="C1")
    granted_by = models.CharField(max_length=120, db_comment="C1")
    granted_at = models.DateTimeField(db_comment="C1")
    ended_at = models.DateTimeField(null=True, db_comment="C1")

    class Meta:
        """Who has what is read at each request."""

        indexes = [models.Index(fields=["account"], condition=models.Q(ended_at=None), name="grant_living")]
