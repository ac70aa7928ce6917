"""The way from a score down to the records of one indicator."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bole.scoring.queries import Sheet, my_sheet
from bole.scoring.queries.amounts import own_target_why
from bole.scoring.rules.explanation import Explanation, GroupPart, LeafPart, Stretch
from bole.scoring.rules.indicator import SMALLEST, IndicatorRule
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.work.queries import FactPage, Only, Question, facts_for

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Way:
    """One way down: the stretch of days if there are several, the dimension and what lies below it, the indicator."""

    stretch: Stretch | None
    explanation: Explanation
    groups: tuple[GroupPart, ...]
    leaf: LeafPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """An indicator of a score with its ways down and one page of its records, of an open period perhaps only those since a day."""

    sheet: Sheet
    indicator: IndicatorRule
    ways: tuple[Way, ...]
    question: Question
    facts: FactPage
    only: Only
    since: date | None = None
    target_why: str = ""  # why the target is the person's own

    @property
    def leaf(self) -> LeafPart:
        """The indicator as it stood last."""
        return self.ways[-1].leaf


def lineage_of(
    viewer: Viewer, person_id: int, code: str, *, day: date, period: str = "", only: Only = "", after: str = "", since: date | None = None
) -> Lineage:
    """Return how an indicator came about, with a page of its records (five or six queries).

    `since` lists the records of the last days alone, which may begin before the period: a week does not mind a month.

    :raises NotFound: if it is not open to the viewer, or the score has no such indicator
    """
    sheet = my_sheet(viewer, person_id, day=day, period=period)
    ways = tuple(_ways(sheet.explanation, code)) if sheet.explanation else ()
    indicator = sheet.indicator(code)
    if not ways or indicator is None:
        raise NotFound(where="indicator")
    question = question_of(sheet, indicator, ways[-1].leaf, day=day)
    since = since if since and not sheet.is_closed and day - WEEK < since <= day else None
    facts = facts_for(viewer, replace(question, first_day=since) if since else question, only=only, after=after)
    why = own_target_why(person_id, code, sheet.period) if ways[-1].leaf.target is not None else ""
    return Lineage(sheet=sheet, indicator=indicator, ways=ways, question=question, facts=facts, only=only, since=since, target_why=why)


def question_of(sheet: Sheet, indicator: IndicatorRule, leaf: LeafPart, *, day: date) -> Question:
    """Return which records stand behind an indicator: those known at the closing, or those up to today."""
    is_ratio = indicator.how == "ratio"
    has_bound = indicator.how == "mean" and leaf.target is not None
    return Question(
        person_id=sheet.person_id,
        numerator=indicator.numerator,
        denominator=indicator.denominator if is_ratio else "",
        first_day=sheet.period.first_day,
        last_day=sheet.period.last_day if sheet.is_closed else min(sheet.period.last_day, day),
        known_at=sheet.at if sheet.is_closed else None,
        bound=round((leaf.target or 0) * SMALLEST[leaf.unit]) if has_bound else None,
        is_less_better=leaf.direction == "down",
    )


def _ways(explanation: Explanation, code: str) -> Iterator[Way]:
    for stretch in explanation.stretches:
        for way in _ways(stretch.explanation, code):
            yield Way(stretch, way.explanation, way.groups, way.leaf)
    for dimension in explanation.dimensions:
        for groups, leaf in _below(dimension, ()):
            if leaf.code == code:
                yield Way(None, explanation, groups, leaf)


def _below(group: GroupPart, above: tuple[GroupPart, ...]) -> Iterator[tuple[tuple[GroupPart, ...], LeafPart]]:
    for part in group.parts:
        if isinstance(part, LeafPart):
            yield (*above, group), part
        else:
            yield from _below(part, (*above, group))
