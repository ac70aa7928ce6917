"""Closings in words."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.kit.ui.days import brief_day, day, moment
from bole.kit.ui.words import points, signed
from bole.people.queries import Card
from bole.scoring.queries.closings import ClosedPeriod, Closings, Late, OneClosing, OpenPeriod, PersonClosing, Proposal, Revision
from bole.scoring.rules.rounding import five_point
from bole.scoring.shown.periods import named, period_words
from bole.values.period import Period
from bole.values.viewer import SYSTEM


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenShown:
    """An open period as a line."""

    code: str
    name: str
    note: str
    people: int
    can_close: bool
    dialog: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedShown:
    """A closed period as a line."""

    code: str
    name: str
    url: str
    by: str
    at: datetime
    people: int
    late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LateShown:
    """A late change as a line."""

    name: str
    note: str
    url: str
    frozen: str
    now: str
    change: str
    seen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalShown:
    """A proposal as a line."""

    ref: str
    name: str
    url: str
    period: str
    reason: str
    tone: str
    state: str
    by: str
    decided: str
    is_open: bool
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionShown:
    """A frozen score as a line."""

    name: str
    score: str
    at: str
    hash: str
    is_last: bool


def title_of(found: Closings) -> str:
    """Return what matters most about closings now."""
    over = [one for one in found.open if one.is_over]
    if over:
        return _("%(period)s is over and not closed yet") % {"period": period_words(over[-1].period)}
    late = sum(one.late for one in found.closed)
    if late:
        words = ngettext("%(count)s closed score would be another one now", "%(count)s closed scores would be other ones now", late)
        return words % {"count": late}
    return _("Everything that is over is closed")


def open_shown(one: OpenPeriod) -> OpenShown:
    """Return an open period in words."""
    name = period_words(one.period)
    ends, closes = brief_day(one.period.last_day), brief_day(one.closes_on)
    words = _("%(name)s: scores, parts and the readings behind them are frozen for %(people)s people. What comes later is kept, and changes no frozen score; only two people together can open one again. This cannot be taken back.")  # noqa: E501  # fmt: skip
    return OpenShown(
        code=one.period.code,
        name=name,
        note=_("until %(end)s; closes by itself on %(day)s") % {"end": ends, "day": closes},
        people=one.people,
        can_close=one.is_over,
        dialog=f"close-{one.period.code}",
        words=words % {"name": name, "people": one.people},
    )


def who(name: str) -> str:
    """Return who did something; what the system did, it did by itself."""
    return _("by itself") if name == SYSTEM.name else name


def closed_shown(one: ClosedPeriod) -> ClosedShown:
    """Return a closed period in words."""
    code = one.period.code
    return ClosedShown(code=code, name=period_words(one.period), url=f"/company/closings/{code}/", by=who(one.closed_by),
                       at=one.closed_at, people=one.people, late=one.late)  # fmt: skip


def late_shown(card: Card, one: Late) -> LateShown:
    """Return a late change in words."""
    unit = named(card.unit_name, card.unit_name_en)
    return LateShown(
        name=card.name,
        note=_(", ").join(part for part in (unit, card.number) if part),
        url=person_url(one.period, card.number),
        frozen=points(one.frozen, 2),
        now=points(one.now, 2),
        change=signed(one.now - one.frozen, 2) if one.now is not None and one.frozen is not None else "–",
        seen=moment(one.seen_at),
    )


def person_url(code: str, number: str) -> str:
    """Return where one person's closed period is."""
    return f"/company/closings/{code}/{number}/"


def proposal_shown(card: Card, one: Proposal) -> ProposalShown:
    """Return a proposal in words."""
    tone, state = {
        "proposed": ("wait", _("Waits for a second person")),
        "approved": ("done", _("Approved")),
        "declined": ("plain", _("Declined")),
    }[one.state]
    by = {"name": one.proposed_by, "moment": moment(one.proposed_at)}
    decided = {"name": one.decided_by, "moment": moment(one.decided_at)}
    return ProposalShown(
        ref=one.ref,
        name=card.name,
        url=person_url(one.period, card.number),
        period=period_words(Period.parse(one.period)),
        reason=one.reason,
        tone=tone,
        state=state,
        by=_("proposed by %(name)s, %(moment)s") % by,
        decided=_("decided by %(name)s, %(moment)s") % decided if one.decided_at else "",
        is_open=one.state == "proposed",
        is_own=one.is_own,
    )


def one_title(found: OneClosing) -> str:
    """Return what came after the closing, in a sentence."""
    name = period_words(found.closing.period)
    if not found.late_count:
        return _("%(period)s is closed, and nothing came later") % {"period": name}
    words = ngettext(
        "%(period)s: %(count)s score would be another one now", "%(period)s: %(count)s scores would be other ones now", found.late_count
    )
    return words % {"period": name, "count": found.late_count}


def one_words(found: OneClosing) -> str:
    """Return who closed the period, when, and for how many."""
    said = {"day": day(found.closing.closed_at), "name": who(found.closing.closed_by), "people": found.closing.people}
    return _("Closed %(day)s, %(name)s, %(people)s people") % said


def revision_shown(one: Revision) -> RevisionShown:
    """Return a frozen score in words."""
    name, at = _("Revision %(n)s") % {"n": one.number}, moment(one.closed_at)
    if one.score is not None:
        at = _("%(moment)s; %(score)s on the 5-point scale") % {"moment": at, "score": points(five_point(one.score), 2)}
    return RevisionShown(name=name, score=points(one.score, 2), at=at, hash=one.readings_hash[:12], is_last=one.is_last)


def person_words(found: PersonClosing) -> str:
    """Return how the frozen score and today's records go together."""
    if found.late is not None:
        said = {"frozen": points(found.late.frozen, 2), "now": points(found.late.now, 2)}
        return _("Frozen at %(frozen)s; by the records of today it would be %(now)s.") % said
    if len(found.revisions) > 1:
        return _("Opened again and closed again; every revision is kept.")
    return _("Nothing came later.")
