"""Indicators in words: the library, and one in the editor."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.kit.middleware import words_of
from bole.kit.ui.languages import listed
from bole.scoring.queries.catalogue import IndicatorRow
from bole.scoring.rules.indicator import IndicatorRule
from bole.scoring.rules.typed_curve import TypedCurve, typed_curve
from bole.scoring.shown.curves import curve_picture, curve_words
from bole.scoring.shown.drafts import TextLine
from bole.scoring.shown.periods import named
from bole.scoring.shown.targets import valued
from bole.values.refusal import Invalid
from bole.work.rules.measures import MEASURES

_ROW = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorShown:
    """An indicator in the library."""

    name: str
    url: str
    how: str
    target: str
    curve: str
    models: str
    is_long_term: bool


@dataclass(frozen=True, slots=True)
class LineShown:
    """One line of a curve: its two fields with what was typed."""

    value_name: str
    value_words: str
    value: str
    score_name: str
    score_words: str
    score: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveShown:
    """The curve's fields, its picture, and what is wrong with it."""

    given: TypedCurve
    lines: tuple[LineShown, ...]
    picture: SafeString | str
    words: str
    problem: str


def library_title(rows: list[IndicatorRow]) -> str:
    """Return how many indicators there are, and how many are in use."""
    used = sum(bool(one.models) for one in rows)
    said = {"count": len(rows), "used": used}
    return ngettext("%(count)s indicator, %(used)s of them in use", "%(count)s indicators, %(used)s of them in use", len(rows)) % said


def indicator_shown(row: IndicatorRow) -> IndicatorShown:
    """Return an indicator as a line."""
    rule = row.rule
    return IndicatorShown(
        name=named(rule.zh, rule.en),
        url=f"/company/indicators/{rule.code}/",
        how=how_words(rule),
        target="–" if rule.target is None else valued(rule.unit, rule.target),
        curve=curve_words(rule),
        models=models_words(row),
        is_long_term=rule.is_long_term,
    )


def models_words(row: IndicatorRow) -> str:
    """Return in which models it is, in force or in a draft."""
    return listed(named(one.zh, one.en) for one in row.models)


def how_words(rule: IndicatorRule) -> str:
    """Return of what it is computed."""
    said = {"one": measure_name(rule.numerator), "other": measure_name(rule.denominator)}
    match rule.how:
        case "ratio":
            return _("%(one)s ÷ %(other)s") % said
        case "mean":
            return _("mean of “%(one)s”") % said
        case "sum":
            return _("sum of “%(one)s”") % said


def measure_name(code: str) -> str:
    """Return a measure's name."""
    found = MEASURES.get(code)
    return named(found.name.zh, found.name.en) if found else code


def measure_choices(*codes: str) -> list[tuple[str, str]]:
    """Return the measures that an indicator may be made of, and these beside them. What shows work in progress only is none of them."""
    offered = {code for code, one in MEASURES.items() if not one.is_alone_forbidden} | {code for code in codes if code}
    return sorted(((code, measure_name(code)) for code in offered), key=lambda one: one[1])


def curve_shown(given: TypedCurve, rule: IndicatorRule | None, refused: Invalid | None) -> CurveShown:
    """Return the curve with its picture, or with what keeps it from being drawn."""
    lines = tuple(_line(n, value, score, given.kind) for n, (value, score) in enumerate(given.rows))
    if rule is None:
        return CurveShown(given=given, lines=lines, picture="", words="", problem=_problem(refused) if refused else "")
    return CurveShown(given=given, lines=lines, picture=curve_picture(rule), words=curve_words(rule), problem="")


def _line(n: int, value: str, score: str, kind: str) -> LineShown:
    said = {"n": n + 1}
    words = _("%(n)s. up to the value") if kind == "steps" else _("%(n)s. at the value")
    return LineShown(f"value{n}", words % said, value, f"score{n}", _("score"), score)


def is_of_curve(refused: Invalid) -> bool:
    """Test if a refusal is about the curve."""
    return refused.where.startswith(("curve", "points", "steps", "above", "cap", "limit"))


def _problem(refused: Invalid) -> str:
    """Return what is wrong, with the line that it is about."""
    sentence, row = words_of(refused)[0], _ROW.search(refused.where)
    return _("Line %(n)s: %(sentence)s") % {"n": int(row[1]) + 1, "sentence": sentence} if row else sentence


def initial_of(rule: IndicatorRule, version: int) -> dict[str, object]:
    """Return what the form begins with."""
    target = "" if rule.target is None else f"{rule.target:g}"
    return {
        "version": version, "zh": rule.zh, "en": rule.en, "how": rule.how, "numerator": rule.numerator, "denominator": rule.denominator,
        "unit": rule.unit, "direction": rule.direction, "target": target, "least_sample": rule.least_sample, "missing": rule.missing,
        "is_long_term": rule.is_long_term, "asks_confirmation": rule.asks_confirmation,
    }  # fmt: skip


def beside(mine: Mapping[str, str], theirs: IndicatorRule, labels: Mapping[str, str]) -> tuple[list[TextLine], list[TextLine]]:
    """Return two texts of an indicator, field by field; what differs is marked in both."""
    other = {name: str(value) for name, value in initial_of(theirs, 0).items()}
    other["is_long_term"] = "on" if theirs.is_long_term else ""
    other["asks_confirmation"] = "on" if theirs.asks_confirmation else ""
    other |= dict(curve_fields(typed_curve(theirs.curve)))
    return list(_lines(mine, other, labels)), list(_lines(other, mine, labels))


def _lines(one: Mapping[str, str], other: Mapping[str, str], labels: Mapping[str, str]) -> Iterator[TextLine]:
    for name, label in labels.items():
        said = {"label": label, "value": one.get(name, "") or "–"}
        yield TextLine(words=_("%(label)s: %(value)s") % said, depth=0, differs=one.get(name, "") != other.get(name, ""))
    here, there = _curve_text(one), _curve_text(other)
    yield TextLine(words=_("%(label)s: %(value)s") % {"label": _("Curve"), "value": here}, depth=0, differs=here != there)


def _curve_text(fields: Mapping[str, str]) -> str:
    rows = [f"{fields[f'value{n}']} → {fields.get(f'score{n}', '')}" for n in range(30) if fields.get(f"value{n}")]
    rest = [fields[name] for name in ("above", "cap", "limit", "zeroes") if fields.get(name)] if not rows else []
    return _("; ").join((fields.get("curve", ""), *rows, *rest))


def curve_fields(given: TypedCurve) -> Iterator[tuple[str, str]]:
    """Yield the fields that a browser would send for a curve."""
    yield "curve", given.kind
    for n, (value, score) in enumerate(given.lines):
        yield f"value{n}", value
        yield f"score{n}", score
    yield from (("above", given.above), ("cap", given.cap), ("limit", given.limit), ("zeroes", given.zeroes))
