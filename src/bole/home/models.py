"""Tables of the room: how somebody wants their home."""

from django.db import models

from bole.accounts.models import Account


class HomeLayout(models.Model):
    """The order that an account gave to its cards, which of them stand first and which are put away (codes); none: the order of the day."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    order = models.JSONField(default=list, db_comment="C1")
    pinned = models.JSONField(default=list, db_comment="C1")
    hidden = models.JSONField(default=list, db_comment="C1")
    changed_at = models.DateTimeField(db_comment="C0")
