"""A score as its page shows it: the figure, what moved it, and parts that add up to it."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.home.shown.amounts import amount, named, of_five, period_words, share, target_of, tenths
from bole.home.shown.counts import counted, missing, too_few
from bole.home.shown.moves import move_rows, week_words
from bole.home.shown.trend import finding, meaning, trend_of
from bole.kit.ui.charts import Move, Trend
from bole.kit.ui.days import day as day_words
from bole.kit.ui.words import points
from bole.scoring.queries import MyScore, Sheet
from bole.scoring.rules.explanation import Explanation, GroupPart, LeafPart
from bole.scoring.rules.rounding import apportion, to_tenths

MOST_SHADES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafRow:
    """An indicator in the list: its value and target, how it was counted, where its records are."""

    code: str
    name: str
    note: str
    trail: str
    trail_note: str
    url: str
    meets: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """A dimension: what it contributes (in tenths), of how much, and its indicators."""

    code: str
    name: str
    note: str
    tenths: int
    trail: str
    trail_note: str
    swatch: int
    leaves: tuple[LeafRow, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchRow:
    """Days in one unit and family: what they contribute to a joined score."""

    label: str
    note: str
    trail: str
    parts: "Parts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What adds up to a score, as a drawing and as a list in the same order."""

    title: str
    label: str
    values: tuple[float, ...]
    groups: tuple[GroupRow, ...]
    stretches: tuple[StretchRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreShown:
    """All words of a score's page. `state` says which of them are there: scored, not_enough, no_data, no_model, nothing."""

    state: str
    is_live: bool
    period: str
    period_code: str
    score: str = ""
    of_five: str = ""
    label: str = ""
    week: str = ""
    change: int | None = None
    meaning: str = ""
    model: str = ""
    moves: tuple[Move, ...] = ()
    finding: str = ""
    trend: Trend | None = None
    parts: Parts | None = None
    revision: int = 0
    late: str = ""
    self_reported: str = ""


def score_shown(mine: MyScore, *, base: str) -> ScoreShown:
    """Return the page's words; `base` is where the indicators' own pages are."""
    sheet = mine.sheet
    if sheet is None:
        return ScoreShown(state="nothing", is_live=True, period="", period_code="")
    said = ScoreShown(
        state=sheet.state,
        is_live=mine.is_live,
        period=period_words(sheet.period),
        period_code=sheet.period.code,
        revision=sheet.revision,
    )
    if sheet.score is None or sheet.explanation is None:
        return said
    change = mine.change
    query = "" if mine.is_live and sheet.period == _headline(mine) else f"?period={sheet.period.code}"
    return replace(
        said,
        state="scored",
        score=points(sheet.score),
        of_five=_("On the 5-point scale %(score)s; 100 points are 5.") % {"score": of_five(sheet.score)},
        label=(_("Live score, %(period)s") if mine.is_live else _("Score, %(period)s")) % {"period": said.period},
        week=week_words(change),
        change=change.tenths * 10 if change else None,
        meaning=meaning(sheet, mine.line.usual if mine.line else None),
        model=model_words(sheet),
        moves=tuple(move_rows(change, base=base)),
        finding=finding(mine) if mine.line else "",
        trend=trend_of(mine),
        parts=parts_of(sheet.explanation, sheet, base=base, query=query),
        late=_late(mine),
        self_reported=_self_reported(sheet.unconfirmed),
    )


def _self_reported(count: int) -> str:
    words = ngettext("%(count)s result is self-reported, to be confirmed", "%(count)s results are self-reported, to be confirmed", count)
    return words % {"count": count} if count else ""


def _headline(mine: MyScore) -> object:
    open_ones = [one for one in mine.periods if not one.is_closed]
    return mine.sheet.period if mine.sheet and open_ones and open_ones[0].code == mine.sheet.period.code else None


def _late(mine: MyScore) -> str:
    if mine.late is None or mine.sheet is None or mine.late.score_now == mine.sheet.score:
        return ""
    return _("Records that came after the closing would make it %(score)s. The closed score stays.") % {
        "score": points(mine.late.score_now)
    }


def model_words(sheet: Sheet) -> str:
    """Return by which model a score is computed."""
    if sheet.model is None or sheet.model.first_day is None:
        return ""
    return _("By “%(model)s”, version %(v)s, in force since %(date)s") % {
        "model": named(sheet.model.zh, sheet.model.en),
        "v": sheet.model.number,
        "date": day_words(sheet.model.first_day),
    }


def parts_of(explanation: Explanation, sheet: Sheet, *, base: str, query: str = "") -> Parts:
    """Return the parts that add up to a score as it is shown."""
    if explanation.stretches:
        return _stretches(explanation, sheet, base=base, query=query)
    shown = explanation.in_tenths()
    groups = tuple(_group(one, n, shown, sheet, base=base, query=query) for n, one in enumerate(explanation.dimensions, 1))
    count = len(groups)
    title = ngettext("%(count)s dimension makes %(score)s", "%(count)s dimensions add up to %(score)s", count)
    said = {"count": count, "score": points(explanation.total)}
    label = _("%(parts)s; %(left)s are open") % {
        "parts": _(", ").join(f"{one.name} {one.trail}" for one in groups),
        "left": tenths(1000 - sum(one.tenths for one in groups)),
    }
    return Parts(title=title % said, label=label, values=tuple(one.tenths / 10 for one in groups), groups=groups)


def _group(part: GroupPart, place: int, shown: dict[str, int], sheet: Sheet, *, base: str, query: str) -> GroupRow:
    leaves = list(part.leaves)
    sum_ = sum(shown[leaf.code] for leaf in leaves)
    why = [missing(leaf, named(leaf.zh, leaf.en)) for leaf in leaves]
    return GroupRow(
        code=part.code,
        name=named(part.zh, part.en),
        note=_("weight %(weight)s") % {"weight": share(part.weight)},
        tenths=sum_,
        trail=tenths(sum_) if part.used else _("no data"),
        trail_note=f"/ {amount('count', part.used / 100)}" if part.used else "",
        swatch=min(place, MOST_SHADES),
        leaves=tuple(_leaf(leaf, sheet, base=base, query=query) for leaf in leaves),
        why=tuple(one for one in why if one),
    )


def _leaf(leaf: LeafPart, sheet: Sheet, *, base: str, query: str) -> LeafRow:
    return LeafRow(
        code=leaf.code,
        name=named(leaf.zh, leaf.en),
        note=too_few(leaf) or counted(leaf, sheet.indicator(leaf.code), is_closed=sheet.is_closed),
        trail=amount(leaf.unit, leaf.value),
        trail_note=target_of(leaf, sheet.period),
        url=f"{base}{leaf.code}/{query}",
        meets=leaf.meets_target,
    )


def _stretches(explanation: Explanation, sheet: Sheet, *, base: str, query: str) -> Parts:
    """Return the parts of somebody who changed unit or job in the period: each counts by its working days."""
    whole = to_tenths(explanation.total or 0)
    shares = apportion([one.contribution for one in explanation.stretches], whole, step=10)
    rows = tuple(
        StretchRow(
            label=one.label,
            note=_("%(first)s to %(last)s, %(days)s working days")
            % {
                "first": day_words(one.first_day),
                "last": day_words(one.last_day),
                "days": one.explanation.gone,
            },
            trail=tenths(share),
            parts=parts_of(one.explanation, sheet, base=base, query=query),
        )
        for one, share in zip(explanation.stretches, shares, strict=True)
    )
    title = _("%(count)s jobs in this period, by working days, make %(score)s") % {"count": len(rows), "score": points(explanation.total)}
    label = _(", ").join(f"{row.label} {row.trail}" for row in rows)
    return Parts(title=title, label=label, values=tuple(share / 10 for share in shares), groups=(), stretches=rows)
