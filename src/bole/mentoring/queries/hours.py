"""Proposals for hours of mentoring: HR's list of a month, one of them, one's own. Amounts are pay: who looks at others' is on record."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from bole.access.rules import insist, may, may_company
from bole.kit.action import look_at_each
from bole.kit.clock import local_day
from bole.mentoring.models import HoursProposal, MentorRole
from bole.mentoring.queries.hours_talks import Talked, talks_of_month
from bole.mentoring.queries.hours_terms import hours_terms, planned_of
from bole.mentoring.queries.pairs import loads_of
from bole.mentoring.rules.hours import HoursTerms, reduced, together
from bole.people.queries import Card, cards
from bole.scoring.queries.amounts import UNIT, amounts_of, next_open_period
from bole.scoring.rules.indicator import Unit
from bole.values.period import MONTHS, Period
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

LOOKED = "mentoring.look_at_hours"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetMove:
    """A target that falls, or fell, for one period; in the indicator's shown unit, of a sum for a month."""

    zh: str
    en: str
    unit: Unit
    was: float
    now: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursRow:
    """A proposal and what became of it; amounts in fen."""

    ref: str
    person_id: int
    month: Period
    minutes: int
    days: int
    talks: tuple[Talked, ...]
    terms: HoursTerms
    percent: int
    amount: int
    state: str
    granted_percent: int
    granted: int
    reason: str
    period: Period | None
    targets: tuple[TargetMove, ...]
    made_at: datetime
    decided_on: date | None
    decided_by_id: int | None
    version: int

    @property
    def is_another(self) -> bool:
        """Test if HR granted other figures than were proposed."""
        return self.state == "approved" and (self.granted_percent, self.granted) != (self.percent, self.amount)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthOfHours:
    """HR's list of a month, in the order of names; `months` are those with proposals, the latest first."""

    month: Period | None
    months: tuple[Period, ...]
    rows: tuple[HoursRow, ...]
    people: Mapping[int, Card]
    is_on: bool
    may_export: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OneProposal:
    """A proposal as HR opens it. `coming`: what approving would do to targets, and in which period.

    `recorded`: the minutes by the records of today, where what was decided rests on others.
    """

    row: HoursRow
    people: Mapping[int, Card]
    coming: tuple[TargetMove, ...]
    period: Period
    may_decide: bool
    recorded: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnHours:
    """A mentor's own page: seats, minutes that are planned a month, and what each month came to."""

    terms: HoursTerms
    taken: int
    capacity: int
    planned: Fraction
    rows: tuple[HoursRow, ...]
    people: Mapping[int, Card]


def hours_for(viewer: Viewer, *, month: str, day: date, at: datetime) -> MonthOfHours:
    """Return a month's proposals for mentors whom the viewer looks after, the last month's if none is named (seven queries).

    :raises NotFound: unless HR looks
    """
    insist(viewer, "read", "mentoring_health")
    days = list(HoursProposal.objects.order_by("-month").values_list("month", flat=True).distinct())
    months = tuple(Period.of("month", one) for one in days)
    chosen = next((one for one in months if one.code == month), months[0] if months else None)
    found = HoursProposal.objects.filter(month=chosen.first_day) if chosen else HoursProposal.objects.none()
    rows = [hours_row(one) for one in found if _is_anothers(viewer, one.person_id)]
    people = cards({one.person_id for one in rows}, day)
    _put_on_record(viewer, rows, people, at=at)
    order = {person: n for n, person in enumerate(people)}
    return MonthOfHours(
        month=chosen,
        months=months,
        rows=tuple(sorted((one for one in rows if one.person_id in people), key=lambda one: order[one.person_id])),
        people=people,
        is_on=hours_terms().grants,
        may_export=any(one.state == "approved" and one.granted for one in rows),
    )


def proposal_for(viewer: Viewer, ref: str, *, day: date, at: datetime) -> OneProposal:
    """Return one proposal to HR (a dozen queries).

    :raises NotFound: for everybody else; the mentor has a page of their own
    """
    found = HoursProposal.objects.filter(ref=ref).first()
    if found is None or not may_company(viewer, "read", "mentoring_health") or not _is_anothers(viewer, found.person_id):
        raise NotFound
    row = hours_row(found)
    people = cards({row.person_id, *({row.decided_by_id} if row.decided_by_id else set())}, day)
    _put_on_record(viewer, [row], people, at=at)
    period = next_open_period(row.month.last_day)
    coming = _coming(row, period) if row.state == "waiting" and row.percent else ()
    may_decide = row.state == "waiting" and may(viewer, "approve", "mentoring_hours", row.person_id)
    return OneProposal(row=row, people=people, coming=coming, period=period, may_decide=may_decide, recorded=_recorded(row))


def own_hours(viewer: Viewer, *, day: date) -> OwnHours:
    """Return the viewer's own seats, planned hours and proposals (six queries).

    :raises NotFound: to whoever never mentored
    """
    me = viewer.person_id
    role = MentorRole.objects.filter(person=me).order_by("-first_day").first() if me is not None else None
    if role is None or me is None:
        raise NotFound
    terms = hours_terms()
    rows = tuple(hours_row(one) for one in HoursProposal.objects.filter(person=me).order_by("-month"))
    return OwnHours(
        terms=terms,
        taken=loads_of([me]).get(me, 0),
        capacity=role.capacity,
        planned=planned_of([me], usual=terms.usual_minutes).get(me, Fraction(0)),
        rows=rows,
        people=cards({one.decided_by_id for one in rows if one.decided_by_id}, day),
    )


def own_hours_data(viewer: Viewer) -> list[dict[str, object]]:
    """Return all that is kept of the viewer's own hours as plain values, the first month coming first (one query)."""
    rows = [hours_row(one) for one in HoursProposal.objects.filter(person=viewer.person_id).order_by("month")]
    return [
        {
            "month": one.month.code, "minutes": one.minutes, "working_days": one.days,
            "talks": [{"day": talk.day, "minutes": talk.minutes} for talk in one.talks], "percent": one.percent, "amount": one.amount,
            "state": one.state, "granted_percent": one.granted_percent, "granted": one.granted, "reason": one.reason,
            "targets_of": one.period.code if one.period else "", "decided_on": one.decided_on,
        }
        for one in rows
    ]  # fmt: skip


def hours_row(one: HoursProposal) -> HoursRow:
    """Return a proposal as a row."""
    return HoursRow(
        ref=one.ref, person_id=one.person_id, month=Period.of("month", one.month), minutes=one.minutes, days=one.days,
        talks=tuple(Talked(day=date.fromisoformat(row["day"]), minutes=row["minutes"], came=row["came"]) for row in one.talks),
        terms=HoursTerms(**one.terms), percent=one.percent, amount=int(one.amount), state=one.state,
        granted_percent=one.granted_percent or 0, granted=int(one.granted or 0), reason=str(one.reason),
        period=Period.parse(one.period) if one.period else None,
        targets=tuple(TargetMove(**{name: row[name] for name in ("zh", "en", "unit", "was", "now")}) for row in one.targets),
        made_at=one.made_at, decided_on=local_day(one.decided_at) if one.decided_at else None, decided_by_id=one.decided_by_id,
        version=one.version,
    )  # fmt: skip


def _recorded(row: HoursRow) -> int | None:
    """Return the minutes by the records of today, if what was decided rests on others."""
    if row.state == "waiting":
        return None
    minutes = sum(one.minutes for one in talks_of_month(row.month).get(row.person_id, ()))
    return minutes if minutes != row.minutes else None


def _coming(row: HoursRow, period: Period) -> tuple[TargetMove, ...]:
    """Return what approving as proposed would do to targets, with what is approved for that period already."""
    before = list(HoursProposal.objects.filter(person=row.person_id, state="approved", period=period.code))
    percents = [*((one.granted_percent or 0) for one in before), row.percent]
    percent = together(percents, months=MONTHS[period.kind], most=row.terms.most_reduction)
    ours = {str(target["ref"]) for one in before for target in one.targets}
    if not percent:
        return ()
    return tuple(
        TargetMove(zh=one.zh, en=one.en, unit=one.unit, was=one.target / UNIT, now=reduced(one.target, percent=percent) / UNIT)
        for one in amounts_of(row.person_id, period, without=ours)
    )


def _is_anothers(viewer: Viewer, person_id: int) -> bool:
    return person_id != viewer.person_id and may(viewer, "read", "mentoring_hours", person_id)


def _put_on_record(viewer: Viewer, rows: Collection[HoursRow], people: Mapping[int, Card], *, at: datetime) -> None:
    subjects = [people[one.person_id].ref for one in rows if one.person_id in people]
    look_at_each(what=LOOKED, by=viewer, at=at, fields_of=dict.fromkeys(subjects, ("amount",)))
