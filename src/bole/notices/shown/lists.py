"""Notices in words, group by group, what is unread first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from bole.kit.ui.controls import Way
from bole.kit.ui.days import day, hour
from bole.notices.kinds import GROUPS, kind_of, said
from bole.notices.queries import NoticeRow, Notices


@dataclass(frozen=True, slots=True)
class ActShown:
    """Something that can be done from the list: its words, where it is sent to, what is asked for first."""

    words: str
    url: str
    asks: str = ""


@dataclass(frozen=True, slots=True)
class NoticeShown:
    """One notice: its sentence, when it came, where it leads, and what can be done at once."""

    ref: str
    words: str
    icon: str
    note: str
    address: str
    is_unread: bool
    acts: tuple[ActShown, ...]
    asking: tuple[ActShown, ...] = ()
    leads: bool = False  # one of the acts leads where the notice leads


@dataclass(frozen=True, slots=True)
class GroupShown:
    """The notices of one group."""

    words: str | Promise
    rows: tuple[NoticeShown, ...]


def groups_shown(rows: Sequence[NoticeRow]) -> list[GroupShown]:
    """Return the notices by group; in each what is unread first, and the latest first among these."""
    shown = []
    for group, words in GROUPS.items():
        mine = sorted((one for one in rows if kind_of(one.kind).group == group), key=lambda one: one.is_read)
        if mine:
            shown.append(GroupShown(words, tuple(notice_shown(one) for one in mine)))
    return shown


def notice_shown(one: NoticeRow) -> NoticeShown:
    """Return one notice in words."""
    kind = kind_of(one.kind)
    told = f"{day(one.told_at)} {hour(one.told_at)}"
    parts = (told, _("for %(name)s") % {"name": one.stands_for} if one.stands_for else "", _("decided meanwhile") if one.is_decided else "")
    does = () if one.is_decided else kind.does
    fitting = [(number, act) for number, act in enumerate(does) if act.fits(one.params)]
    acts = [ActShown(str(act.words), f"/notices/{one.ref}/read/?do={number}", str(act.asks)) for number, act in fitting]
    return NoticeShown(
        ref=one.ref,
        words=said(kind, one.params),
        icon=kind.icon,
        note=" · ".join(part for part in parts if part),
        address=one.address,
        is_unread=not one.is_read,
        acts=tuple(one for one in acts if not one.asks),
        asking=tuple(one for one in acts if one.asks),
        leads=any(not act.is_change and not act.tail for _, act in fitting),
    )


def ways_shown(*, unread: int, is_all: bool, group: str) -> list[Way]:
    """Return the two lists: what is new, and everything."""
    more = f"group={group}" if group else ""
    new, everything = (f"/notices/?{more}" if more else "/notices/"), f"/notices/?all=1{'&' if more else ''}{more}"
    return [Way(_("Unread"), new, not is_all, unread), Way(_("All"), everything, is_all)]


def groups_to_choose(found: Notices, *, group: str, is_all: bool, leads: bool) -> list[Way]:
    """Return the groups, each with how many are unread; alerts are for those who look after people."""
    counts: Mapping[str, int] = found.unread_of_kinds
    start = "/notices/?all=1&" if is_all else "/notices/?"
    ways = [Way(_("Everything"), start.rstrip("&?"), not group)]
    for code, words in GROUPS.items():
        if code == "alert" and not leads:
            continue
        unread = sum(count for kind, count in counts.items() if kind_of(kind).group == code)
        ways.append(Way(str(words), f"{start}group={code}", group == code, unread or None))
    return ways
