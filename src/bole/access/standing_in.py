"""Who may stand in for whom: whoever holds the same deciding role. Who leads people is the people room's to tell."""

from datetime import date

from django.db.models import Q

from bole.access.models import Grant
from bole.access.rules import DECIDING, OF_HR


def colleagues_of(account_id: int, _day: date) -> list[tuple[int, str]]:
    """Return the accounts that hold a deciding role of this one, an HR partner's for the same unit; for HR, HR admins too (two queries)."""
    living = Grant.objects.filter(ended_at=None, role__in=DECIDING)
    own = list(living.filter(account=account_id).values_list("role", "unit_ref"))
    if not own:
        return []
    same = Q(role="hr_admin") if any(role in OF_HR for role, _ in own) else Q(pk__in=[])
    for role, unit_ref in own:
        same |= Q(role=role, unit_ref=unit_ref)
    found = living.filter(same, account__is_active=True).exclude(account=account_id)
    return sorted(dict(found.values_list("account_id", "account__name")).items(), key=lambda one: one[1])
