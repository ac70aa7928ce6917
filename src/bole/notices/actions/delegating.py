"""Standing in: who is told of approvals while somebody is away, and decides them in their own name on those days."""

from datetime import date, datetime, timedelta

from django.db.models import Q

from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.notices.actions.telling import tell
from bole.notices.models import Delegation, Notice
from bole.notices.refusals import OverlapsAnother, UnknownStandIn, WrongDays
from bole.notices.registry import colleagues_of
from bole.values.refusal import NotFound
from bole.values.viewer import SYSTEM, Viewer

LONGEST = timedelta(days=92)
PAGE = "/notices/stand-in/"


@action("notices.delegate")
def delegate(*, to: int, first_day: date, last_day: date, by: Viewer, at: datetime) -> Delegation:
    """Let somebody stand in for whoever asks, from a day to a day; both are told.

    :raises NotFound: for programs
    :raises UnknownStandIn: unless that person may decide the same
    :raises WrongDays: if the days are past, the wrong way round or too many
    :raises OverlapsAnother: if somebody stands in on one of the days
    """
    if by.account_id is None:
        raise NotFound
    today = local_day(at)
    if to not in {key for key, _ in colleagues_of(by.account_id, today)}:
        raise UnknownStandIn(where="to")
    if not today <= first_day <= last_day <= first_day + LONGEST:
        raise WrongDays(where="last_day", most=LONGEST.days)
    rows = Delegation.objects.select_for_update(of=("self",)).filter(account=by.account_id, ended_at=None)
    other = rows.filter(first_day__lte=last_day, last_day__gte=first_day).select_related("delegate").first()
    if other is not None:
        raise OverlapsAnother(where="first_day", name=other.delegate.name)
    made = Delegation.objects.create(account_id=by.account_id, delegate_id=to, first_day=first_day, last_day=last_day, made_at=at)
    on_record(thing=f"delegation {made.ref}")
    days = {"from": first_day.isoformat(), "to": last_day.isoformat()}
    _tell_both(made, "", days, at=at)
    return made


def _tell_both(made: Delegation, no_more: str, days: dict[str, str], *, at: datetime) -> None:
    two = ((made.account_id, "notices.stands_in", made.delegate.name), (made.delegate_id, "notices.standing_in", made.account.name))
    for account, kind, name in two:
        params = {"name": name, **days}
        tell(accounts=[account], kind=f"{kind}{no_more}", key=made.ref, params=params, address=PAGE, by=SYSTEM, at=at)


@action("notices.end_delegation")
def end_delegation(*, ref: str, by: Viewer, at: datetime) -> None:
    """End that somebody stands in: either of the two may; both are told.

    :raises NotFound: unless it is theirs and still open
    """
    rows = Delegation.objects.select_for_update(of=("self",)).select_related("account", "delegate")
    found = rows.filter(ref=ref, ended_at=None).first()
    if found is None or by.account_id is None or by.account_id not in {found.account_id, found.delegate_id}:
        raise NotFound
    found.ended_at = at
    found.save(update_fields=["ended_at"])
    Notice.objects.filter(stands_for=found, read_at=None).update(read_at=at)
    on_record(thing=f"delegation {ref}")
    _tell_both(found, "_no_more", {}, at=at)


@action("notices.end_delegations_of")
def end_delegations_of(*, account_id: int, by: Viewer, at: datetime) -> int:
    """End what an account handed over and what it took: it lost a right."""
    keys = list(Delegation.objects.filter(Q(account=account_id) | Q(delegate=account_id), ended_at=None).values_list("pk", flat=True))
    Notice.objects.filter(stands_for__in=keys, read_at=None).update(read_at=at)
    return Delegation.objects.filter(pk__in=keys).update(ended_at=at)


@action("notices.end_past_delegations", is_noted_later=True)  # nobody does it: the last day is over
def end_past_delegations(*, by: Viewer, at: datetime) -> int:
    """Take what was not read out of the lists of those whose last day of standing in is over."""
    over = list(Delegation.objects.filter(ended_at=None, last_day__lt=local_day(at)).values_list("pk", flat=True))
    Notice.objects.filter(stands_for__in=over, read_at=None).update(read_at=at)
    return Delegation.objects.filter(pk__in=over).update(ended_at=at)
