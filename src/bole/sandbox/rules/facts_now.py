"""What items score: the product's own way from items to facts to a score, without a database."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from bole.sandbox.rules.days import CHINA
from bole.sandbox.rules.trees import INDICATORS, TREE_OF
from bole.scoring.rules.fold import Reading, Span, fold
from bole.scoring.rules.rule import Batch, Rule, rule_of, score
from bole.values.period import MONTHS, Period
from bole.values.workdays import working_days
from bole.work.rules.facts import facts_of
from bole.work.rules.item import ItemVersion

_rules: dict[str, Rule] = {}


def rule_for(family: str) -> Rule:
    """Return the rule of a job family."""
    if family not in _rules:
        _rules[family] = rule_of(TREE_OF[family], INDICATORS)
    return _rules[family]


def readings_of(items: Iterable[ItemVersion]) -> list[Reading]:
    """Return the readings of one person's items."""
    totals: defaultdict[tuple[str, date], list[int]] = defaultdict(list)
    for item in items:
        for fact in facts_of(item, zone=CHINA):
            totals[fact.measure, fact.day].append(fact.value)
    return [
        Reading(person=0, measure=measure, day=day, total=sum(values), count=len(values), least=min(values), most=max(values))
        for (measure, day), values in totals.items()
    ]


def total_of(readings: Sequence[Reading], family: str, period: Period, *, first_day: date, until: date) -> float | None:
    """Return the exact score of readings; None where there is none. `first_day` is the first day in the unit and family."""
    span = Span(0, max(first_day, period.first_day), min(until, period.last_day))
    rule = rule_for(family)
    batch = Batch(
        folded=fold(readings, [span], rule.measures),
        days=working_days(period.first_day, period.last_day),
        gone=working_days(span.first_day, span.last_day),
        months=MONTHS[period.kind],
    )
    scores = score(rule, batch)
    return float(scores.exact[0]) if scores.states[0] == 0 else None
