"""One month of a line of evidence: counts of the unit, and of those people whose records are open to the viewer, where these stand."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bole.access.rules import may, may_company
from bole.attendance.queries import absent_days
from bole.growth.permissions import can_read_growth
from bole.growth.queries.months import LearnedInMonth, learned_by_month
from bole.people.models import Unit
from bole.people.queries import Card, cards
from bole.scoring.queries import closed_to_others
from bole.signals.counting import records_of_people
from bole.signals.models import SeriesValue
from bole.signals.queries.conditions import months_with_learning, staffing_by_month
from bole.signals.queries.crew import Crew, crew_of
from bole.signals.queries.diagnoses import DiagnosisRow
from bole.signals.queries.evidence import Evidence, EvidenceMonth, evidence_for
from bole.signals.queries.learning import learning_months
from bole.signals.rules.learning import LEAST_PEOPLE, LearningMonth
from bole.signals.rules.series import KINDS, THOUSAND
from bole.signals.rules.staffing import Staffing
from bole.values.period import Period
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.values.workdays import is_working_day

MOST_PEOPLE = 200
WORK, GROWTH, AWAY = ("indicator", "work_a_head"), ("training", "exams", "held_skills"), ("attendance",)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """Somebody whose records of the month are open to the viewer: how many, or what was learned."""

    card: Card
    count: int = 0
    learned: LearnedInMonth | None = None
    is_own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenVersion:
    """A value that was given for the month; `by` is empty for whom series are not open to."""

    value: float
    source: str
    by: str
    recorded_at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthOfEvidence:
    """A month of a line of evidence, opened.

    `people` are those whose records are open to the viewer, `others` how many more there are, and `others_count` their records together.
    `are_few`: they are so few that neither is said, for it would tell of one of them.
    """

    evidence: Evidence
    month: EvidenceMonth
    staffing: Staffing | None = None
    learning: LearningMonth | None = None
    people: tuple[PersonLine, ...] = ()
    others: int = 0
    others_count: int = 0
    are_few: bool = False
    given: tuple[GivenVersion, ...] = ()


def evidence_month_for(viewer: Viewer, ref: str, kind: str, month: date, *, day: date) -> MonthOfEvidence:
    """Return a month of a line of evidence, down to whose records make it, as far as these are open to the viewer.

    :raises NotFound: if the evidence is not open to the viewer, or has no such month
    """
    found = evidence_for(viewer, ref, kind, day=day)
    one = next((one for one in found.months if one.month == month), None)
    if one is None or (one.value is None and kind in GROWTH):
        raise NotFound  # of too few people nothing is said
    row = found.row
    if not found.is_counted:
        return MonthOfEvidence(evidence=found, month=one, given=_given(viewer, found, month))
    path = _path(row)
    crew = crew_of({row.unit_id: path}, months_with_learning([month]))
    inside = {member.person for member in crew.members[month][row.unit_id]}
    staffing = staffing_by_month(crew, [month])[row.unit_id][month]
    if kind in WORK:
        counts = records_of_people(path, row.rule, Period.of("month", month))
        closed = closed_to_others(counts, day=day)
        seen = {
            person for person in counts if person == viewer.person_id or (may(viewer, "read", "score", person) and person not in closed)
        }
        return _listed(viewer, found, one, counts, seen, day=day, staffing=staffing if kind == "work_a_head" else None)
    if kind in GROWTH:
        return _of_growth(viewer, found, one, crew, inside, day=day)
    counts = _lost(inside, month) if kind in AWAY else dict.fromkeys(inside, 0)
    # Who is in a unit every colleague may see; who left is not named, and who was away only to those who may read absences.
    seen = {person for person in counts if kind not in AWAY or may(viewer, "read", "absence", person)} if kind != "staying" else set()
    return _listed(viewer, found, one, counts if kind != "staying" else {}, seen, day=day, staffing=staffing)


def _path(row: DiagnosisRow) -> str:
    return Unit.objects.values_list("path", flat=True).get(pk=row.unit_id)


def _lost(people: Collection[int], month: date) -> dict[int, int]:
    period = Period.of("month", month)
    away = absent_days(people, period.first_day, period.last_day)
    return {person: count for person, days in away.items() if (count := sum(is_working_day(day) for day in days))}


def _listed(
    viewer: Viewer,
    found: Evidence,
    one: EvidenceMonth,
    counts: Mapping[int, int],
    seen: Collection[int],
    *,
    day: date,
    staffing: Staffing | None,
) -> MonthOfEvidence:
    """Return the month with those who may be named, by staff number and never by how many records, and the others counted."""
    known = cards(set(seen), day)
    shown = sorted(known, key=lambda person: known[person].number)[:MOST_PEOPLE]
    others = counts.keys() - set(shown)
    return MonthOfEvidence(
        evidence=found, month=one, staffing=staffing, others=len(others), others_count=sum(counts[person] for person in others),
        are_few=found.kind in AWAY and 0 < len(others) < LEAST_PEOPLE,
        people=tuple(
            PersonLine(card=known[person], count=counts[person], is_own=person == viewer.person_id) for person in shown
        ),
    )  # fmt: skip


def _of_growth(viewer: Viewer, found: Evidence, one: EvidenceMonth, crew: Crew, inside: Collection[int], *, day: date) -> MonthOfEvidence:
    """Return the month with what those learned whose growth is open to the viewer; of the others only how many learned anything."""
    learned = {person: months[one.month] for person, months in _learned(inside, one.month).items() if one.month in months}
    open_to = {person for person in learned if can_read_growth(viewer, person)}
    known = cards(open_to, day)
    shown = sorted(known, key=lambda person: known[person].number)[:MOST_PEOPLE]
    return MonthOfEvidence(
        evidence=found, month=one, learning=dict(learning_months(crew)[found.row.unit_id])[one.month], others=len(learned) - len(shown),
        people=tuple(PersonLine(card=known[person], learned=learned[person], is_own=person == viewer.person_id) for person in shown),
    )  # fmt: skip


def _learned(people: Collection[int], month: date) -> Mapping[int, Mapping[date, LearnedInMonth]]:
    return learned_by_month(people, month, Period.of("month", month).last_day)


def _given(viewer: Viewer, found: Evidence, month: date) -> tuple[GivenVersion, ...]:
    """Return the versions of the value that stands in the diagnosis: of the unit's own series; the market's may be that of a unit above."""
    above: list[int | None] = [*(int(key) for key in reversed(_path(found.row).strip("/").split("/"))), None]
    places = above if KINDS[found.kind].cause == "market" else above[:1]
    # As `conditions` reads them: a series of which no value of these months holds gives way to that of the unit above.
    span = {"month__gte": found.months[0].month, "month__lte": found.months[-1].month}
    holding = SeriesValue.objects.filter(series__kind=found.kind, withdrawn_at=None, **span)
    held = dict(holding.values_list("series__unit_id", "series_id").distinct())
    series = next((held[place] for place in places if place in held), None)
    rows = SeriesValue.objects.filter(series=series, month=month).order_by("-recorded_at", "-id") if series else ()
    names = may_company(viewer, "read", "series")
    return tuple(
        GivenVersion(
            value=one.value / THOUSAND,
            source=one.source,
            by=one.by if names else "",
            recorded_at=one.recorded_at,
            withdrawn_at=one.withdrawn_at,
        )
        for one in rows
    )
