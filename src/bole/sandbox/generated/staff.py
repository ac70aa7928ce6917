"""The people: teams and professions, who joined, left and moved when, and who was away."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bole.sandbox.generated.chance import stream
from bole.sandbox.generated.indicators import CODES, INDICATORS, PROFESSIONS, SOURCES
from bole.signals.rules.daily import BoolArray, IntArray

TEAM_SIZE = (6, 13)
JOINING, LEAVING, MOVING = 0.20, 0.14, 0.08  # of all, over two years
SPELLS_A_YEAR = 3.0


@dataclass(frozen=True, slots=True)
class Staff:
    """The people, a place for each."""

    unit: IntArray  # [people]
    profession: IntArray  # [people]
    joined: IntArray  # [people], a day; 0: before the first
    left: IntArray  # [people], the first day on which they are gone; the number of days: they stay
    moved: IntArray  # [people], first day in the present post, 0: always
    is_post_harder: BoolArray  # [people], moved, and the present post is the harder one
    absent: BoolArray  # [people, days]


@dataclass(frozen=True, slots=True)
class Rows:
    """Pairs of person and indicator, those of one person side by side."""

    person: IntArray
    unit: IntArray
    indicator: IntArray
    source: IntArray
    team: IntArray  # one number for each pair of unit and indicator


def make_staff(*, people: int, days: int, seed: int) -> Staff:
    """Draw the people of a company."""
    rng = stream(seed, "staff", people)
    unit = _units(rng, people)
    profession = _professions(rng, int(unit.max()) + 1)[unit]
    joins, leaves, moves = (rng.random(people) < share for share in (JOINING, LEAVING, MOVING))
    joined = np.where(joins, rng.integers(1, max(days, 2), people), 0)
    left = np.where(leaves & ~joins, rng.integers(days // 4, max(days, 2), people), days)
    moved = np.where(moves & ~joins & ~leaves, rng.integers(days // 5, max(days * 4 // 5, days // 5 + 1), people), 0)
    return Staff(
        unit=unit.astype(np.int32),
        profession=profession.astype(np.int32),
        joined=joined.astype(np.int32),
        left=left.astype(np.int32),
        moved=moved.astype(np.int32),
        is_post_harder=(moved > 0) & (rng.random(people) < 0.6),
        absent=_absences(rng, people=people, days=days),
    )


def rows_of(staff: Staff) -> Rows:
    """Return a row for each indicator of each person."""
    places = [np.array([CODES.index(code) for code in codes], dtype=np.int32) for _, codes in PROFESSIONS]
    indicator = np.concatenate([places[one] for one in staff.profession])
    person = np.repeat(np.arange(len(staff.unit), dtype=np.int32), [len(places[one]) for one in staff.profession])
    source = np.array([SOURCES.index(one.source) for one in INDICATORS], dtype=np.int32)[indicator]
    unit = staff.unit[person]
    team = np.unique(unit.astype(np.int64) * len(CODES) + indicator, return_inverse=True)[1].astype(np.int32)
    return Rows(person=person, unit=unit, indicator=indicator, source=source, team=team)


def _units(rng: np.random.Generator, people: int) -> NDArray[np.int64]:
    """Cut the people into teams of about nine."""
    sizes = rng.integers(*TEAM_SIZE, size=people // TEAM_SIZE[0] + 1)
    return np.repeat(np.arange(len(sizes)), sizes)[:people]


def _professions(rng: np.random.Generator, teams: int) -> NDArray[np.int64]:
    """Give each team a profession, by the shares as near as can be."""
    shares = np.cumsum([share for share, _ in PROFESSIONS])
    return rng.permutation(np.searchsorted(shares, (np.arange(teams) + 0.5) / teams))


def _absences(rng: np.random.Generator, *, people: int, days: int) -> BoolArray:
    """Draw leave and travel: a few short spells a year each, long ones for few."""
    absent = np.zeros((people, days), dtype=np.bool_)
    spells = rng.poisson(SPELLS_A_YEAR * days / 365, people)
    person = np.repeat(np.arange(people), spells)
    first = rng.integers(0, days, len(person))
    length = np.where(rng.random(len(person)) < 0.6, rng.integers(1, 4, len(person)), rng.integers(4, 9, len(person)))
    for who, begin, long in zip(person, first, length, strict=True):
        absent[who, begin : begin + long] = True
    for who in np.flatnonzero(rng.random(people) < 0.02):
        begin = int(rng.integers(0, days))
        absent[who, begin : begin + int(rng.integers(30, 90))] = True
    return absent
