"""Ratings of years: whoever needs them from another room, and one person's for a viewer."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bole.access.rules import may
from bole.scoring.models import RatingYear, YearResult
from bole.scoring.rules.ratings import USUAL_EXCELLENT
from bole.scoring.rules.rounding import five_point
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

Source = Literal["closed", "import", "correction"]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """A person's rating of a year. `score` is in hundredths of 100 (compare with this), `score_of_5` in hundredths of 5 (show this).

    There is none where the year had too few working days: then score and level are nothing. `verified_by` is who verified an import.
    """

    year: int
    score: int | None
    level: str
    is_excellent: bool
    source: Source
    note: str
    verified_by: str
    revision: int
    made_at: datetime

    @property
    def score_of_5(self) -> int | None:
        """The score on the 5-point scale, in hundredths."""
        return None if self.score is None else five_point(self.score)

    @property
    def is_rated(self) -> bool:
        """Test if there is a rating."""
        return bool(self.level)


_COLUMNS = ("person_id", "year", "score", "level", "source", "note", "verified_by__name", "revision", "made_at")


def year_results(person_ids: Collection[int] | None, years: Collection[int]) -> dict[int, dict[int, YearRow]]:
    """Return the last rating of each person and year (two queries); None asks for everybody."""
    excellent = excellent_levels(years)
    rows = YearResult.objects.filter(year__in=years, is_last=True)
    if person_ids is not None:
        rows = rows.filter(person__among=list(person_ids))
    found: defaultdict[int, dict[int, YearRow]] = defaultdict(dict)
    for person, year, score, level, source, note, verified, revision, made in rows.values_list(*_COLUMNS):
        found[person][year] = YearRow(
            year=year,
            score=score,
            level=str(level),
            is_excellent=level in excellent.get(year, USUAL_EXCELLENT),
            source=source,
            note=str(note),
            verified_by=verified or "",
            revision=revision,
            made_at=made,
        )
    return dict(found)


def excellent_levels(years: Collection[int]) -> dict[int, tuple[str, ...]]:
    """Return the levels that each year calls excellent, where it was said (one query)."""
    rows = RatingYear.objects.filter(year__in=years).values_list("year", "excellent")
    return {year: tuple(levels) for year, levels in rows}


def last_rated_year(day: date) -> int:
    """Return the year that a rule about the last years ends with: the latest with any rating, and never the one that runs (one query)."""
    latest = YearResult.objects.filter(year__lt=day.year, is_last=True).order_by("-year").values_list("year", flat=True).first()
    return latest if latest is not None else day.year - 1


def ratings_for(viewer: Viewer, person_id: int) -> list[YearRow]:
    """Return all ratings of a person, the latest first (three queries).

    :raises NotFound: if they are not open to the viewer
    """
    if not may(viewer, "read", "rating", person_id) or (viewer.is_external and person_id == viewer.person_id):
        raise NotFound  # outsourced people are not rated
    years = list(YearResult.objects.filter(person=person_id, is_last=True).values_list("year", flat=True))
    found = year_results([person_id], years).get(person_id, {}) if years else {}
    return [found[year] for year in sorted(found, reverse=True)]
