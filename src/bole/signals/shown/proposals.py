"""Another target for one person, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bole.kit.clock import local_day
from bole.kit.ui.days import brief_day
from bole.people.words import name_of as person_name
from bole.signals.queries.proposals import ProposalRow, TargetToChange
from bole.signals.shown.amounts import amount_words, month_words
from bole.signals.shown.decisions import in_force_words
from bole.signals.shown.values import name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalLine:
    """A proposed target that waits, as a line of a list."""

    url: str
    face: str
    title: str
    words: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalShown:
    """A proposed target in words."""

    ref: str
    alert_url: str
    title: str
    words: str
    reason: str
    note: str
    tone: str
    state: str
    second: str
    begins: str
    may_check: bool
    waits: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToChangeShown:
    """What a new target is proposed about, in words."""

    ref: str
    title: str
    held: str
    begins: str


def to_change_shown(one: TargetToChange) -> ToChangeShown:
    """Return whose target of what it is, what holds now, and from when on another one would hold."""
    return ToChangeShown(
        ref=one.alert_ref,
        title=_title(one),
        held=_("Now: %(value)s") % {"value": amount_words(one.indicator.unit, one.held)},
        begins=_("Approved, it holds from %(month)s on; closed months stay as they are.") % {"month": month_words(one.first_day)},
    )


def proposal_row(one: ProposalRow) -> ProposalLine:
    """Return a line of those that wait."""
    return ProposalLine(url=f"/targets/proposals/{one.ref}/", face=one.card.name, title=_title(one), words=_change(one), note=_by(one))


def proposal_shown(one: ProposalRow) -> ProposalShown:
    """Return the page of one."""
    tone, state = {
        "waiting": ("wait", _("waits for a second person")), "approved": ("done", _("approved")), "declined": ("plain", _("sent back")),
    }[one.state]  # fmt: skip
    second = ""
    if one.second_at is not None:
        said = {"name": one.second_by, "day": brief_day(local_day(one.second_at)), "words": one.second_words}
        second = (_("%(name)s, %(day)s: %(words)s") if one.second_words else _("%(name)s, %(day)s")) % said
    return ProposalShown(
        ref=one.ref, alert_url=f"/alerts/{one.alert_ref}/" if one.alert_ref else "", title=_title(one), words=_change(one),
        reason=one.reason, note=_by(one), tone=tone, state=state, second=second,
        begins=in_force_words(one.first_day) if one.state == "approved" else "", may_check=one.may_check,
        waits=_("The manager above or HR checks it; you proposed it yourself.") if one.is_own and one.state == "waiting" else "",
    )  # fmt: skip


def _title(one: ProposalRow | TargetToChange) -> str:
    return _("%(name)s: another target for %(indicator)s") % {"name": person_name(one.card), "indicator": name_of(one.indicator)}


def _change(one: ProposalRow) -> str:
    unit = one.indicator.unit
    return _("From %(before)s to %(after)s") % {"before": amount_words(unit, one.before), "after": amount_words(unit, one.after)}


def _by(one: ProposalRow) -> str:
    return _("%(name)s, %(day)s") % {"name": one.by, "day": brief_day(local_day(one.at))}
