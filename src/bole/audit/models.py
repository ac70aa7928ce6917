"""The record: a chain of lines; each holds the hash of the one before it."""

from django.db import models


class Entry(models.Model):
    """Who did or saw what, when. Names of fields, never values."""

    seq = models.BigAutoField(primary_key=True, db_comment="C0")
    at = models.DateTimeField(db_comment="C1")
    what = models.CharField(max_length=80, db_comment="C1")
    by = models.CharField(max_length=120, db_comment="C1")
    account_id = models.BigIntegerField(null=True, db_comment="C1")
    address = models.CharField(max_length=45, default="", db_comment="C1")
    request = models.CharField(max_length=16, default="", db_comment="C0")
    subject = models.CharField(max_length=64, default="", db_comment="C1")
    things = models.JSONField(default=list, db_comment="C1")
    fields = models.JSONField(default=list, db_comment="C1")
    reason = models.CharField(max_length=500, default="", db_comment="C1")
    prev = models.CharField(max_length=64, db_comment="C0")
    hash = models.CharField(max_length=64, db_comment="C0")

    class Meta:
        """What concerns one person is found at once."""

        indexes = [models.Index(fields=["subject", "-seq"], name="entry_subject")]
