"""Tables of skills: the catalogue, and what shows that somebody has one. A level is never changed: what shows it is added or withdrawn."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bole.kit.fields import RefField
from bole.people.models import Person
from bole.vault.fields import Sealed


class Skill(models.Model):
    """A skill of the catalogue. One that is no longer offered stays with those who have it; `source` says from where it was taken."""

    code = models.CharField(max_length=40, unique=True, db_comment="C0")
    group = models.CharField(max_length=12, db_comment="C0")
    name_zh = models.CharField(max_length=60, db_comment="C0")
    name_en = models.CharField(max_length=60, db_comment="C0")
    words_zh = models.CharField(max_length=200, default="", db_comment="C0")
    words_en = models.CharField(max_length=200, default="", db_comment="C0")
    source = models.CharField(max_length=120, default="", db_comment="C0")
    is_offered = models.BooleanField(default=True, db_comment="C0")
    version = models.PositiveIntegerField(default=1, db_comment="C0")
    changed_at = models.DateTimeField(db_comment="C0")
    changed_by = models.CharField(max_length=120, db_comment="C1")


class SkillEvidence(models.Model):
    """What shows a level from 1 to 5: one's own word, the manager's, an exam, a certificate, a record of work (`about` names it)."""

    ref = RefField(db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    source = models.CharField(max_length=11, db_comment="C1")  # own | manager | exam | certificate | record
    level = models.PositiveSmallIntegerField(db_comment="C1")
    about = models.CharField(max_length=250, default="", db_comment="C1")
    words = Sealed(default="", db_comment="C2")
    by = models.CharField(max_length=120, db_comment="C1")
    at = models.DateTimeField(db_comment="C1")
    withdrawn_at = models.DateTimeField(null=True, db_comment="C1")

    class Meta:
        """Read by person; what one thing shows is kept once."""

        indexes: ClassVar = [models.Index(fields=["person", "skill", "at"], name="skill_evidence_person")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(level__gte=1) & Q(level__lte=5), name="skill_level_1_to_5"),
            models.UniqueConstraint(fields=["person", "skill", "about"], condition=~Q(about=""), name="skill_shown_once"),
        ]
