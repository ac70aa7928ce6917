"""The table of kept files."""

from typing import ClassVar

from django.db import models

from bole.kit.fields import RefField
from bole.vault.fields import Sealed


class KeptFile(models.Model):
    """A file that somebody handed in. Its bytes lie sealed in the data folder; this row says what they are and whose.

    `parent` names the thing that it belongs to (`mentorship 2fbcqrjpf4p6`): whoever may see that may read the file, and it goes with it.
    """

    ref = RefField(db_comment="C0")
    parent = models.CharField(max_length=60, db_comment="C0")
    name = Sealed(db_comment="C3")
    kind = models.CharField(max_length=4, db_comment="C1")
    size = models.PositiveIntegerField(db_comment="C1")
    digest = models.CharField(max_length=64, db_comment="C1")  # SHA-256 of the bytes
    kept_at = models.DateTimeField(db_comment="C1")
    kept_by = models.CharField(max_length=120, db_comment="C1")

    class Meta:
        """Read by what they belong to."""

        indexes: ClassVar = [models.Index(fields=["parent"], name="kept_file_parent")]
