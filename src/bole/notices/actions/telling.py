"""Telling people: the one door. What leaves the house is planned from what was told, by the worker."""

from collections.abc import Collection, Mapping
from datetime import datetime

from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.kit.clock import local_day
from bole.notices.events import NoticesChanged
from bole.notices.kinds import is_offered, kind_of
from bole.notices.models import Delegation, Notice
from bole.notices.refusals import UnknownKind
from bole.notices.topics import notices_topic
from bole.values.viewer import Viewer


@action("notices.tell")
def tell(*, accounts: Collection[int], kind: str, key: str, params: Mapping[str, str | int], address: str, by: Viewer, at: datetime) -> int:
    """Tell each account once and return how many were not told before. `key` says what it is about: the same again is nothing new.

    Of an approval, whoever stands in for somebody that day is told too.

    :raises UnknownKind: if no room offers the kind
    """
    if not is_offered(kind):
        raise UnknownKind(kind=kind)
    wanted = sorted(set(accounts))
    told = set(Notice.objects.filter(account__in=wanted, kind=kind, key=key).values_list("account_id", flat=True))
    new = [_notice(account, kind, key, params, address, at) for account in wanted if account not in told]
    if not new:
        return 0
    if kind_of(kind).is_handed_on:
        new += _for_stand_ins({one.account_id for one in new}, set(wanted), kind, key, params, address, at)
    Notice.objects.bulk_create(new, ignore_conflicts=True)  # another process may tell the same at the same moment
    announce(NoticesChanged(count=len(new)), at=at, topics=[notices_topic(one.account_id) for one in new])
    on_record(thing=f"notice_kind {kind}")
    return sum(one.stands_for_id is None for one in new)


def _notice(account: int, kind: str, key: str, params: Mapping[str, str | int], address: str, at: datetime) -> Notice:
    return Notice(account_id=account, kind=kind, key=key, params=dict(params), address=address, told_at=at)


def _for_stand_ins(
    away: set[int], told: set[int], kind: str, key: str, params: Mapping[str, str | int], address: str, at: datetime
) -> list[Notice]:
    """Return what those are told who stand in today; nobody is told of themselves, and nobody twice."""
    day = local_day(at)
    found = Delegation.objects.filter(account__in=away, ended_at=None, first_day__lte=day, last_day__gte=day).select_related("delegate")
    rows: dict[int, Notice] = {}
    for one in found.order_by("pk"):
        is_about_them = one.delegate.name in params.values()
        if one.delegate_id not in told and not is_about_them and one.delegate.is_active:
            row = _notice(one.delegate_id, kind, key, params, address, at)
            row.stands_for = one
            rows.setdefault(one.delegate_id, row)
    return list(rows.values())
