"""Reads of settings: how somebody wants to be told, on which devices, and who stands in."""

from dataclasses import dataclass
from datetime import date, datetime, time

from bole.notices.models import Delegation, Device
from bole.notices.queries.reach import reach_of
from bole.notices.registry import colleagues_of
from bole.notices.rules.planning import Way
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRow:
    """A browser that takes messages, or one whose push service gave it up."""

    ref: str
    name: str
    made_at: datetime
    sent_at: datetime | None
    is_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How somebody wants to be told, and what reaches them."""

    quiet_from: time
    quiet_to: time
    wants_digest: bool
    off: frozenset[str]
    language: str
    ways: tuple[Way, ...]
    application: str
    mail: str
    devices: tuple[DeviceRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationRow:
    """Who stands in for whom, on which days."""

    ref: str
    name: str
    first_day: date
    last_day: date
    is_mine: bool


def wishes_for(viewer: Viewer, *, day: date) -> Wishes:
    """Return how the viewer wants to be told (nine queries at most).

    :raises NotFound: for programs
    """
    if viewer.account_id is None:
        raise NotFound
    reach = reach_of([viewer.account_id], day)[viewer.account_id]
    devices = Device.objects.filter(account=viewer.account_id).order_by("-made_at", "-pk")
    return Wishes(
        quiet_from=reach.wish.hours.start,
        quiet_to=reach.wish.hours.end,
        wants_digest=reach.wish.wants_digest,
        off=reach.wish.off,
        language=reach.language,
        ways=tuple(reach.wish.ways),
        application=reach.application[0],
        mail=reach.mail,
        devices=tuple(
            DeviceRow(ref=one.ref, name=one.name, made_at=one.made_at, sent_at=one.sent_at, is_over=one.ended_at is not None)
            for one in devices
        ),
    )


def stand_ins_for(viewer: Viewer, *, day: date) -> tuple[list[DelegationRow], list[tuple[int, str]]]:
    """Return who stands in for the viewer and for whom the viewer does, and who may be asked.

    :raises NotFound: for programs
    """
    if viewer.account_id is None:
        raise NotFound
    rows = Delegation.objects.filter(ended_at=None, last_day__gte=day).select_related("account", "delegate").order_by("first_day", "pk")
    mine, theirs = rows.filter(account=viewer.account_id), rows.filter(delegate=viewer.account_id)
    found = [_delegation(one, one.delegate.name, is_mine=True) for one in mine]
    found += [_delegation(one, one.account.name, is_mine=False) for one in theirs]
    return found, colleagues_of(viewer.account_id, day)


def _delegation(one: Delegation, name: str, *, is_mine: bool) -> DelegationRow:
    return DelegationRow(ref=one.ref, name=name, first_day=one.first_day, last_day=one.last_day, is_mine=is_mine)
