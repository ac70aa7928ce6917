"""The state of a demo: on which day it stands."""

from django.db import models


class DemoState(models.Model):
    """One row, written when the demo company was made. Its presence marks a database that holds invented people only."""

    anchor = models.DateField(db_comment="C0")
    today = models.DateField(db_comment="C0")  # the anchor, until somebody moves the clock
    seed = models.BigIntegerField(db_comment="C0")
    made_at = models.DateTimeField(db_comment="C0")
    items = models.PositiveIntegerField(default=0, db_comment="C0")
    seconds = models.FloatField(default=0, db_comment="C0")
