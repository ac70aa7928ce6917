"""Proposals for a month's hours of mentoring: made once, decided by HR, never about oneself. No pay changes by them."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from bole.access.models import Grant
from bole.access.rules import may
from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.kit.ui.periods import period_words
from bole.mentoring.models import HoursProposal
from bole.mentoring.queries.hours_talks import Talked, days_worked, talks_of_month
from bole.mentoring.queries.hours_terms import hours_terms
from bole.mentoring.refusals.hours import FigureNeedsReason, HoursDecided, NothingTicked, OutOfTerms
from bole.mentoring.rules.hours import HoursTerms, allowance_of, reduced, reduction_of, together
from bole.notices.actions import tell
from bole.people.models import Person
from bole.scoring.actions import set_target
from bole.scoring.queries.amounts import UNIT, amounts_of, next_open_period
from bole.values.period import MONTHS, Period
from bole.values.refusal import NotFound, NotYours, Stale
from bole.values.viewer import SYSTEM, Viewer
from bole.values.workdays import working_days

FROM_WORKING_DAY = 3  # talks of the month's last days are recorded by then
LIST, OWN = "/company/mentoring/hours/", "/mentoring/hours/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What HR grants: percent off targets, an allowance in fen, and why if it is not what was proposed."""

    percent: int
    amount: int
    reason: str = ""


def propose_for_last_month(at: datetime) -> str:
    """Propose for the month that is over, from its third working day on (a job of the timetable): late or twice, it is the same."""
    day = local_day(at)
    if working_days(day.replace(day=1), day) < FROM_WORKING_DAY:
        return "0 proposals"
    return f"{propose_hours(month=Period.of('month', day).before, by=SYSTEM, at=at)} proposals"


@action("mentoring.propose_hours")
def propose_hours(*, month: Period, by: Viewer, at: datetime) -> int:
    """Propose for each mentor with talks in a month what the terms make of them; who has a proposal keeps it. Return how many are new.

    Those that wait, of any month, follow the records of today under the terms by which they were made; what was decided stays.

    :raises NotYours: unless the system does it
    """
    if not by.is_system:
        raise NotYours
    _count_anew()
    terms = hours_terms()
    if not terms.grants:
        return 0
    known = set(HoursProposal.objects.filter(month=month.first_day).values_list("person_id", flat=True))
    talks = {person: rows for person, rows in talks_of_month(month).items() if person not in known}
    days = days_worked(talks, month) if talks else {}
    made = [_proposal(person, talks[person], days[person], month, terms, at=at) for person in sorted(talks)]
    made = [one for one in made if one.percent or int(one.amount)]
    HoursProposal.objects.bulk_create(made, ignore_conflicts=True)  # another worker may make the same at the same moment
    if made:
        on_record(thing=f"hours {month.code}")
        _tell_hr(month, at=at)
    return len(made)


@action("mentoring.decide_hours")
def decide_hours(*, ref: str, version: int, decision: Decision, by: Viewer, at: datetime) -> HoursProposal:
    """Approve a proposal as it is, or with other figures and a reason that the mentor reads.

    :raises NotFound, NotYours: unless HR that looks after the mentor decides; nobody decides about themselves
    :raises HoursDecided, Stale: if somebody decided or changed it first
    :raises OutOfTerms: if a figure is more than the terms allow
    :raises FigureNeedsReason: if a figure is another one and nothing is said
    """
    found = _to_decide(ref, version, by)
    terms, reason = HoursTerms(**found.terms), decision.reason.strip()[:1000]
    for where, value, most in (("percent", decision.percent, terms.most_reduction), ("amount", decision.amount, terms.most_allowance)):
        if not 0 <= value <= most:
            raise OutOfTerms(least=0, most=most // 100 if where == "amount" else most, where=where)
    if (decision.percent, decision.amount) != (found.percent, int(found.amount)) and not reason:
        raise FigureNeedsReason(where="reason")
    return _decided(found, "approved", replace(decision, reason=reason), by=by, at=at)


@action("mentoring.decline_hours")
def decline_hours(*, ref: str, version: int, reason: str, by: Viewer, at: datetime) -> HoursProposal:
    """Decline a proposal with a reason that the mentor reads.

    :raises NotFound, NotYours, HoursDecided, Stale: as for approving
    :raises FigureNeedsReason: if nothing is said
    """
    found = _to_decide(ref, version, by)
    if not reason.strip():
        raise FigureNeedsReason(where="reason")
    return _decided(found, "declined", Decision(percent=0, amount=0, reason=reason.strip()[:1000]), by=by, at=at)


@action("mentoring.approve_hours")
def approve_hours(*, versions: Mapping[str, int], by: Viewer, at: datetime) -> int:
    """Approve several proposals together, each as it is; all or none. Return how many.

    :raises NothingTicked: if there are none
    :raises NotFound, NotYours, HoursDecided, Stale: if one of them cannot be approved
    """
    if not versions:
        raise NothingTicked(where="ref")
    for ref in sorted(versions):
        found = _to_decide(ref, versions[ref], by)
        _decided(found, "approved", Decision(percent=found.percent, amount=int(found.amount)), by=by, at=at)
    return len(versions)


@action("mentoring.export_allowances")
def export_allowances(*, month: Period, by: Viewer, at: datetime) -> dict[int, tuple[int, int]]:
    """Return minutes and allowance (fen) of each mentor whose allowance of a month was approved, as far as the viewer may take it out.

    :raises NotFound: unless HR asks
    """
    if not by.has_role("hr", "hr_partner", "hr_admin"):
        raise NotFound
    rows = HoursProposal.objects.filter(month=month.first_day, state="approved").order_by("person_id")
    found = {one.person_id: (one.minutes, int(one.granted)) for one in rows if may(by, "export", "mentoring_hours", one.person_id)}
    granted = {person: row for person, row in found.items() if row[1]}
    on_record(thing=f"{len(granted)} allowances of {month.code}", fields=("granted",))
    return granted


def _count_anew() -> None:
    """Let proposals that wait follow what was recorded late, or corrected: whoever opened one before is told that it changed."""
    waiting = list(HoursProposal.objects.select_for_update().filter(state="waiting").order_by("pk"))
    for day in sorted({one.month for one in waiting}):
        month = Period.of("month", day)
        rows, talks = [one for one in waiting if one.month == day], talks_of_month(month)
        days = days_worked([one.person_id for one in rows], month)
        for one in rows:
            now = _proposal(
                one.person_id, talks.get(one.person_id, ()), days[one.person_id], month, HoursTerms(**one.terms), at=one.made_at
            )
            if (one.talks, one.days) != (now.talks, now.days):
                one.minutes, one.days, one.talks, one.percent, one.amount = now.minutes, now.days, now.talks, now.percent, now.amount
                one.version += 1
                one.save(update_fields=["minutes", "days", "talks", "percent", "amount", "version"])
                on_record(thing=f"hours {one.ref}", fields=("minutes", "percent", "amount"))


def _proposal(person: int, talks: tuple[Talked, ...], days: int, month: Period, terms: HoursTerms, *, at: datetime) -> HoursProposal:
    minutes = sum(one.minutes for one in talks)
    return HoursProposal(
        person_id=person,
        month=month.first_day,
        minutes=minutes,
        days=days,
        talks=[{"day": one.day.isoformat(), "minutes": one.minutes, "came": one.came} for one in talks],
        terms=asdict(terms),
        percent=reduction_of(minutes, days=days, terms=terms),
        amount=str(allowance_of(minutes, terms=terms)),
        made_at=at,
    )


def _to_decide(ref: str, version: int, by: Viewer) -> HoursProposal:
    """Return a proposal that waits, locked, to whoever decides about it; its person is locked with it, for targets are counted anew."""
    found = HoursProposal.objects.select_for_update(of=("self",)).select_related("person", "decided_by").filter(ref=ref).first()
    if found is None or not may(by, "read", "mentoring_hours", found.person_id):
        raise NotFound
    if not may(by, "approve", "mentoring_hours", found.person_id):
        raise NotYours
    if found.state != "waiting":
        raise HoursDecided(name=found.decided_by.name if found.decided_by else "")
    if found.version != version:
        raise Stale(name="", time="")
    Person.objects.select_for_update(no_key=True).get(pk=found.person_id)
    return found


def _decided(found: HoursProposal, state: str, decision: Decision, *, by: Viewer, at: datetime) -> HoursProposal:
    found.state, found.version, found.decided_at, found.decided_by_id = state, found.version + 1, at, by.person_id
    found.granted_percent, found.granted, found.reason = decision.percent, str(decision.amount), decision.reason
    if decision.percent:
        found.period, found.targets = _reduce_targets(found, decision.percent, by=by, at=at)
    found.save(
        update_fields=[
            "state", "version", "decided_at", "decided_by", "granted_percent", "granted", "reason", "period", "targets",
        ]
    )  # fmt: skip
    on_record(subject=str(found.person.ref), thing=f"hours {found.ref}", fields=("state", "granted_percent", "granted"))
    if found.person.account_id is not None:
        tell(accounts=[found.person.account_id], kind="mentoring.hours_decided", key=found.ref, params={}, address=OWN, by=SYSTEM, at=at)
    return found


def _reduce_targets(found: HoursProposal, percent: int, *, by: Viewer, at: datetime) -> tuple[str, list[dict[str, object]]]:
    """Set the mentor's own targets of the next open period, for that period alone; several months that meet in one are put together."""
    period = next_open_period(Period.of("month", found.month).last_day)
    before = list(HoursProposal.objects.filter(person=found.person_id, state="approved", period=period.code).exclude(pk=found.pk))
    ours = {str(row["ref"]) for one in before for row in one.targets}
    months = [*((one.month, one.minutes, one.granted_percent or 0) for one in before), (found.month, found.minutes, percent)]
    whole = together((one[2] for one in months), months=MONTHS[period.kind], most=HoursTerms(**found.terms).most_reduction)
    made: list[dict[str, object]] = []
    for one in amounts_of(found.person_id, period, without=ours) if whole else ():
        now = reduced(one.target, percent=whole)
        target = set_target(
            indicator=one.code, value=now, first_day=period.first_day, last_day=period.last_day, why=_why(months, whole),
            number=found.person.number, by=replace(SYSTEM, name=by.name), at=at,
        )  # fmt: skip
        made.append({"ref": target.ref, "zh": one.zh, "en": one.en, "unit": one.unit, "was": one.target / UNIT, "now": now / UNIT})
    return period.code, made


def _why(months: Collection[tuple[date, int, int]], percent: int) -> str:
    """Return why a target is lower, in the company's language: which month's hours, and by how much."""
    with override(settings.LANGUAGE_CODE):
        told = _(", ").join(
            _("%(hours)s h of mentoring in %(month)s")
            % {"hours": f"{minutes / 60:.2f}".rstrip("0").rstrip("."), "month": period_words(Period.of("month", month))}
            for month, minutes, _percent in sorted(months)
        )
        return _("%(told)s: target %(percent)s%% lower for this period") % {"told": told, "percent": percent}


def _tell_hr(month: Period, *, at: datetime) -> None:
    """Tell HR once that a month's proposals wait."""
    accounts = list(Grant.objects.filter(ended_at=None, role__in=("hr", "hr_admin")).values_list("account_id", flat=True).distinct())
    tell(accounts=accounts, kind="mentoring.hours_proposed", key=month.code, params={}, address=LIST, by=SYSTEM, at=at)
