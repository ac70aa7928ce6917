"""Years as HR sees them: which are rated, what closing one would give, and one person's revisions."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bole.access.rules import may, may_company
from bole.people.queries import Card, cards, get_person_for
from bole.scoring.models import Closing, RatingYear, YearCorrection, YearResult
from bole.scoring.queries.closings import note_looks
from bole.scoring.queries.gates import is_kept_to_self
from bole.scoring.rules.ratings import LEVELS
from bole.scoring.yearly import Scale, last_day, open_periods, scale_of, years_of
from bole.values.period import Period
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

MOST_NAMED = 100
FIRST_YEAR, LAST_YEAR = 1990, 2200


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLine:
    """A year: closed here, or with imported ratings, or still to be closed."""

    year: int
    closed_at: datetime | None
    closed_by: str
    rated: int
    imported: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRow:
    """A correction that was proposed, and what became of it."""

    ref: str
    card: Card
    year: int
    score: int | None
    level: str
    reason: str
    state: str
    proposed_by: str
    proposed_at: datetime
    is_own: bool
    decided_by: str
    decided_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """All years and the corrections that wait."""

    lines: tuple[YearLine, ...]
    waiting: tuple[CorrectionRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPage:
    """One year. Before it is closed: what closing would give, and what is missing."""

    year: int
    scale: Scale
    closed_at: datetime | None
    closed_by: str
    is_over: bool
    open_periods: tuple[Period, ...]
    counts: Mapping[str, int]
    imported: int
    without: tuple[tuple[Card, int], ...]
    without_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A rating of a person and year as it stood."""

    number: int
    score: int | None
    level: str
    source: str
    note: str
    by: str
    made_at: datetime
    is_last: bool
    parts: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonYear:
    """A year of one person with every revision."""

    card: Card
    year: int
    revisions: tuple[Revision, ...]
    corrections: tuple[CorrectionRow, ...]


def years(viewer: Viewer, *, day: date) -> Years:
    """Return the years, the latest first (six queries).

    :raises NotFound: unless ratings of years are open to the viewer
    """
    _insist(viewer)
    rows = {row.year: row for row in RatingYear.objects.all()}
    found: Counter[int] = Counter()
    imported: Counter[int] = Counter()
    for year, source, level in YearResult.objects.filter(is_last=True).values_list("year", "source", "level"):
        found[year] += bool(level)
        imported[year] += source == "import"
    begun = {int(code[:4]) for code in Closing.objects.values_list("period", flat=True)}
    every = sorted({*rows, *found, *(year for year in begun if year < day.year)}, reverse=True)
    lines = tuple(
        YearLine(
            year=year, closed_at=rows[year].closed_at if year in rows else None, closed_by=rows[year].closed_by if year in rows else "",
            rated=found[year], imported=imported[year],
        )
        for year in every
    )  # fmt: skip
    return Years(lines=lines, waiting=tuple(_corrections(viewer, day=day, states=("proposed",))))


def one_year(viewer: Viewer, year: int, *, day: date) -> YearPage:
    """Return one year: as it was closed, or as it would be (seven queries).

    :raises NotFound: unless ratings of years are open to the viewer
    """
    _insist(viewer)
    _insist_on_a_year(year)
    row = RatingYear.objects.filter(year=year).first()
    scale, closed = scale_of(row), row is not None and row.closed_at is not None
    kept = list(YearResult.objects.filter(year=year, is_last=True).values_list("person_id", "level", "source"))
    counts = Counter(str(level) for _person, level, _source in kept if level)
    lacking: dict[int, int] = {}
    if not closed:
        for person, one in years_of(year, scale).items():
            if one.is_given:
                continue
            if one.rated.is_enough:
                counts[one.rated.level] += 1
            else:
                lacking[person] = one.rated.days
    else:
        lacking = {person: 0 for person, level, _source in kept if not level}
    mine = [person for person in lacking if may(viewer, "read", "rating", person)]
    named = list(cards(mine[: MOST_NAMED * 3], day).items())[:MOST_NAMED]
    return YearPage(
        year=year,
        scale=scale,
        closed_at=row.closed_at if row else None,
        closed_by=row.closed_by if row else "",
        is_over=day > last_day(year),
        open_periods=() if closed else tuple(open_periods(year)),
        counts={level: counts[level] for level in LEVELS},
        imported=sum(source == "import" for _person, _level, source in kept),
        without=tuple((card, lacking[person]) for person, card in named),
        without_count=len(lacking),
    )


def person_year(viewer: Viewer, year: int, number: str, *, day: date, at: datetime) -> PersonYear:
    """Return every revision of a person's rating of a year; the look goes on the record.

    :raises NotFound: if there is none, or it is not open to the viewer
    """
    _insist(viewer)
    _insist_on_a_year(year)
    card = get_person_for(viewer, number, day)
    if not may(viewer, "read", "rating", card.person_id) or is_kept_to_self(viewer, card.person_id, day=day):
        raise NotFound(where="number")
    rows = YearResult.objects.filter(person=card.person_id, year=year).order_by("-revision").select_related("verified_by")
    revisions = tuple(
        Revision(
            number=row.revision, score=row.score, level=str(row.level), source=row.source, note=str(row.note),
            by=row.verified_by.name if row.verified_by else row.made_by, made_at=row.made_at, is_last=row.is_last,
            parts=tuple((part["period"], part["score"], part["days"]) for part in row.parts),
        )
        for row in rows
    )  # fmt: skip
    if not revisions:
        raise NotFound(where="year")
    note_looks(viewer, [card], at=at)
    corrections = _corrections(viewer, day=day, person_id=card.person_id, year=year)
    return PersonYear(card=card, year=year, revisions=revisions, corrections=tuple(corrections))


def _corrections(
    viewer: Viewer, *, day: date, states: tuple[str, ...] = (), person_id: int | None = None, year: int | None = None
) -> list[CorrectionRow]:
    rows = YearCorrection.objects.order_by("-proposed_at", "-id")
    if states:
        rows = rows.filter(state__in=states)
    if person_id is not None and year is not None:
        rows = rows.filter(person=person_id, year=year)
    found = [row for row in rows[:200] if may(viewer, "read", "rating", row.person_id)]
    known = cards({row.person_id for row in found}, day)
    return [
        CorrectionRow(
            ref=row.ref, card=known[row.person_id], year=row.year, score=row.score, level=str(row.level), reason=str(row.reason),
            state=row.state, proposed_by=row.proposed_by, proposed_at=row.proposed_at,
            is_own=row.proposed_by_account == viewer.account_id, decided_by=row.decided_by, decided_at=row.decided_at,
        )
        for row in found
        if row.person_id in known
    ]  # fmt: skip


def _insist_on_a_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotFound(where="year")


def _insist(viewer: Viewer) -> None:
    if not may_company(viewer, "read", "years"):
        raise NotFound
