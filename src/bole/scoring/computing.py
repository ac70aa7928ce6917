"""Computing scores: readings and models in, explanations out. Reads only; who calls decides what is kept."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
from django.db.models import Sum

from bole.people.queries import AssignmentRow, assignments_during, subtree_paths
from bole.scoring.models import ClosedScore, LiveScore, ModelUse, ModelVersion, Target
from bole.scoring.rules.explain import explain_all, join
from bole.scoring.rules.explanation import Explanation, Stretch
from bole.scoring.rules.fold import Folded, Span, add_up, arrange
from bole.scoring.rules.indicator import indicator_of
from bole.scoring.rules.rule import Batch, Rule, rule_of, score
from bole.scoring.rules.tree import tree_of
from bole.values.period import MONTHS, Period
from bole.values.workdays import working_days
from bole.work.models import Reading

UNIT = 1000  # targets are kept in thousandths of the indicator's unit


@dataclass(frozen=True, slots=True)
class Computed:
    """The score of a person and period; no explanation where no model applies."""

    person_id: int
    explanation: Explanation | None
    version_id: int | None

    @property
    def state(self) -> str:
        """What the score is: scored, not_enough, no_data or no_model."""
        return self.explanation.outcome if self.explanation else "no_model"

    @property
    def score(self) -> int | None:
        """The score in hundredths."""
        return self.explanation.total if self.explanation else None


@dataclass(frozen=True, slots=True)
class Row:
    """The days of one person in one unit and family."""

    span: Span
    family_id: int
    unit_id: int
    unit_path: str
    label: str


def rule_of_version(version: ModelVersion) -> Rule:
    """Return the rule of a version."""
    return rule_told(version.tree, version.indicators)


def rule_told(tree: object, indicators: object) -> Rule:
    """Return the rule that the JSON of a version tells."""
    return _rule(json.dumps([tree, indicators]))


@lru_cache(maxsize=256)
def _rule(told: str) -> Rule:
    """Return the rule that these words tell, read once: by what it says, for a restored database may give its key to another version."""
    tree, indicators = json.loads(told)
    return rule_of(tree_of(tree), {code: indicator_of(raw) for code, raw in indicators.items()})


def versions_in_force(day: date) -> dict[int, ModelVersion]:
    """Return the published version that each job family is scored by in the period that starts on the day (two queries)."""
    uses = dict(
        ModelUse.objects.filter(first_day__lte=day).exclude(last_day__lt=day).order_by("first_day").values_list("family_id", "model_id")
    )
    published = (
        ModelVersion.objects.filter(model__in=set(uses.values()), first_day__lte=day).exclude(last_day__lt=day).order_by("first_day")
    )
    latest = {version.model_id: version for version in published}
    return {family: latest[model] for family, model in uses.items() if model in latest}


def compute(
    person_ids: Collection[int], period: Period, *, until: date, versions: Mapping[int, ModelVersion] | None = None
) -> dict[int, Computed]:
    """Compute the scores of people in a period from the readings up to `until` (included).

    `versions` replaces the versions in force by family (a trial run).
    """
    last = min(until, period.last_day)
    posts = assignments_during(person_ids, period.first_day, last)
    rows = {person: _rows(spells, period.first_day, last) for person, spells in posts.items()}
    in_force = versions_in_force(period.first_day) if versions is None else versions
    targets = targets_in(period)
    groups: dict[int, list[Row]] = defaultdict(list)
    for own in rows.values():
        for row in own:
            if row.family_id in in_force:
                groups[in_force[row.family_id].pk].append(row)
    by_id = {version.pk: version for version in in_force.values()}
    explained: dict[Span, Explanation] = {}
    for version_id, group in groups.items():
        explained |= _explain(rule_of_version(by_id[version_id]), group, period, targets)
    return {person: _join(person, rows.get(person, []), explained, in_force, period) for person in person_ids}


def _rows(spells: Sequence[AssignmentRow], first: date, last: date) -> list[Row]:
    """Return the spells in the period, those of one unit and family that follow each other made one."""
    found: list[Row] = []
    for spell in spells:
        start, end = max(spell.first_day, first), min(spell.last_day or last, last)
        if found and (found[-1].family_id, found[-1].unit_id) == (spell.family_id, spell.unit_id):
            start = found.pop().span.first_day
        label = f"{spell.unit_name} {spell.position_name}"
        found.append(Row(Span(spell.person_id, start, end), spell.family_id, spell.unit_id, spell.unit_path, label))
    return found


def _explain(rule: Rule, rows: Sequence[Row], period: Period, targets: Sequence[Target]) -> dict[Span, Explanation]:
    """Fold, score and open the rows of one model."""
    batch = Batch(
        folded=_fold([row.span for row in rows], rule.measures, period),
        days=working_days(period.first_day, period.last_day),
        gone=np.array([working_days(row.span.first_day, row.span.last_day) for row in rows], np.int64),
        months=MONTHS[period.kind],
        targets=targets_of_rows(rule, rows, targets),
        last=_last_of(rule, rows, period),
    )
    scores = score(rule, batch)
    opened = explain_all(rule, batch, scores, period=period.code)
    return {row.span: one for row, one in zip(rows, opened, strict=True)}


def _fold(spans: Sequence[Span], measures: Sequence[str], period: Period) -> Folded:
    """Fold readings in the database where all rows have the same days, else day by day."""
    readings = Reading.objects.filter(
        measure__in=measures, day__gte=min(span.first_day for span in spans), day__lte=max(span.last_day for span in spans)
    )
    people = {span.person for span in spans}
    if len(people) <= 5000:
        readings = readings.filter(person__in=people)
    if len(people) == len(spans) and len({(span.first_day, span.last_day) for span in spans}) == 1:
        sums = readings.values("person_id", "measure").annotate(all=Sum("total"), times=Sum("count"))
        return arrange(sums.values_list("person_id", "measure", "all", "times"), {span.person: n for n, span in enumerate(spans)}, measures)
    rows = readings.values_list("person_id", "measure", "day", "total", "count")
    return add_up(rows.iterator(chunk_size=5000), spans, measures)


def targets_in(period: Period) -> list[Target]:
    """Return the targets that hold in the period; the later one of a scope comes last."""
    rows = Target.objects.filter(withdrawn_at=None, is_whole=False, first_day__lte=period.first_day).exclude(last_day__lt=period.first_day)
    return list(rows.order_by("first_day", "id"))


def targets_of_rows(rule: Rule, rows: Sequence[Row], targets: Sequence[Target]) -> np.ndarray | None:
    """Return each row's own targets: of the person, else the nearest unit, else the family, else the company."""
    wanted = [one for one in targets if one.indicator in rule.codes]
    if not wanted:
        return None
    column = {code: n for n, code in enumerate(rule.codes)}
    found = np.full((len(rows), len(rule.codes)), np.nan)
    paths = subtree_paths({one.unit_id for one in wanted if one.unit_id})
    for scope in ("company", "family", "unit", "person"):
        for one in sorted((one for one in wanted if scope_of(one) == scope), key=lambda one: len(paths.get(one.unit_id or 0, ""))):
            for n, row in enumerate(rows):
                if _fits(one, row, paths):
                    found[n, column[one.indicator]] = one.value / UNIT
    return found


def _last_of(rule: Rule, rows: Sequence[Row], period: Period) -> np.ndarray | None:
    """Return the scores that were given last for indicators that carry theirs over; None if there are none of the kind."""
    carried = {indicator.code: n for n, indicator in enumerate(rule.indicators) if indicator.missing == "carry"}
    if not carried:
        return None
    found = np.full((len(rows), len(rule.indicators)), np.nan)
    places = defaultdict(list)
    for n, row in enumerate(rows):
        places[row.span.person].append(n)
    given = [LiveScore.objects.filter(period=period.before.code), ClosedScore.objects.filter(period=period.before.code, is_last=True)]
    for rows_of in given:  # what is closed has the last word
        for person, parts in rows_of.filter(person__among=list(places)).values_list("person_id", "parts"):
            for code, score_given in _leaf_scores(parts):
                if code in carried and score_given is not None:
                    found[places[person], carried[code]] = score_given / 100
    return found


def _leaf_scores(parts: Mapping[str, Any]) -> Iterator[tuple[str, int | None]]:
    """Yield the score of each indicator in a kept explanation (of the last stretch, if there are several)."""
    for stretch in parts.get("stretches", ()):
        yield from _leaf_scores(stretch["explanation"])
    for part in (*parts.get("dimensions", ()), *parts.get("parts", ())):
        if "parts" in part:
            yield from _leaf_scores(part)
        else:
            yield part["code"], part["score"]


def scope_of(target: Target) -> str:
    """Return for whom a target is: person, unit, family or company."""
    if target.person_id:
        return "person"
    if target.unit_id:
        return "whole" if target.is_whole else "unit"
    return "family" if target.family_id else "company"


def _fits(target: Target, row: Row, paths: Mapping[int, str]) -> bool:
    if target.person_id:
        return target.person_id == row.span.person
    if target.unit_id:
        return row.unit_path.startswith(paths[target.unit_id])
    return not target.family_id or target.family_id == row.family_id


def _join(
    person_id: int, rows: Iterable[Row], explained: Mapping[Span, Explanation], in_force: Mapping[int, ModelVersion], period: Period
) -> Computed:
    """Return the one explanation of a person; of several rows, the mean by working days with its stretches."""
    known = [(row, explained[row.span]) for row in rows if row.span in explained]
    if not known:
        return Computed(person_id, None, None)
    version_id = in_force[known[-1][0].family_id].pk
    if len(known) == 1:
        return Computed(person_id, known[0][1], version_id)
    stretches = [
        Stretch(label=row.label, first_day=row.span.first_day, last_day=row.span.last_day, contribution=0, explanation=one)
        for row, one in known
    ]
    return Computed(person_id, join(stretches, period=period.code), version_id)
