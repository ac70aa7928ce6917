"""Reads of notices: one's own, and how many are unread."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from bole.notices.models import Notice
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

MOST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRow:
    """A notice as it was kept."""

    ref: str
    kind: str
    params: Mapping[str, str | int]
    address: str
    told_at: datetime
    is_read: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """A page of notices, the latest first, how many are unread, and where the next page begins."""

    rows: tuple[NoticeRow, ...]
    unread: int
    after: str = ""


def notices_for(viewer: Viewer, *, unread_only: bool = False, after: str = "") -> Notices:
    """Return the viewer's own notices (three queries at most).

    :raises NotFound: for programs, and for a cursor that is not one's own
    """
    if viewer.account_id is None:
        raise NotFound
    own = Notice.objects.filter(account=viewer.account_id)
    rows = own.filter(read_at=None) if unread_only else own
    rows = rows.order_by("-told_at", "-id")
    if after:
        start = own.filter(ref=after).values_list("told_at", "id").first()
        if start is None:
            raise NotFound
        rows = rows.filter(told_at__lte=start[0]).exclude(told_at=start[0], pk__gte=start[1])
    found = [_row(one) for one in rows[: MOST + 1]]
    unread = own.filter(read_at=None).count()
    return Notices(rows=tuple(found[:MOST]), unread=unread, after=found[MOST - 1].ref if len(found) > MOST else "")


def unread_of(account_id: int) -> int:
    """Return how many notices of an account are unread (one query)."""
    return Notice.objects.filter(account=account_id, read_at=None).count()


def unread_count(account: OuterRef | F) -> Coalesce:
    """Return the same count as a part of another query, whose rows name the account."""
    unread: QuerySet[Notice] = Notice.objects.filter(account=account, read_at=None)
    counted = unread.order_by().values("account").annotate(count=Count("pk")).values("count")
    return Coalesce(counted, 0)


def _row(one: Notice) -> NoticeRow:
    return NoticeRow(
        ref=one.ref, kind=one.kind, params=one.params, address=one.address, told_at=one.told_at, is_read=one.read_at is not None
    )
