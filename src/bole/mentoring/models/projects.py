"""The table of projects: which one of the mentee a mentor goes along with."""

from django.db import models

from bole.mentoring.models.pairs import Mentorship
from bole.people.models import Person
from bole.vault.fields import Sealed


class Project(models.Model):
    """The project of a pair whose framework is of the form `project`: its name, and an https:// address where it lives."""

    mentorship = models.OneToOneField(Mentorship, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    name = Sealed(db_comment="C3")
    link = Sealed(default="", db_comment="C3")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    changed_at = models.DateTimeField(db_comment="C1")
    version = models.PositiveIntegerField(default=1, db_comment="C0")
