"""Hours of mentoring in words: a month's proposals, one of them, one's own; the terms in a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.kit.ui.controls import Way
from bole.kit.ui.days import brief_day, day
from bole.kit.ui.languages import sentences
from bole.kit.ui.periods import period_words
from bole.mentoring.queries.hours import HoursRow, MonthOfHours, OneProposal, OwnHours, TargetMove
from bole.mentoring.rules.hours import HoursTerms, share_of
from bole.mentoring.shown.naming import either, joined, name_of
from bole.scoring.words import valued
from bole.values.period import Period

COMPANY = "/company/mentoring/hours/"
NEWEST = 6  # months beside each other; earlier ones open beneath


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShown:
    """A proposal in a list."""

    ref: str
    tick: str  # what is sent when it is ticked: ref and version
    name: str
    note: str
    trail: str
    state: str
    tone: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthShown:
    """HR's list of a month."""

    title: str
    words: str
    months: tuple[Way, ...]  # the newest, and the one that is shown
    earlier: tuple[Way, ...]
    waiting: tuple[LineShown, ...]
    decided: tuple[LineShown, ...]
    file_url: str
    is_on: bool
    has_any: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalShown:
    """One proposal: the figures step by step, the talks behind them, what was decided."""

    ref: str
    name: str
    month: str
    title: str
    facts: tuple[tuple[str, str], ...]
    why: tuple[str, ...]
    talks: tuple[tuple[str, str, str], ...]
    talks_title: str
    moves: tuple[tuple[str, str], ...]
    moves_note: str
    state: str
    tone: str
    outcome: str
    reason: str
    asks_percent: bool
    asks_amount: bool
    percent: int
    amount: str
    version: int
    may_decide: bool
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnShown:
    """A mentor's own page."""

    title: str
    words: str
    planned: str
    seats: str
    rows: tuple[ProposalShown, ...]


def hours_words(minutes: int | Fraction) -> str:
    """Return minutes as hours with two decimals at most: 6.5, 2.25."""
    cents = int(Fraction(minutes) * 10 / 6 + Fraction(1, 2))
    return f"{cents // 100}.{cents % 100:02d}".rstrip("0").rstrip(".")


def yuan(fen: int) -> str:
    """Return an amount of money: ¥650, ¥650.50."""
    return "¥" + f"{Decimal(fen) / 100:,.2f}".removesuffix(".00")


def month_shown(found: MonthOfHours) -> MonthShown:
    """Return a month's list in words."""
    waiting = [one for one in found.rows if one.state == "waiting"]
    code = found.month.code if found.month else ""
    ways = tuple(Way(period_words(one), f"{COMPANY}?month={one.code}", one == found.month) for one in found.months)
    return MonthShown(
        title=_title(found, len(waiting)),
        words=_("HR decides; each mentor is told. No pay changes by it: what is approved goes to pay as a file."),
        months=ways[:NEWEST] + tuple(one for one in ways[NEWEST:] if one.is_current),
        earlier=tuple(one for one in ways[NEWEST:] if not one.is_current),
        waiting=tuple(_line(one, found) for one in waiting),
        decided=tuple(_line(one, found) for one in found.rows if one.state != "waiting"),
        file_url=f"{COMPANY}{code}/allowances.csv" if found.may_export else "",
        is_on=found.is_on,
        has_any=bool(found.rows),
    )


def _title(found: MonthOfHours, waiting: int) -> str:
    if found.month is None or not found.rows:
        return _("No proposals for hours of mentoring yet")
    said = {"month": period_words(found.month), "n": waiting}
    if not waiting:
        return _("%(month)s: all decided") % said
    return ngettext("%(month)s: %(n)s proposal waits", "%(month)s: %(n)s proposals wait", waiting) % said


def _line(one: HoursRow, found: MonthOfHours) -> LineShown:
    name = name_of(found.people.get(one.person_id))
    tone, state = state_of(one)
    talks = ngettext("%(n)s talk", "%(n)s talks", len(one.talks)) % {"n": len(one.talks)}
    hours = joined(_("%(hours)s h") % {"hours": hours_words(one.minutes)}, talks)
    return LineShown(
        ref=one.ref, tick=f"{one.ref}:{one.version}", name=name, note=hours, trail=granted_words(one), state=state, tone=tone,
        url=f"{COMPANY}{one.ref}/",
    )  # fmt: skip


def granted_words(one: HoursRow) -> str:
    """Return what is proposed, or was granted: targets −4 %, ¥650."""
    if one.state == "declined":
        return ""
    is_waiting = one.state == "waiting"
    percent, amount = (one.percent, one.amount) if is_waiting else (one.granted_percent, one.granted)
    less = _("targets −%(percent)s%%") % {"percent": percent} if percent else ""
    return joined(less, yuan(amount) if amount else "")


def state_of(one: HoursRow) -> tuple[str, str]:
    """Return tone and word of a proposal's state."""
    if one.state == "waiting":
        return "wait", _("waits for HR")
    if one.state == "declined":
        return "plain", _("declined by HR")
    return "done", _("approved, changed") if one.is_another else _("approved by HR")


def proposal_shown(found: OneProposal) -> ProposalShown:
    """Return one proposal to HR in words."""
    row = found.row
    name = name_of(found.people.get(row.person_id))
    moves = found.coming if row.state == "waiting" else row.targets
    by, period = name_of(found.people.get(row.decided_by_id or 0)), row.period or found.period
    shown = _shown(row, name=name, by=by, moves=moves, period=period, may_decide=found.may_decide)
    if found.recorded is None:
        return shown
    said = _("By the records of today it is %(hours)s h. What was decided stays.") % {"hours": hours_words(found.recorded)}
    return replace(shown, why=(*shown.why, said))


def own_shown(found: OwnHours) -> OwnShown:
    """Return a mentor's own page in words."""
    terms, planned = found.terms, hours_words(found.planned)
    bound = _("%(planned)s h of talks planned a month, %(most)s h at most") % {"planned": planned, "most": terms.most_hours}
    free = _("%(planned)s h of talks planned a month") % {"planned": planned}
    return OwnShown(
        title=_("My hours as mentor"),
        words=_(
            "Mentoring is work. Each month's talks are counted from their records; what follows from them is proposed, and HR decides."
        ),
        planned=bound if terms.most_hours else free,
        seats=_("%(taken)s of %(capacity)s seats taken") % {"taken": found.taken, "capacity": found.capacity},
        rows=tuple(_own(one, found) for one in found.rows),
    )


def _own(one: HoursRow, found: OwnHours) -> ProposalShown:
    by = name_of(found.people.get(one.decided_by_id or 0))
    return _shown(one, name="", by=by, moves=one.targets, period=one.period, may_decide=False)


def _shown(one: HoursRow, *, name: str, by: str, moves: Sequence[TargetMove], period: Period | None, may_decide: bool) -> ProposalShown:
    tone, state = state_of(one)
    hours = hours_words(one.minutes)
    month = period_words(one.month)
    return ProposalShown(
        ref=one.ref,
        name=name,
        month=month,
        title=_("%(month)s: %(hours)s h") % {"month": month, "hours": hours},
        facts=_facts(one),
        why=_why(one),
        talks=tuple(_talk(talk.day, talk.minutes, talk.came) for talk in one.talks),
        talks_title=ngettext("%(n)s talk", "%(n)s talks", len(one.talks)) % {"n": len(one.talks)},
        moves=tuple(_move(move) for move in moves),
        moves_note=_moves_note(one, moves, period),
        state=state,
        tone=tone,
        outcome=_outcome(one, by),
        reason=one.reason,
        asks_percent=one.terms.reduces,
        asks_amount=one.terms.rate > 0,
        percent=one.percent,
        amount=yuan(one.amount).removeprefix("¥").replace(",", ""),
        version=one.version,
        may_decide=may_decide,
        is_open=one.state == "waiting",
    )


def _facts(one: HoursRow) -> tuple[tuple[str, str], ...]:
    """Return the figures, each with its arithmetic."""
    terms = one.terms
    tenths = int(share_of(one.minutes, days=one.days) * 1000)
    said = {
        "hours": hours_words(one.minutes), "days": one.days, "share": f"{tenths // 10}.{tenths % 10}", "percent": one.percent,
        "least": terms.least_share, "rate": yuan(terms.rate), "amount": yuan(one.amount),
    }  # fmt: skip
    rows = [
        (_("Hours of mentoring"), _("%(hours)s h") % said),
        (_("Share of working time"), _("%(hours)s h of %(days)s days x 8 h = %(share)s%%") % said),
    ]
    if terms.reduces:
        less = _("−%(percent)s%%") if one.percent else _("none: the share is under %(least)s%%")
        rows.append((_("Targets, proposed"), less % said))
    if terms.rate:
        rows.append((_("Allowance, proposed"), _("%(hours)s h x %(rate)s = %(amount)s") % said))
    return tuple(rows)


def _why(one: HoursRow) -> tuple[str, ...]:
    """Return where a bound of the terms was met."""
    found, terms = [], one.terms
    if terms.reduces and one.percent == terms.most_reduction:
        found.append(_("%(most)s%% is the most that the terms allow.") % {"most": terms.most_reduction})
    if terms.rate and one.amount == terms.most_allowance:
        found.append(_("%(most)s is the most that the terms allow in a month.") % {"most": yuan(terms.most_allowance)})
    return tuple(found)


def _talk(on: object, minutes: int, came: int) -> tuple[str, str, str]:
    together = _("with %(n)s mentees, counted once") % {"n": came} if came > 1 else ""
    return day(on), together, _("%(minutes)s min") % {"minutes": minutes}  # type: ignore[arg-type]  # a date


def _move(one: TargetMove) -> tuple[str, str]:
    return either(one.zh, one.en), f"{valued(one.unit, one.was)} → {valued(one.unit, one.now)}"


def _moves_note(one: HoursRow, moves: Sequence[TargetMove], period: Period | None) -> str:
    """Return for which period targets fall, or why none does."""
    percent = one.percent if one.state == "waiting" else one.granted_percent
    if not percent or one.state == "declined":
        return ""
    if period is None:
        return ""
    if not moves:
        return _("The model of this job asks for no amount: rates stay as they are, so no target changes.")
    return _("In %(period)s alone; rates stay as they are, and closed periods too.") % {"period": period_words(period)}


def _outcome(one: HoursRow, by: str) -> str:
    if one.decided_on is None:
        return ""
    said = {"name": by, "day": brief_day(one.decided_on), "what": granted_words(one) or _("nothing")}
    if one.state == "declined":
        return _("%(name)s declined on %(day)s.") % said
    return _("%(name)s approved on %(day)s: %(what)s.") % said


def terms_words(terms: HoursTerms) -> str:
    """Return what the terms grant, in a sentence."""
    if not terms.grants:
        return _("Both are off: hours are counted, nothing is proposed.")
    less = _("Targets fall by the share of working time, %(least)s to %(most)s%%.") % {
        "least": terms.least_share,
        "most": terms.most_reduction,
    }
    pay = _("%(rate)s an hour, at most %(most)s a month.") % {"rate": yuan(terms.rate), "most": yuan(terms.most_allowance)}
    return sentences(less if terms.reduces else "", pay if terms.rate else "")
