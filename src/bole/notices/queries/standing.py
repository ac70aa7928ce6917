"""Who stands in for whom on a day, for rooms above that work out how an account stands to people."""

from datetime import date

from django.db.models import Exists, F, OuterRef

from bole.notices.models import Delegation


def stands_in(account: OuterRef | F, day: date) -> Exists:
    """Return whether the account stands in for somebody on the day, as a part of a query whose rows name the account."""
    return Exists(Delegation.objects.filter(delegate=account, ended_at=None, first_day__lte=day, last_day__gte=day))


def away_accounts(account_id: int, day: date) -> tuple[int, ...]:
    """Return the accounts for which this one stands in on the day (one query)."""
    found = Delegation.objects.filter(delegate=account_id, ended_at=None, first_day__lte=day, last_day__gte=day)
    return tuple(found.order_by("pk").values_list("account_id", flat=True))
