"""What admission asks of mentoring itself: whom somebody mentored and when, and what came of it. Few queries, however many people."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from bole.mentoring.models import Mentorship
from bole.mentoring.rules.growth_figures import Result, lift, score_after, score_before
from bole.scoring.models import ClosedScore, YearResult
from bole.values.period import Period

# A pair that was a mistake never was; one that is planned has not begun.
COUNTED_STATES = ("running", "paused", "ended")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentored:
    """A mentorship as admission counts it. `until` is the last day, as it was or as it is planned; `verified_by`: it was imported."""

    mentee_id: int
    mentee: str
    first_day: date
    until: date
    is_over: bool
    is_imported: bool
    verified_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifted:
    """What a mentee's performance did over an ended mentorship, in hundredths of 100; no lift where there is no score before or after."""

    mentee: str
    before: int | None
    after: int | None
    lift: Fraction | None


_COLUMNS = (
    "mentor_id", "mentee_id", "mentee__name", "first_day", "last_day", "ended_on", "state", "source", "verified_by__name",
)  # fmt: skip


def mentored_by(person_ids: Collection[int], day: date) -> dict[int, tuple[Mentored, ...]]:
    """Return whom each of these people mentored by the day, the earliest first (one query)."""
    rows = Mentorship.objects.filter(mentor__among=list(person_ids), state__in=COUNTED_STATES, first_day__lte=day)
    found: defaultdict[int, list[Mentored]] = defaultdict(list)
    for mentor, mentee, name, first, last, ended, state, source, verified in (
        rows.exclude(ended_why="mistake").order_by("first_day", "id").values_list(*_COLUMNS)
    ):
        is_over = state == "ended" and (ended or last) <= day
        found[mentor].append(
            Mentored(
                mentee_id=mentee,
                mentee=name,
                first_day=first,
                until=ended or last,
                is_over=is_over,
                is_imported=source == "import",
                verified_by=verified or "",
            )
        )
    return {mentor: tuple(pairs) for mentor, pairs in found.items()}


def lifts_of(mentored: dict[int, tuple[Mentored, ...]]) -> dict[int, tuple[Lifted, ...]]:
    """Return what became of each mentor's mentees whose mentorship is over (two queries); a mentee counts once, with the last one."""
    over = {mentor: {one.mentee_id: one for one in pairs if one.is_over} for mentor, pairs in mentored.items()}
    results = _results({mentee for pairs in over.values() for mentee in pairs})
    return {mentor: tuple(_lifted(one, results.get(mentee, [])) for mentee, one in pairs.items()) for mentor, pairs in over.items()}


def _lifted(one: Mentored, results: list[Result]) -> Lifted:
    before = score_before(results, start=one.first_day)
    after = score_after(results, start=one.first_day, end=one.until)
    rose = lift(before.score, after.score) if before is not None and after is not None else None
    return Lifted(mentee=one.mentee, before=before.score if before else None, after=after.score if after else None, lift=rose)


def _results(person_ids: Collection[int]) -> dict[int, list[Result]]:
    """Return each person's closed periods; of years from before the system, the imported rating."""
    found: defaultdict[int, list[Result]] = defaultdict(list)
    closed = ClosedScore.objects.filter(person__among=list(person_ids), is_last=True).exclude(score=None)
    periods: dict[str, Period] = {}
    had = set()
    for person, code, score in closed.values_list("person_id", "period", "score"):
        period = periods.setdefault(code, Period.parse(code))
        found[person].append(Result(period.first_day, period.last_day, score or 0))
        had.add((person, period.first_day.year))
    years = YearResult.objects.filter(person__among=list(person_ids), is_last=True).exclude(score=None)
    for person, year, score in years.values_list("person_id", "year", "score"):
        if (person, year) not in had:
            found[person].append(Result(date(year, 1, 1), date(year, 12, 31), score or 0))
    return dict(found)
