"""Rating a year: its scale, its closing, earlier years from a file, and corrections by two people."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bole.access.rules import may, may_company
from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.kit.bulk import insert_rows
from bole.kit.clock import local_day
from bole.people.models import Person
from bole.scoring.events import YearClosed
from bole.scoring.models import RatingYear, YearCorrection, YearResult
from bole.scoring.refusals import (
    BandsWrong,
    DecidedAlready,
    ExcellentWrong,
    LevelUnknown,
    NeedsReason,
    NothingToCorrect,
    NotOverYet,
    PeriodsOpen,
    ProposedAlready,
    RatedAlready,
    ScaleChanged,
    SecondPerson,
    YearClosedAlready,
)
from bole.scoring.rules.ratings import LEVELS, MOST_SCORE, level_of, wrong_bands, wrong_excellent
from bole.scoring.yearly import Scale, last_day, open_periods, scale_of, years_of
from bole.values.period import Period
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer

COLUMNS = ("person_id", "year", "revision", "score", "level", "source", "note", "parts", "verified_by_id", "made_at", "made_by", "is_last")
FIRST_YEAR = 1990


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenRating:
    """A rating of an earlier year as a file gives it: score in hundredths of 100, level, where it comes from."""

    person_id: int
    year: int
    score: int | None
    level: str
    note: str


@action("scoring.set_scale")
def set_scale(*, year: int, bands: Mapping[str, int], excellent: Collection[str], version: int, by: Viewer, at: datetime) -> RatingYear:
    """Set from which score on a year gives each level, and which levels it calls excellent.

    :raises YearClosedAlready: if the year is closed
    :raises ScaleChanged: if somebody else set it meanwhile
    :raises BandsWrong: if a band does not lie below the one above it
    :raises ExcellentWrong: if the excellent levels are not the best ones
    """
    _insist(by)
    _insist_on_year(year, at)
    row = RatingYear.objects.select_for_update().filter(year=year).first()
    _insist_open(row)
    if scale_of(row).version != version:
        raise ScaleChanged(name=row.changed_by if row else "", where="bands")
    if wrong := wrong_bands(bands):
        raise BandsWrong(level=wrong, where=f"band_{wrong}")
    if wrong_excellent(excellent):
        raise ExcellentWrong(where="excellent")
    on_record(thing=f"rating year {year}", fields=("bands", "excellent"))
    return _kept_scale(row, year, Scale(dict(bands), tuple(sorted(excellent, key=LEVELS.index))), by=by, at=at)


def _kept_scale(row: RatingYear | None, year: int, scale: Scale, *, by: Viewer, at: datetime) -> RatingYear:
    kept = {"bands": dict(scale.bands), "excellent": list(scale.excellent), "changed_at": at, "changed_by": by.name}
    if row is None:
        return RatingYear.objects.create(year=year, **kept)
    for name, value in kept.items():
        setattr(row, name, value)
    row.version += 1
    row.save(update_fields=[*kept, "version"])
    return row


@action("scoring.close_year")
def close_year(*, year: int, by: Viewer, at: datetime) -> RatingYear:
    """Rate everybody's year by its closed periods; whose rating was imported keeps it.

    :raises NotOverYet: if the year runs
    :raises PeriodsOpen: if a period of it is not closed
    :raises YearClosedAlready: if it was closed before
    """
    _insist(by)
    _insist_on_year(year, at)
    row = RatingYear.objects.select_for_update().filter(year=year).first()
    _insist_open(row)
    if local_day(at) <= last_day(year):
        raise NotOverYet(period=Period.parse(str(year)), day=last_day(year).isoformat())
    if still := open_periods(year):
        raise PeriodsOpen(periods=", ".join(one.code for one in still))
    scale = scale_of(row)
    found = {person: one for person, one in years_of(year, scale).items() if not one.is_given}
    row = row or _kept_scale(None, year, scale, by=by, at=at)
    row.closed_at, row.closed_by, row.people = at, by.name, sum(1 for one in found.values() if one.rated.is_enough)
    row.save(update_fields=["closed_at", "closed_by", "people"])
    rows = [
        (
            person, year, 1, one.rated.score, one.rated.level, "closed", "",
            [{"period": part.period, "score": part.score, "days": part.days} for part in one.parts], None, at, by.name, True,
        )
        for person, one in found.items()
    ]  # fmt: skip
    insert_rows(YearResult, COLUMNS, rows)
    on_record(thing=f"rating year {year}", fields=("level",))
    announce(YearClosed(year), at=at)
    return row


@action("scoring.take_ratings")
def take_ratings(*, rows: Sequence[GivenRating], by: Viewer, at: datetime) -> int:
    """Take ratings of earlier years from a file, all or none; whoever takes them has verified them.

    :raises NotYours: unless HR admin takes them, and not their own
    :raises RatedAlready: if one of them was rated meanwhile
    """
    if not may_company(by, "change", "imports"):
        raise NotYours
    if by.person_id in {one.person_id for one in rows}:
        raise NotYours
    for _locked in Person.objects.select_for_update(no_key=True).filter(pk__among=sorted({one.person_id for one in rows})).order_by("pk"):
        pass
    asked = {(one.person_id, one.year) for one in rows}
    years = {one.year for one in rows}
    if asked & set(YearResult.objects.filter(year__in=years, is_last=True).values_list("person_id", "year")):
        raise RatedAlready
    scales = {row.year: scale_of(row) for row in RatingYear.objects.filter(year__in=years)}
    kept: list[tuple[Any, ...]] = [
        (
            one.person_id, one.year, 1, one.score, one.level or _level(one, scales.get(one.year)), "import", one.note, [], by.person_id, at,
            by.name, True,
        )
        for one in rows
    ]  # fmt: skip
    insert_rows(YearResult, COLUMNS, kept)
    on_record(thing="ratings of earlier years", fields=("level",))
    return len(kept)


def _level(one: GivenRating, scale: Scale | None) -> str:
    return "" if one.score is None else level_of(one.score, (scale or scale_of(None)).bands)


@action("scoring.propose_year_correction")
def propose_year_correction(
    *, person_id: int, year: int, score: int | None, level: str, reason: str, by: Viewer, at: datetime
) -> YearCorrection:
    """Propose another rating of a year for one person; nothing changes until another person approves.

    :raises NothingToCorrect: if the person has no rating of that year
    :raises ProposedAlready: if a proposal waits
    """
    if not may_company(by, "change", "years") or by.person_id == person_id:
        raise NotYours
    if level not in LEVELS:
        raise LevelUnknown(text=level, where="level")
    if score is not None and not 0 <= score <= MOST_SCORE:
        raise LevelUnknown(text=str(score), where="score")
    if not reason.strip():
        raise NeedsReason(where="reason")
    if not YearResult.objects.filter(person_id=person_id, year=year, is_last=True).exists():
        raise NothingToCorrect(year=year)
    if YearCorrection.objects.filter(person_id=person_id, year=year, state="proposed").exists():
        raise ProposedAlready
    made = YearCorrection.objects.create(
        person_id=person_id, year=year, score=score, level=level, reason=reason.strip()[:500], proposed_by=by.name,
        proposed_by_account=by.account_id or 0, proposed_at=at,
    )  # fmt: skip
    on_record(subject=_ref_of(person_id), thing=f"rating correction {made.ref}", reason=str(year))
    return made


@action("scoring.decide_year_correction")
def decide_year_correction(*, ref: str, approves: bool, by: Viewer, at: datetime) -> YearCorrection:
    """Approve or decline a correction. Approved, it is the next revision; all are kept.

    :raises SecondPerson: if the proposer decides
    :raises DecidedAlready: if someone decided first
    """
    found = YearCorrection.objects.select_for_update().filter(ref=ref).first()
    if found is None or not may_company(by, "read", "years") or not may(by, "read", "rating", found.person_id):
        raise NotFound
    if not may_company(by, "approve", "years") or by.person_id == found.person_id:
        raise NotYours
    if found.state != "proposed":
        raise DecidedAlready
    if by.account_id == found.proposed_by_account:
        raise SecondPerson
    found.state, found.decided_by, found.decided_at = ("approved" if approves else "declined"), by.name, at
    found.save(update_fields=["state", "decided_by", "decided_at"])
    on_record(subject=_ref_of(found.person_id), thing=f"rating correction {ref}", fields=("level",))
    if approves:
        _revise(found, by=by, at=at)
    return found


def _revise(found: YearCorrection, *, by: Viewer, at: datetime) -> None:
    last = YearResult.objects.select_for_update().get(person_id=found.person_id, year=found.year, is_last=True)
    YearResult.objects.filter(pk=last.pk).update(is_last=False)
    YearResult.objects.create(
        person_id=found.person_id, year=found.year, revision=last.revision + 1, score=found.score, level=str(found.level),
        source="correction", note=str(found.reason), parts=last.parts, verified_by_id=by.person_id, made_at=at, made_by=by.name,
    )  # fmt: skip


def _insist(by: Viewer) -> None:
    if not may_company(by, "change", "years"):
        raise NotYours


def _insist_on_year(year: int, at: datetime) -> None:
    if not FIRST_YEAR <= year <= local_day(at).year + 1:
        raise NotFound(where="year")


def _insist_open(row: RatingYear | None) -> None:
    if row is not None and row.closed_at is not None:
        raise YearClosedAlready(year=row.year)


def _ref_of(person_id: int) -> str:
    return str(Person.objects.values_list("ref", flat=True).get(pk=person_id))
