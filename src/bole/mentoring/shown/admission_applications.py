"""Applications in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bole.kit.ui.days import brief_day, day, moment
from bole.mentoring.queries.admission_applications import ApplicationRow, Applications, EligibleRow, OneApplication, ScreenedClause
from bole.mentoring.shown.admission import is_english
from bole.mentoring.shown.admission_groups import Block, blocks_of
from bole.people.queries import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class RowShown:
    """An application, or somebody to invite, as a line."""

    name: str
    number: str
    url: str
    note: str
    tone: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationsShown:
    """The page of HR."""

    title: str
    waiting: tuple[RowShown, ...]
    invited: tuple[RowShown, ...]
    eligible: tuple[RowShown, ...]
    decided: tuple[RowShown, ...]
    looked_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseShown:
    """A clause as it was judged."""

    words: str
    evidence: str
    tone: str
    state: str
    is_on_the_way: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OneShown:
    """One application."""

    ref: str
    name: str
    note: str
    title: str
    words: str
    rules: str
    blocks: tuple[Block[ClauseShown], ...]
    is_met: bool
    may_decide: bool
    tone: str
    state: str
    outcome: str


def applications_shown(found: Applications) -> ApplicationsShown:
    """Return the page in words."""
    count = len(found.waiting)
    return ApplicationsShown(
        title=_("%(n)s applications wait for an answer") % {"n": count} if count else _("No application waits"),
        waiting=tuple(_row(one) for one in found.waiting),
        invited=tuple(_row(one) for one in found.invited),
        eligible=tuple(_eligible(one) for one in found.eligible),
        decided=tuple(_row(one) for one in found.decided),
        looked_at=_("screened %(at)s") % {"at": moment(found.looked_at)} if found.looked_at else "",
    )


def _row(one: ApplicationRow) -> RowShown:
    tone, state = state_words(one)
    if one.state == "waiting":
        note = _("sent %(day)s, to be answered by %(date)s") % {
            "day": brief_day(one.sent_at),
            "date": brief_day(one.answer_by or one.sent_at),
        }
    else:
        note = _("on %(day)s") % {"day": brief_day(one.decided_at or one.sent_at)}
    url = f"/company/mentoring/applications/{one.ref}/"
    return RowShown(name=one.card.name, number=one.card.number, url=url, note=_joined(_place(one.card), note), tone=tone, state=state)


def state_words(one: ApplicationRow) -> tuple[str, str]:
    """Return how an application stands, as tone and word."""
    if one.state == "waiting":
        return ("done", _("meets everything")) if one.is_met else ("watch", _("asks for an exception"))
    return {
        "invited": ("wait", _("invited")),
        "admitted": ("done", _("admitted")),
        "returned": ("plain", _("returned")),
        "declined": ("plain", _("not now")),
        "withdrawn": ("plain", _("taken back")),
    }[one.state]


def _eligible(one: EligibleRow) -> RowShown:
    note = _joined(_place(one.card), _("meets everything since %(day)s") % {"day": brief_day(one.since)})
    return RowShown(name=one.card.name, number=one.card.number, url=f"/people/{one.card.number}/", note=note, tone="good", state="")


def _place(card: Card) -> str:
    return _joined(card.unit_name_en if is_english() and card.unit_name_en else card.unit_name, card.number)


def _joined(*parts: str) -> str:
    return _(", ").join(part for part in parts if part)


def one_shown(found: OneApplication) -> OneShown:
    """Return one application in words."""
    tone, state = state_words(found.row)
    met = sum(one.is_met for one in found.clauses)
    title = _("%(name)s meets every requirement") if found.row.is_met else _("%(name)s asks for an exception")
    return OneShown(
        ref=found.row.ref,
        name=found.row.card.name,
        note=_place(found.row.card),
        title=title % {"name": found.row.card.name},
        words=found.words,
        rules=_("%(rules)s: %(met)s of %(all)s met when it was sent") % {
            "rules": found.rules_en if is_english() else found.rules_zh, "met": met, "all": len(found.clauses),
        },
        blocks=blocks_of(found.tree, [_clause(one) for one in found.clauses]),
        is_met=found.row.is_met,
        may_decide=found.may_decide,
        tone=tone,
        state=state,
        outcome=_outcome(found),
    )  # fmt: skip


def _clause(one: ScreenedClause) -> ClauseShown:
    tone, state = ("done", _("Met")) if one.is_met else ("wait", _("Not yet"))
    return ClauseShown(words=one.words, evidence=_("; ").join(one.evidence), tone=tone, state=state, is_on_the_way=one.is_on_the_way)


def _outcome(found: OneApplication) -> str:
    """Say what was decided, by whom and why."""
    if not found.decided_by or found.row.decided_at is None:
        return ""
    said = _("%(name)s, %(moment)s") % {"name": found.decided_by, "moment": moment(found.row.decided_at)}
    again = _("May apply again from %(day)s.") % {"day": day(found.again_from)} if found.again_from else ""
    return " ".join(part for part in (said, found.reason, again) if part)
