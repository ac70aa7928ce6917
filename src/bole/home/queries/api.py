"""A score as a program reads it: dimensions, indicators, readings, and the items with their links."""

from dataclasses import replace
from datetime import date
from typing import Any

from bole.home.queries.lineage import question_of
from bole.people.queries import Card
from bole.scoring.queries import Sheet, my_sheet
from bole.scoring.rules.explanation import Explanation, GroupPart, LeafPart
from bole.scoring.rules.rounding import five_point
from bole.values.viewer import Viewer
from bole.work.queries import FactPage, facts_for

SCOPE = "score.read"


def reader_of(viewer: Viewer) -> Viewer:
    """Return who reads scores: a program with the scope reads as HR does; without it, it is nobody."""
    if SCOPE in viewer.scopes:
        return replace(viewer, account_id=0, roles=frozenset({"hr_admin"}))
    return viewer


def score_of(viewer: Viewer, card: Card, *, day: date, period: str, indicator: str, after: str) -> dict[str, Any]:
    """Return a score opened down to its items; with `indicator` and `after` one indicator's next page of them.

    :raises NotFound: if it is not open to the viewer
    """
    sheet = my_sheet(viewer, card.person_id, day=day, period=period)
    told: dict[str, Any] = {
        "person": {"number": card.number, "name": card.name},
        "period": sheet.period.code,
        "state": sheet.state,
        "score": _points(sheet.score),
        "score_of_5": None if sheet.score is None else five_point(sheet.score) / 100,
        "is_closed": sheet.is_closed,
        "revision": sheet.revision or None,
        "as_of": sheet.at.isoformat() if sheet.at else None,
        "model": {"code": sheet.model.code, "version": sheet.model.number} if sheet.model else None,
    }
    reading = _Reading(viewer, sheet, card.number, day, indicator, after)
    return told | reading.explained(sheet.explanation) if sheet.explanation else told


class _Reading:
    """One reading of a score: whose, by whom, which page of which items."""

    def __init__(self, viewer: Viewer, sheet: Sheet, number: str, day: date, indicator: str, after: str) -> None:
        """Keep what every indicator needs."""
        self.viewer, self.sheet, self.number, self.day = viewer, sheet, number, day
        self.indicator, self.after = indicator, after

    def explained(self, explanation: Explanation) -> dict[str, Any]:
        """Return dimensions, or the stretches of somebody who changed unit or job."""
        if not explanation.stretches:
            return {"dimensions": [self.group(one) for one in explanation.dimensions]}
        return {
            "stretches": [
                {
                    "label": one.label,
                    "first_day": one.first_day.isoformat(),
                    "last_day": one.last_day.isoformat(),
                    "score": _points(one.explanation.total),
                    "contribution": _points(one.contribution),
                    **self.explained(one.explanation),
                }
                for one in explanation.stretches
            ]
        }

    def group(self, part: GroupPart) -> dict[str, Any]:
        """Return a dimension, or a part of one."""
        return {
            "code": part.code,
            "zh": part.zh,
            "en": part.en,
            "value_class": part.value_class,
            "score": _points(part.score),
            "weight": part.weight / 10_000,
            "weight_used": part.used / 10_000,
            "contribution": _points(part.contribution),
            "parts": [self.leaf(one) if isinstance(one, LeafPart) else self.group(one) for one in part.parts],
        }

    def leaf(self, leaf: LeafPart) -> dict[str, Any]:
        """Return an indicator with its readings and its items."""
        told = {
            "indicator": leaf.code,
            "zh": leaf.zh,
            "en": leaf.en,
            "how": leaf.how,
            "unit": leaf.unit,
            "direction": leaf.direction,
            "value": leaf.value,
            "expected": leaf.expected,
            "target": leaf.target,
            "score": _points(leaf.score),
            "weight": leaf.weight / 10_000,
            "weight_used": leaf.used / 10_000,
            "contribution": _points(leaf.contribution),
            "state": leaf.state,
        }
        rule = self.sheet.indicator(leaf.code)
        if rule is None or (self.indicator and self.indicator != leaf.code):
            return told
        readings = [{"measure": rule.numerator, "total": leaf.numerator}]
        if rule.how == "ratio":
            readings.append({"measure": rule.denominator, "total": leaf.denominator or 0})
        elif rule.how == "mean":
            readings[0]["count"] = leaf.sample
        found = facts_for(self.viewer, question_of(self.sheet, rule, leaf, day=self.day), after=self.after if self.indicator else "")
        return {**told, "readings": readings, "items": self.items(leaf.code, found)}

    def items(self, code: str, found: FactPage) -> dict[str, Any]:
        """Return a page of items, and where the next one is."""
        path = f"/api/v1/people/{self.number}/score?period={self.sheet.period.code}&indicator={code}&after={found.after}"
        return {
            "count": found.count,
            "next": path if found.after else None,
            "rows": [
                {
                    "id": one.external_id,
                    "connection": one.connection,
                    "title": one.title,
                    "link": one.link,
                    "kind": one.kind,
                    "measure": one.measure,
                    "day": one.day.isoformat(),
                    "value": one.value,
                    "is_met": one.is_met,
                    "is_late": one.is_late,
                }
                for one in found.rows
            ],
        }


def _points(hundredths: int | None) -> float | None:
    return None if hundredths is None else hundredths / 100
