"""A row of a file with ratings of earlier years: text in, a rating out."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from bole.scoring.rules.ratings import LEVELS
from bole.values.refusal import Invalid, say

FIRST_YEAR = 1990
LONGEST_NOTE = 200
# What companies write for the five levels.
WORDS: Mapping[str, str] = {"卓越": "S", "优秀": "A", "良好": "B", "合格": "C", "待改进": "D"}


class BadYear(Invalid):
    """Only years that are over are taken over."""

    code = "bad_year"
    sentence = say("“{text}” is no year that is over. Write it like {example}.")


class BadScore(Invalid):
    """The score lies outside of its scale."""

    code = "bad_score"
    sentence = say("“{text}” is no score from 0 to {most}.")


class BadLevel(Invalid):
    """There are five levels."""

    code = "bad_level"
    sentence = say("“{text}” is no level. Levels are S, A, B, C and D.")


class NothingGiven(Invalid):
    """A rating is a score, a level, or both."""

    code = "nothing_given"
    sentence = say("There is neither a score nor a level.")


@dataclass(frozen=True, slots=True)
class Given:
    """A rating as a row gives it: the score in hundredths of 100."""

    year: int
    score: int | None
    level: str
    note: str


def given_in(cells: Mapping[str, str], *, most: int, this_year: int) -> Given:
    """Read a row; `most` is 5 or 100, the top of the scale of its score.

    :raises Invalid: with what is wrong, the first thing of it
    """
    year = _year(cells.get("year", ""), this_year)
    score = _score(cells.get("score", ""), most)
    level = _level(cells.get("level", ""))
    if score is None and not level:
        raise NothingGiven(where="score")
    return Given(year, score, level, cells.get("note", "")[:LONGEST_NOTE])


def _year(text: str, this_year: int) -> int:
    plain = unicodedata.normalize("NFKC", text).strip().removesuffix("年度").removesuffix("年").removesuffix(".0")
    if not (plain.isascii() and plain.isdigit() and len(plain) == 4 and FIRST_YEAR <= int(plain) < this_year):
        raise BadYear(where="year", text=text[:40], example=this_year - 1)
    return int(plain)


def _score(text: str, most: int) -> int | None:
    plain = unicodedata.normalize("NFKC", text).strip().removesuffix("分")
    if not plain:
        return None
    try:
        given = Decimal(plain)
    except InvalidOperation:
        raise BadScore(where="score", text=text[:40], most=most) from None
    if not given.is_finite() or not 0 <= given <= most:
        raise BadScore(where="score", text=text[:40], most=most)
    # Half up to a hundredth of 100, as every score is kept: 4.495 of 5 is 89.90.
    return int(given * (100 // most) * 100 + Decimal("0.5"))


def _level(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).strip().upper()
    level = WORDS.get(plain, plain)
    if plain and level not in LEVELS:
        raise BadLevel(where="level", text=text[:40])
    return level
