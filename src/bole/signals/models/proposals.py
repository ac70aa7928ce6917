"""Another target that somebody proposed from an alert, and what the second person said."""

from django.db import models

from bole.kit.fields import RefField
from bole.signals.models.alerts import Alert
from bole.vault.fields import Sealed


class TargetProposal(models.Model):
    """Another target of the indicator for the person whom an alert is about. Values in thousandths of the indicator's unit.

    It holds from the next period on once a second person approved it; the person reads it then, with the reason.
    """

    ref = RefField(db_comment="C0")
    alert = models.ForeignKey(Alert, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    before = models.BigIntegerField(db_comment="C1")
    after = models.BigIntegerField(db_comment="C1")
    reason = Sealed(db_comment="C3")
    by = models.CharField(max_length=120, db_comment="C1")
    by_account = models.BigIntegerField(db_comment="C1")
    by_person = models.BigIntegerField(null=True, db_comment="C1")
    at = models.DateTimeField(db_comment="C0")
    state = models.CharField(max_length=10, default="waiting", db_comment="C1")  # waiting | approved | declined
    second_by = models.CharField(max_length=120, default="", db_comment="C1")
    second_account = models.BigIntegerField(null=True, db_comment="C1")
    second_words = Sealed(default="", db_comment="C3")
    second_at = models.DateTimeField(null=True, db_comment="C0")
    first_day = models.DateField(null=True, db_comment="C0")  # from when on the new target holds
    target_ref = models.CharField(max_length=12, default="", db_comment="C0")

    class Meta:
        """One that waits for each alert; those that wait are found at once."""

        constraints = [models.UniqueConstraint(fields=["alert"], condition=models.Q(state="waiting"), name="one_waiting_proposal")]
