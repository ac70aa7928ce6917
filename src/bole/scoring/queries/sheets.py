"""A person's score of a period, live or frozen, with all that made it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from bole.kit.prepared import Prepared
from bole.scoring.computing import rule_of_version, rule_told
from bole.scoring.models import ClosedScore, LateChange, LiveScore, ModelVersion
from bole.scoring.rules.explanation import Explanation, from_json
from bole.scoring.rules.indicator import IndicatorRule
from bole.scoring.rules.library import LIBRARY
from bole.scoring.rules.on_target import on_target
from bole.scoring.rules.rule import Rule
from bole.values.period import Period
from bole.values.refusal import NotFound
from bole.work.models import Submission

MOST_OPEN = 4


@dataclass(frozen=True, slots=True)
class ModelNote:
    """By which model, which version of it, and since when."""

    code: str
    zh: str
    en: str
    number: int
    first_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One person's score of one period. `state`: scored, not_enough, no_data, no_model. Scores are in hundredths.

    `unconfirmed`: so many results count that the person handed in and nobody has confirmed; known on the person's own page alone.
    """

    person_id: int
    period: Period
    state: str
    score: int | None = None
    explanation: Explanation | None = None
    model: ModelNote | None = None
    at: datetime | None = None
    target: int | None = None
    revision: int = 0
    is_closed: bool = False
    rule: Rule | None = None
    unconfirmed: int = 0

    def indicator(self, code: str) -> IndicatorRule | None:
        """Return how the model defines an indicator; one of a model before a change of job comes from the library."""
        known = (one for one in self.rule.indicators if one.code == code) if self.rule else iter(())
        return next(known, LIBRARY.get(code))


class OpenScore(NamedTuple):
    """A live score as it is kept, with the version of the model that made it (no tree where there was no model)."""

    person_id: int
    period: str
    state: str
    score: int | None
    parts: Mapping[str, Any]
    scored_at: datetime
    tree: Any
    indicators: Any
    number: int
    first_day: date | None
    code: str
    zh: str
    en: str
    unconfirmed: int = 0


_COLUMNS = (
    "person_id", "period", "state", "score", "parts", "scored_at", "model_version__tree", "model_version__indicators",
    "model_version__number", "model_version__first_day", "model_version__model__code", "model_version__model__zh",
    "model_version__model__en",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRow:
    """A period that the person has a score of; an open one has no revision."""

    code: str
    score: int | None
    revision: int = 0

    @property
    def is_closed(self) -> bool:
        """Test if the score no longer changes."""
        return self.revision > 0


@dataclass(frozen=True, slots=True)
class LateNote:
    """What later facts would make of a closed score."""

    score_now: int | None
    seen_at: datetime


def headlines(person_ids: Collection[int], *, day: date) -> dict[int, Sheet]:
    """Return each person's headline: the newest open period that has enough working days, else the newest (one query)."""
    rows = LiveScore.objects.filter(person__in=person_ids).order_by("person_id", "-period")
    found: dict[int, OpenScore] = {}
    for row in (OpenScore(*one) for one in rows.values_list(*_COLUMNS)):
        held = found.get(row.person_id)
        if held is None or (held.state == "not_enough" and row.state != "not_enough"):
            found[row.person_id] = row
    return {person: sheet_of(row) for person, row in found.items() if Period.parse(row.period).first_day <= day}


def open_scores(person_id: int) -> list[OpenScore]:
    """Return the live scores of a person, the newest period first (one query); `sheet_of` opens the one that is shown."""
    return [OpenScore(*row) for row in _OPEN.ask(person_id)]


def headline_of(rows: Collection[OpenScore]) -> OpenScore | None:
    """Return the one of the open periods that pages show first; None if there is none."""
    ordered = sorted(rows, key=lambda one: Period.parse(one.period), reverse=True)
    return next((one for one in ordered if one.state != "not_enough"), ordered[0] if ordered else None)


def sheet_of(row: OpenScore) -> Sheet:
    """Return an open score with all that made it."""
    explanation = explanation_in(row.parts)
    rule = rule_told(row.tree, row.indicators) if row.tree else None
    return Sheet(
        person_id=row.person_id,
        period=Period.parse(row.period),
        state=row.state,
        score=row.score,
        explanation=explanation,
        model=ModelNote(row.code, row.zh, row.en, row.number, row.first_day) if row.tree else None,
        at=row.scored_at,
        target=on_target(rule, explanation) if rule and explanation else None,
        rule=rule,
        unconfirmed=row.unconfirmed,
    )


def _open_rows(person_id: int) -> QuerySet[LiveScore, Any]:
    waiting = Submission.objects.filter(person=OuterRef("person"), state="waiting", after_confirmation=False).order_by()
    counted = waiting.values("person").annotate(all=Count("pk")).values("all")
    rows = LiveScore.objects.filter(person=person_id).order_by("-period")
    return rows.annotate(unconfirmed=Coalesce(Subquery(counted), 0)).values_list(*_COLUMNS, "unconfirmed")[:MOST_OPEN]


_OPEN = Prepared(_open_rows, int)


def closed_sheet(person_id: int, period: Period, *, revision: int = 0) -> Sheet:
    """Return a frozen score, the last revision unless another is asked for (one query).

    :raises NotFound: if the period is not closed for the person
    """
    rows = ClosedScore.objects.filter(person=person_id, period=period.code).select_related("model_version__model")
    row = (rows.filter(revision=revision) if revision else rows.filter(is_last=True)).first()
    if row is None:
        raise NotFound(where="period")
    return Sheet(
        person_id=person_id,
        period=period,
        state=row.state,
        score=row.score,
        explanation=explanation_in(row.parts),
        model=_note(row.model_version),
        at=row.closed_at,
        rule=rule_of_version(row.model_version) if row.model_version else None,
        revision=row.revision,
        is_closed=True,
    )


def closed_periods(person_id: int) -> list[PeriodRow]:
    """Return the closed periods of a person, the newest first (one query)."""
    return [PeriodRow(code=code, revision=revision, score=score) for code, revision, score in _CLOSED.ask(person_id)]


def _closed_rows(person_id: int) -> QuerySet[ClosedScore, Any]:
    rows = ClosedScore.objects.filter(person=person_id, is_last=True).order_by("-period")
    return rows.values_list("period", "revision", "score")


_CLOSED = Prepared(_closed_rows, int)


def late_note(person_id: int, period: Period) -> LateNote | None:
    """Return what came after the closing, for HR (one query)."""
    row = LateChange.objects.filter(person=person_id, period=period.code).values_list("score_now", "seen_at").first()
    return LateNote(*row) if row else None


def explanation_in(parts: Mapping[str, Any]) -> Explanation | None:
    """Read the explanation that a score was kept with; None if there is none."""
    return from_json(parts) if parts else None


def _note(version: ModelVersion | None) -> ModelNote | None:
    if version is None:
        return None
    return ModelNote(version.model.code, version.model.zh, version.model.en, version.number, version.first_day)
