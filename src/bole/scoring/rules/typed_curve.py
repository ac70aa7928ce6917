"""A curve while somebody edits it: lines of value and score as typed, and the curve that they make."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

from bole.scoring.rules.curves import KINDS, ZEROES, Capped, Curve, Linear, Steps, Veto
from bole.scoring.rules.strict import MOST, plain
from bole.values.refusal import Invalid, say

MOST_LINES = 30
SPARE = 2  # empty lines that stand ready


class BadNumber(Invalid):
    """The text is no number."""

    code = "bad_number"
    sentence = say("“{text}” is no number. Write it like 12 or 0.5.")


class NoNumber(BadNumber):
    """Nothing was typed where a number belongs."""

    sentence = say("A number is missing here. Write it like 12 or 0.5.")


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedCurve:
    """What was typed. Lines are (value, score); the rest belongs to one kind of curve each."""

    kind: str = "linear"
    lines: tuple[tuple[str, str], ...] = ()
    above: str = ""
    cap: str = "100"
    limit: str = ""
    zeroes: str = "total"

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """The lines with empty ones after them."""
        return (*self.lines, *((("", ""),) * SPARE))[:MOST_LINES]


def typed_curve(curve: Curve) -> TypedCurve:
    """Return a curve as it stands in fields."""
    match curve:
        case Linear(points):
            return TypedCurve(kind="linear", lines=_texts(points))
        case Steps(steps, above):
            return TypedCurve(kind="steps", lines=_texts(steps), above=str(plain(above)))
        case Capped(cap):
            return TypedCurve(kind="capped", cap=str(plain(cap)))
        case Veto(limit, zeroes):
            return TypedCurve(kind="veto", limit=str(plain(limit)), zeroes=zeroes)


def _texts(lines: Sequence[tuple[float, float]]) -> tuple[tuple[str, str], ...]:
    return tuple((str(plain(value)), str(plain(score))) for value, score in lines)


def sent_curve(fields: Mapping[str, str]) -> TypedCurve:
    """Read the fields of the form: `curve`, `value0`, `score0` and so on; empty lines are left out."""
    lines = ((fields.get(f"value{n}", ""), fields.get(f"score{n}", "")) for n in range(MOST_LINES))
    kind = fields.get("curve", "linear")
    return TypedCurve(
        kind=kind if kind in KINDS else "linear",
        lines=tuple(line for line in lines if any(part.strip() for part in line)),
        above=fields.get("above", "0"),
        cap=fields.get("cap", "100"),
        limit=fields.get("limit", ""),
        zeroes=fields["zeroes"] if fields.get("zeroes") in ZEROES else "total",
    )


def curve_raw(given: TypedCurve) -> dict[str, object]:
    """Return the curve as data that the rule reads; it says what does not fit.

    :raises BadNumber: if a text is no number
    """
    match given.kind:
        case "steps":
            return {"kind": "steps", "steps": _numbers(given.lines, "steps"), "above": number(given.above, where="above")}
        case "capped":
            return {"kind": "capped", "cap": number(given.cap, where="cap")}
        case "veto":
            return {"kind": "veto", "limit": number(given.limit, where="limit"), "zeroes": given.zeroes}
        case _:
            return {"kind": "linear", "points": _numbers(given.lines, "points")}


def _numbers(lines: Sequence[tuple[str, str]], name: str) -> list[list[float]]:
    return [[number(text, where=f"{name}[{row}][{n}]") for n, text in enumerate(line)] for row, line in enumerate(lines)]


def number(text: str, *, where: str) -> float:
    """Return a typed number. Full-width digits and a comma for thousands are understood.

    :raises NoNumber: if nothing was typed
    :raises BadNumber: if it is none
    """
    if not text.strip():
        raise NoNumber(where=where)
    clean = unicodedata.normalize("NFKC", text).replace(",", "").replace("\u2212", "-").strip().rstrip("%")
    try:
        read = float(clean) if len(clean) < 30 and "_" not in clean else float("nan")
    except ValueError:
        read = float("nan")
    if not isfinite(read) or abs(read) > MOST:
        raise BadNumber(where=where, text=text[:30])
    return read
