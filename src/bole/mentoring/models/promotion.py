"""Tables of promotion: a post to be filled, the colleagues who review, the candidates, and what each reviewer chose."""

from typing import ClassVar

from django.db import models

from bole.kit.fields import RefField
from bole.people.models import Person, Unit
from bole.vault.fields import Sealed


class PromotionPanel(models.Model):
    """A post that somebody of the house is to take over: reviewed by a panel, decided by its majority, never by a figure.

    A panel that ended without a decision says why: called_off (by HR, with its `reason`) | all_withdrew.
    """

    ref = RefField(db_comment="C0")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    post = models.CharField(max_length=60, db_comment="C1")
    begins_on = models.DateField(db_comment="C1")
    opened_at = models.DateTimeField(db_comment="C0")
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    decided_at = models.DateTimeField(null=True, db_comment="C1")
    ended_at = models.DateTimeField(null=True, db_comment="C1")
    ended_as = models.CharField(max_length=12, default="", db_comment="C1")
    reason = Sealed(default="", db_comment="C3")


class PanelMember(models.Model):
    """Somebody who reviews."""

    panel = models.ForeignKey(PromotionPanel, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")

    class Meta:
        """Once a panel."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["panel", "person"], name="panel_member_once")]


class Candidate(models.Model):
    """Somebody who is reviewed. `state` is waiting | chosen | not_chosen | withdrew | called_off; `words` are those of who withdrew."""

    panel = models.ForeignKey(PromotionPanel, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    state = models.CharField(max_length=10, default="waiting", db_comment="C1")
    words = Sealed(default="", db_comment="C3")

    class Meta:
        """Once a panel."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["panel", "person"], name="candidate_once")]


class PanelVoice(models.Model):
    """What a member chose and why: a candidate, or nobody of them. It may be changed until the panel has decided."""

    panel = models.ForeignKey(PromotionPanel, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    member = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    chosen = models.ForeignKey(Candidate, null=True, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    words = Sealed(db_comment="C3")
    at = models.DateTimeField(db_comment="C1")

    class Meta:
        """One a member."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["panel", "member"], name="panel_voice_once")]
