"""What works, in words: with the number of pairs, the range, and that it is a correlation."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bole.kit.ui.days import brief_day
from bole.kit.ui.languages import sentences
from bole.kit.ui.words import shown
from bole.mentoring.queries.effect_adoption import Adopter, Solved
from bole.mentoring.queries.effect_methods import AfterUse, MethodRow
from bole.mentoring.rules.adoption import LEAST_MENTORS
from bole.mentoring.rules.growth_figures import whole_percent
from bole.mentoring.shown.effect_range import signed
from bole.mentoring.shown.naming import either, name_of
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class SolvedShown:
    """How often problems were solved before and after: words, the caveat, and whom it rests on (name, note, difference, address)."""

    words: str
    caveat: str
    rests_on: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodShown:
    """A card."""

    ref: str
    title: str
    caveat: str
    numbers: str
    after: str
    users: str
    solved: SolvedShown | None
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
        x=shown(one.difference, 2), lo=signed(one.low), hi=signed(one.high)
    )
    return MethodShown(
        ref=one.ref,
        title=title,
        caveat=_("From {n} pairs; a correlation, no promise.").format(n=one.pairs),
        numbers=numbers,
        after=_after(one.after),
        users=_("%(n)s mentors try it") % {"n": one.users} if one.users else "",
        solved=_solved(one.solved),
        since=_("You use it since %(day)s") % {"day": brief_day(one.since)} if one.since else "",
        can_adopt=one.is_shown and one.since is None and viewer.has_role("mentor"),
        is_shown=one.is_shown,
    )


def _solved(one: Solved | None) -> SolvedShown | None:
    if one is None:
        return None
    said = one.change
    if said is None:
        few = {"n": one.adopters, "c": one.compared, "least": LEAST_MENTORS}
        words = _("Problems solved, before and after: of {n} who adopted it three months ago, {c} have published answers of both times.")
        caveat = _("Shown from {least} mentors on, so that it tells of none of them.")
        return SolvedShown(words=words.format(**few), caveat=caveat.format(**few), rests_on=())
    facts = {
        "a": f"{said.before:.0f}", "b": f"{said.after:.0f}", "x": f"{said.difference:+.0f}".replace("-", "\u2212"),
        "lo": f"{said.low:+.0f}".replace("-", "\u2212"), "hi": f"{said.high:+.0f}".replace("-", "\u2212"),
        "n": said.mentors, "m": said.answers,
    }  # fmt: skip
    words = _("Problems solved: {a} % before, {b} % after it was adopted, {x} points (likely {lo} to {hi}), {n} mentors, {m} answers")
    wide = _("The range is wide. Draw no conclusion.") if said.is_wide else ""
    promise = _("Each mentor beside the own time before; a correlation, no promise.")
    partly = _("{c} of the {n} who adopted it three months ago have published answers of both times.").format(
        c=one.compared, n=one.adopters
    )
    return SolvedShown(
        words=words.format(**facts),
        caveat=sentences(wide, partly if one.compared < one.adopters else "", promise),
        rests_on=tuple(_adopter(one) for one in one.shown),
    )


def _adopter(one: Adopter) -> tuple[str, str, str, str]:
    note = _("since {day}: {a} % of {m} answers before, {b} % of {n} after").format(
        day=brief_day(one.since),
        a=whole_percent(one.before.share),
        b=whole_percent(one.after.share),
        m=one.before.answers,
        n=one.after.answers,
    )
    difference = f"{whole_percent(one.after.share) - whole_percent(one.before.share):+d}".replace("-", "\u2212")
    return name_of(one.card), note, difference, f"/mentoring/effect/{one.card.number}/"


def _after(one: AfterUse | None) -> str:
    if one is None:
        return ""
    return _(
        "Three months on, the mentees of the {n} who adopted it gained {x} points more than the others' (likely {lo} to {hi}, {m} mentees)"
    ).format(n=one.mentors, x=shown(one.difference, 2), lo=signed(one.low), hi=signed(one.high), m=one.mentees)
