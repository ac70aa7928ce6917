"""Reads of notices: one's own, and how many are unread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from bole.kit.clock import local_day, now
from bole.notices.kinds import kind_of, kinds_of
from bole.notices.models import Notice
from bole.notices.refusals import NotForYou
from bole.notices.registry import what_waits
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

MOST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRow:
    """A notice as it was kept; `stands_for` is the name of who is away."""

    ref: str
    kind: str
    params: Mapping[str, str | int]
    address: str
    told_at: datetime
    is_read: bool
    is_decided: bool = False  # what it asks for was done meanwhile, as far as its room says so
    stands_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """A page of notices, the latest first, how many are unread in all and of each kind, and where the next page begins."""

    rows: tuple[NoticeRow, ...]
    unread: int
    unread_of_kinds: Mapping[str, int]
    after: str = ""


def notices_for(viewer: Viewer, *, unread_only: bool = False, group: str = "", after: str = "") -> Notices:
    """Return the viewer's own notices (three queries, and one of each kind among them whose room knows what is decided).

    :raises NotFound: for programs, and for a cursor that is not one's own
    """
    if viewer.account_id is None:
        raise NotFound
    own = _own(viewer.account_id)
    rows = own.filter(read_at=None) if unread_only else own
    rows = rows.filter(kind__in=kinds_of(group)) if group else rows
    rows = rows.order_by("-told_at", "-id")
    if after:
        start = own.filter(ref=after).values_list("told_at", "id").first()
        if start is None:
            raise NotFound
        rows = rows.filter(told_at__lte=start[0]).exclude(told_at=start[0], pk__gte=start[1])
    kept = list(rows[: MOST + 1])
    decided = _decided(kept)
    found = [_row(one, decided) for one in kept]
    counted = own.filter(read_at=None).order_by().values_list("kind").annotate(count=Count("pk"))
    unread = dict(counted)
    return Notices(
        rows=tuple(found[:MOST]),
        unread=sum(unread.values()),
        unread_of_kinds=unread,
        after=found[MOST - 1].ref if len(found) > MOST else "",
    )


def notice_for(viewer: Viewer, ref: str) -> NoticeRow:
    """Return one notice of the viewer's own (one query, and one of what its room knows).

    :raises NotForYou: if it was told to somebody else, or is not there
    """
    found = _own(viewer.account_id).filter(ref=ref).first() if viewer.account_id is not None else None
    if found is None:
        raise NotForYou
    return _row(found, _decided([found]))


def unread_of(account_id: int) -> int:
    """Return how many notices of an account are unread (one query)."""
    return Notice.objects.filter(account=account_id, read_at=None).count()


def unread_count(account: OuterRef | F) -> Coalesce:
    """Return the same count as a part of another query, whose rows name the account."""
    unread: QuerySet[Notice] = Notice.objects.filter(account=account, read_at=None)
    counted = unread.order_by().values("account").annotate(count=Count("pk")).values("count")
    return Coalesce(counted, 0)


def _own(account_id: int) -> QuerySet[Notice]:
    """Return what an account was told; of somebody's approvals only while it stands in."""
    day = local_day(now())
    stands_in = Q(stands_for__ended_at=None, stands_for__first_day__lte=day, stands_for__last_day__gte=day)
    rows = Notice.objects.filter(Q(stands_for=None) | stands_in, account=account_id)
    return rows.select_related("stands_for__account")


def _decided(rows: Sequence[Notice]) -> frozenset[int]:
    """Return which of the notices that offer an act ask for what is decided already."""
    by_kind: dict[str, list[Notice]] = {}
    for one in rows:
        if kind_of(one.kind).does:
            by_kind.setdefault(one.kind, []).append(one)
    found: set[int] = set()
    for kind, some in by_kind.items():
        waits = what_waits(kind, {one.key for one in some})
        if waits is not None:
            found |= {one.pk for one in some if one.key not in waits}
    return frozenset(found)


def _row(one: Notice, decided: frozenset[int]) -> NoticeRow:
    return NoticeRow(
        ref=one.ref,
        kind=one.kind,
        params=one.params,
        address=one.address,
        told_at=one.told_at,
        is_read=one.read_at is not None,
        is_decided=one.pk in decided,
        stands_for=one.stands_for.account.name if one.stands_for else "",
    )
