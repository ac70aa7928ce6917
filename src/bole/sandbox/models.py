"""The state of a demo: on which day it stands, and what the desk asked of the pulse."""

from django.db import models


class DemoState(models.Model):
    """One row, written when the demo company is made. Its presence marks a database that holds invented people only."""

    anchor = models.DateField(db_comment="C0")
    today = models.DateField(db_comment="C0")  # the anchor, until somebody moves the clock
    seed = models.BigIntegerField(db_comment="C0")
    made_at = models.DateTimeField(db_comment="C0")
    items = models.PositiveIntegerField(default=0, db_comment="C0")
    seconds = models.FloatField(default=0, db_comment="C0")
    is_ready = models.BooleanField(default=False, db_comment="C0")
    pulse_at = models.DateTimeField(null=True, db_comment="C0")


class Wish(models.Model):
    """Something that the pulse is asked to send for somebody: a task done, a merged change, a customer's ten."""

    what = models.CharField(max_length=12, db_comment="C0")
    number = models.CharField(max_length=40, db_comment="C1")
    made_at = models.DateTimeField(db_comment="C0")
    taken_at = models.DateTimeField(null=True, db_comment="C0")
