"""Who may stand in for whom: whoever decides the same by a right of their own. Standing in grants nothing."""

from datetime import date

from django.db.models import Q

from bole.access.models import Grant

DECIDING = ("hr", "hr_partner", "hr_admin")


def colleagues_of(account_id: int, _day: date) -> list[tuple[int, str]]:
    """Return the accounts that hold a role of this one (an HR partner's for the same unit), or HR admin's (two queries)."""
    living = Grant.objects.filter(ended_at=None, role__in=DECIDING)
    own = list(living.filter(account=account_id).values_list("role", "unit_ref"))
    if not own:
        return []
    same = Q(role="hr_admin")
    for role, unit_ref in own:
        same |= Q(role=role, unit_ref=unit_ref)
    found = living.filter(same, account__is_active=True).exclude(account=account_id)
    return sorted(dict(found.values_list("account_id", "account__name")).items(), key=lambda one: one[1])
