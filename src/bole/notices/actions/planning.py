"""Deciding, for each notice once, by which way it goes out and when; the rule decides, this keeps what it decided."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime

from django.db.models import Count

from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.notices.kinds import Kind, kind_of
from bole.notices.models import Notice, Sending
from bole.notices.queries.reach import Reach, reach_of
from bole.notices.rules.planning import Plan, Told, Way, plan
from bole.values.viewer import Viewer
from bole.values.workdays import is_working_day

BATCH = 500


def plan_what_was_told(*, by: Viewer, at: datetime) -> int:
    """Plan everything that was told and is not planned, a batch in each transaction; return how many notices."""
    count = 0
    while found := plan_batch(by=by, at=at):
        count += found
    return count


@action("notices.plan", is_noted_later=True)  # the log of messages is the record of what went out; a line a batch would say nothing
def plan_batch(*, by: Viewer, at: datetime) -> int:
    """Plan a batch; return how many notices."""
    rows = list(Notice.objects.select_for_update(skip_locked=True, of=("self",)).filter(planned_at=None).order_by("id")[:BATCH])
    if not rows:
        return 0
    reaches = reach_of({one.account_id for one in rows}, local_day(at))
    sent = _sent_on({one.account_id for one in rows}, local_day(at))
    made: list[Sending] = []
    for one in rows:
        made += _sendings(one, reaches[one.account_id], sent[one.account_id], at=at)
    Sending.objects.bulk_create(made, ignore_conflicts=True, batch_size=BATCH)
    Notice.objects.filter(pk__in=[one.pk for one in rows]).update(planned_at=at)
    on_record(thing=f"notices {len(rows)}")
    return len(rows)


def _sendings(one: Notice, reach: Reach, sent: dict[date, int], *, at: datetime) -> list[Sending]:
    kind = kind_of(one.kind)
    told = Told(local=_local(one.told_at, reach), topic=kind.topic, is_duty=kind.is_duty)
    made = plan(told, reach.wish, now=_local(at, reach), sent_on=sent, is_working_day=is_working_day)
    if made.why == "old" or not reach.is_here:
        return []
    if made.way is None or made.due is None:
        return [_kept(one, kind, made, reach, at)]
    due = made.due.replace(tzinfo=reach.zone)
    if made.why == "digest":
        return rows_of(made.way, reach, notice=None, account=one.account_id, key=f"d:{made.due.date()}", kind=None, due=due)
    if not kind.is_duty:
        sent[made.due.date()] += 1
    return rows_of(made.way, reach, notice=one, account=one.account_id, key=f"n:{one.ref}", kind=kind, due=due)


def rows_of(
    way: Way, reach: Reach, *, notice: Notice | None, account: int | None, key: str, kind: Kind | None, due: datetime
) -> list[Sending]:
    """Return the messages of one way: one to each device, or one."""
    targets: Sequence[str] = reach.devices if way == "push" else ("",)
    channel = reach.application[0] if way == "im" else way
    is_duty = kind.is_duty if kind else False
    day = due.astimezone(reach.zone).date()
    return [
        Sending(account_id=account, notice=notice, key=key, channel=channel, target=target, is_duty=is_duty, day=day, due_at=due)
        for target in targets
    ]


def _kept(one: Notice, kind: Kind, made: Plan, reach: Reach, at: datetime) -> Sending:
    """Return the line that says why a notice stays in the app."""
    return Sending(
        account_id=one.account_id,
        notice=one,
        key=f"n:{one.ref}",
        channel="app",
        is_duty=kind.is_duty,
        day=_local(at, reach).date(),
        due_at=at,
        state="kept",
        result=made.why,
        ended_at=at,
    )


def _sent_on(accounts: Collection[int], day: date) -> dict[int, defaultdict[date, int]]:
    """Count, by account and day, the notices beyond duties that went out or will; one to two devices is one."""
    found: dict[int, defaultdict[date, int]] = {key: defaultdict(int) for key in accounts}
    rows = Sending.objects.filter(account__in=accounts, is_duty=False, day__gte=day, notice__isnull=False).exclude(
        state__in=("kept", "dropped")
    )
    for account, when, count in rows.order_by().values_list("account_id", "day").annotate(count=Count("notice", distinct=True)):
        found[account][when] = count
    return found


def _local(moment: datetime, reach: Reach) -> datetime:
    return moment.astimezone(reach.zone).replace(tzinfo=None)
