"""The day on which an absence begins: whoever stands in is told what waits already, once, by one message and a list."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.notices.actions.telling import tell
from bole.notices.kinds import kind_of, kinds_of
from bole.notices.models import Delegation, Notice
from bole.notices.registry import what_waits
from bole.values.viewer import SYSTEM, Viewer

LIST = "/notices/?group=approval"
KIND = "notices.waits_for_you"


def hand_over_what_waits(*, by: Viewer, at: datetime) -> int:
    """Hand over what waits of everybody whose absence has begun, each in a transaction of its own; return how many things."""
    day = local_day(at)
    begun = Delegation.objects.filter(ended_at=None, handed_at=None, first_day__lte=day, last_day__gte=day)
    return sum(hand_over(ref=ref, by=by, at=at) for ref in list(begun.order_by("pk").values_list("ref", flat=True)))


@action("notices.hand_over")
def hand_over(*, ref: str, by: Viewer, at: datetime) -> int:
    """Put what waits for somebody who is away into the list of who stands in, and tell of it once; return how many things.

    What one was told in one's own right stays as it is, and nobody is told of themselves. Done twice it is as done once.
    """
    rows = Delegation.objects.select_for_update(of=("self",)).select_related("account", "delegate")
    found = rows.filter(ref=ref, ended_at=None, handed_at=None).first()
    if found is None:
        return 0
    found.handed_at = at
    found.save(update_fields=["handed_at"])
    on_record(thing=f"delegation {ref}")
    count = _put(found, _waiting(found), at=at) if found.delegate.is_active else 0
    if count:
        params: dict[str, str | int] = {"name": found.account.name, "n": count}
        tell(accounts=[found.delegate_id], kind=KIND, key=ref, params=params, address=LIST, by=SYSTEM, at=at)
    return count


def _waiting(found: Delegation) -> list[Notice]:
    """Return the approvals of who is away that nobody has decided; where no room knows, those that were not read."""
    kinds = [code for code in kinds_of("approval") if kind_of(code).is_handed_on]
    own = Notice.objects.filter(account=found.account_id, stands_for=None, kind__in=kinds).order_by("kind", "told_at", "pk")
    waiting: list[Notice] = []
    for kind, told in groupby(own, key=lambda one: one.kind):
        rows = list(told)
        still = what_waits(kind, [one.key for one in rows])
        waiting += [one for one in rows if (one.read_at is None if still is None else one.key in still)]
    return sorted((one for one in waiting if found.delegate.name not in one.params.values()), key=lambda one: (one.told_at, one.pk))


def _put(found: Delegation, waiting: Sequence[Notice], *, at: datetime) -> int:
    """Put them into the list of who stands in. They go out by no way of their own: one message tells of all."""
    there = {(one.kind, one.key): one for one in Notice.objects.filter(account=found.delegate_id, kind__in={one.kind for one in waiting})}
    made = [
        Notice(
            account_id=found.delegate_id, kind=one.kind, key=one.key, params=one.params, address=one.address, told_at=at, planned_at=at,
            stands_for=found,
        )
        for one in waiting
        if (one.kind, one.key) not in there
    ]  # fmt: skip
    # Told when they stood in before, and still not decided: it is in the list again.
    again = [there[one.kind, one.key] for one in waiting if (one.kind, one.key) in there]
    again = [one for one in again if one.stands_for_id not in {None, found.pk}]
    Notice.objects.bulk_create(made, ignore_conflicts=True)
    Notice.objects.filter(pk__in=[one.pk for one in again]).update(stands_for=found, told_at=at, read_at=None)
    return len(made) + len(again)
