"""What works, in words: with the number of pairs, the range, and that it is a correlation."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bole.kit.ui.days import brief_day
from bole.mentoring.queries.effect_methods import AfterUse, MethodRow
from bole.mentoring.shown.effect_range import signed
from bole.mentoring.shown.naming import either, name_of
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodShown:
    """A card."""

    ref: str
    title: str
    caveat: str
    numbers: str
    after: str
    users: str
    since: str
    can_adopt: bool
    is_shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodsShown:
    """The page."""

    cards: tuple[MethodShown, ...]
    is_hr: bool


def methods_shown(found: Sequence[MethodRow], viewer: Viewer) -> MethodsShown:
    """Return the cards in words."""
    is_hr = viewer.has_role("hr", "hr_partner", "hr_admin")
    return MethodsShown(cards=tuple(_card(one, viewer) for one in found), is_hr=is_hr)


def _card(one: MethodRow, viewer: Viewer) -> MethodShown:
    way = either(one.zh, one.en)
    title = _("{name}'s way: {method}").format(name=name_of(one.whose), method=way) if one.whose else way
    numbers = _("Mentees gained {x} points more than with pairs without it (likely {lo} to {hi})").format(
        x=signed(one.difference), lo=signed(one.low), hi=signed(one.high)
    )
    return MethodShown(
        ref=one.ref,
        title=title,
        caveat=_("From {n} pairs; a correlation, no promise.").format(n=one.pairs),
        numbers=numbers,
        after=_after(one.after),
        users=_("%(n)s mentors try it") % {"n": one.users} if one.users else "",
        since=_("You use it since %(day)s") % {"day": brief_day(one.since)} if one.since else "",
        can_adopt=one.is_shown and one.since is None and viewer.has_role("mentor"),
        is_shown=one.is_shown,
    )


def _after(one: AfterUse | None) -> str:
    if one is None:
        return ""
    return _(
        "Three months on, the mentees of the {n} who adopted it gained {x} points more than the others' (likely {lo} to {hi}, {m} mentees)"
    ).format(n=one.mentors, x=signed(one.difference), lo=signed(one.low), hi=signed(one.high), m=one.mentees)
