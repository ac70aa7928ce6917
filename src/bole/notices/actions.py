"""Telling people, and reading what one was told."""

from collections.abc import Collection, Mapping
from datetime import datetime

from bole.kit.action import action, on_record
from bole.notices.kinds import is_offered
from bole.notices.models import Notice
from bole.notices.refusals import UnknownKind
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@action("notices.tell")
def tell(*, accounts: Collection[int], kind: str, key: str, params: Mapping[str, str | int], address: str, by: Viewer, at: datetime) -> int:
    """Tell each account once and return how many were not told before. `key` says what it is about: the same again is nothing new.

    :raises UnknownKind: if no room offers the kind
    """
    if not is_offered(kind):
        raise UnknownKind(kind=kind)
    wanted = sorted(set(accounts))
    told = set(Notice.objects.filter(account__in=wanted, kind=kind, key=key).values_list("account_id", flat=True))
    new = [
        Notice(account_id=account, kind=kind, key=key, params=dict(params), address=address, told_at=at)
        for account in wanted
        if account not in told
    ]
    if new:
        Notice.objects.bulk_create(new, ignore_conflicts=True)  # another process may tell the same at the same moment
        on_record(thing=f"notice_kind {kind}")
    return len(new)


@action("notices.mark_read")
def mark_read(*, ref: str, by: Viewer, at: datetime) -> Notice:
    """Note that one's notice was read.

    :raises NotFound: unless it was told to this account
    """
    found = Notice.objects.filter(ref=ref, account=by.account_id).first() if by.account_id is not None else None
    if found is None:
        raise NotFound
    if found.read_at is None:
        found.read_at = at
        found.save(update_fields=["read_at"])
    return found


@action("notices.mark_all_read")
def mark_all_read(*, by: Viewer, at: datetime) -> int:
    """Note that all one's notices were read; return how many were not."""
    if by.account_id is None:
        return 0
    return Notice.objects.filter(account=by.account_id, read_at=None).update(read_at=at)
