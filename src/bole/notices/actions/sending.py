"""Sending what is due: claimed first, then sent, then noted, so that nothing goes out twice, whatever is killed in between.

A row that stays claimed belongs to a worker that is gone. Where the other side drops a second message with the same key it is sent again;
where it does not (mail, DingTalk, robots) it is laid aside as unclear: it may have arrived, and the notice is in the app anyway.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from django.db import transaction
from django.db.models import F, Q

from bole.kit.clock import local_day
from bole.notices.actions.carrying import Carrier, Load
from bole.notices.actions.planning import rows_of
from bole.notices.kinds import kind_of
from bole.notices.models import Device, Sending
from bole.notices.queries.reach import Reach, reach_of
from bole.notices.rules.hours import opening
from bole.notices.rules.planning import WAYS, Way, next_way, open_ways
from bole.notices.rules.trying import LEASE, MOST_TRIES, Outcome, next_try
from bole.values.viewer import Viewer
from bole.values.workdays import is_working_day

AT_ONCE, MOST = 8, 200
SENT_TWICE_IS_ONCE = ("push", "wecom", "feishu")


def send_what_is_due(*, by: Viewer, at: datetime) -> int:
    """Send what is due, a few at a time; return how many messages were taken."""
    _recover(at)
    due = Sending.objects.filter(state="waiting", due_at__lte=at).filter(Q(next_try_at=None) | Q(next_try_at__lte=at))
    keys = list(due.order_by("due_at", "pk").values_list("pk", flat=True)[:MOST])
    sent = 0
    with Carrier(at) as carrier, ThreadPoolExecutor(AT_ONCE) as threads:
        for start in range(0, len(keys), AT_ONCE):
            sent += _send_few(keys[start : start + AT_ONCE], carrier, threads.map, at)
    return sent


def _send_few(keys: Sequence[int], carrier: Carrier, each: Callable[..., object], at: datetime) -> int:
    rows = list(Sending.objects.filter(pk__in=keys).select_related("notice__stands_for").order_by("due_at", "pk"))
    reaches = reach_of({one.account_id for one in rows if one.account_id is not None}, local_day(at))
    taken = [one for one in rows if _is_to_go(one, reaches, at) and _claim(one, at)]
    loads = carrier.loads(taken, reaches)  # all that is read from the database; the threads only carry
    outcomes = list(each(carrier.carry, loads))  # type: ignore[call-overload]  # what `map` returns
    for load, outcome in zip(loads, outcomes, strict=True):
        _note(load, outcome, reaches, at)
    return sum(one.became == "sent" for one in outcomes)


def _is_to_go(row: Sending, reaches: dict[int, Reach], at: datetime) -> bool:
    """Test if the message still goes out now; end it, or let it wait for working hours, if not."""
    if row.account_id is None:
        return True
    reach = reaches[row.account_id]
    why = _why_not(row, reach)
    if why:
        _end(row, "dropped", why, at)
        return False
    local = at.astimezone(reach.zone).replace(tzinfo=None)
    opens = opening(local, reach.wish.hours, is_working_day)
    if opens > local and not row.key.startswith("t:"):
        Sending.objects.filter(pk=row.pk, state="waiting").update(due_at=opens.replace(tzinfo=reach.zone))
        return False
    return True


def _why_not(row: Sending, reach: Reach) -> str:
    notice = row.notice
    if not reach.is_here:
        return "over"
    if notice is None:
        return ""
    if notice.stands_for is not None and notice.stands_for.ended_at is not None:
        return "over"
    if notice.read_at is not None:
        return "read"
    return "" if _way_of(row) in open_ways(reach.wish, kind_of(notice.kind).topic) else "switched_off"


def _claim(row: Sending, at: datetime) -> bool:
    """Take a message in hand, committed before anything is sent; another worker may be faster."""
    claimed = {"state": "sending", "claimed_at": at, "tries": F("tries") + 1}
    if not Sending.objects.filter(pk=row.pk, state="waiting").update(**claimed):
        return False
    row.tries += 1
    return True


def _recover(at: datetime) -> None:
    left = Sending.objects.filter(state="sending", claimed_at__lte=at - LEASE)
    left.filter(tries__gte=MOST_TRIES).update(state="aside", result="cut_short", ended_at=at)
    left.filter(channel__in=SENT_TWICE_IS_ONCE).update(state="waiting", next_try_at=None)
    left.update(state="unclear", result="cut_short", ended_at=at)


def _note(load: Load, outcome: Outcome, reaches: dict[int, Reach], at: datetime) -> None:
    """Keep what became of a try, and try the next way if this one does not take."""
    row = load.row
    with transaction.atomic():
        wait = next_try(row.tries, outcome) if outcome.became == "later" else None
        if wait is not None:
            Sending.objects.filter(pk=row.pk).update(state="waiting", result=outcome.code, next_try_at=at + wait)
            return
        if outcome.became == "sent":
            _end(row, "sent", outcome.code, at)
            Device.objects.filter(ref=row.target, account=row.account_id).update(sent_at=at)
            return
        _end(row, "aside" if outcome.became == "later" else outcome.became, outcome.code, at)
        if outcome.became == "gone" and row.channel == "push":
            Device.objects.filter(ref=row.target, ended_at=None).update(ended_at=at)
        if row.account_id is not None and not row.key.startswith("t:"):
            _go_on(row, reaches[row.account_id], at)


def _go_on(row: Sending, reach: Reach, at: datetime) -> None:
    """Send by the next way, unless another device took it or may yet take it."""
    siblings = Sending.objects.filter(account=row.account_id, key=row.key, channel=row.channel).exclude(pk=row.pk)
    if siblings.filter(state__in=("waiting", "sending", "sent", "unclear")).exists():
        return
    kind = kind_of(row.notice.kind) if row.notice else None
    way = next_way(reach.wish, kind.topic if kind else "company", after=_way_of(row))
    if way is not None:
        made = rows_of(way, reach, notice=row.notice, account=row.account_id, key=row.key, kind=kind, due=at)
        Sending.objects.bulk_create(made, ignore_conflicts=True)


def _way_of(row: Sending) -> Way:
    return next((one for one in WAYS if one == row.channel), "im")


def _end(row: Sending, state: str, result: str, at: datetime) -> None:
    Sending.objects.filter(pk=row.pk).update(state=state, result=result[:40], ended_at=at)
