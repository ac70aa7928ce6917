"""Targets of one person that ask for an amount: of a sum that counts pro rata and is scored by how much of its target was reached."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bole.people.queries import assignments_on
from bole.scoring.actions.scores import live_kind
from bole.scoring.computing import UNIT as UNIT
from bole.scoring.computing import Row, rule_of_version, targets_in, targets_of_rows, versions_in_force
from bole.scoring.models import Closing, Target
from bole.scoring.rules.curves import Capped
from bole.scoring.rules.fold import Span
from bole.scoring.rules.indicator import IndicatorRule, Unit
from bole.values.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An indicator of the person's model and its target, in thousandths of the shown unit; of a sum it is for a month."""

    code: str
    zh: str
    en: str
    unit: Unit
    target: int


def next_open_period(day: date) -> Period:
    """Return the first period after the one that holds a day that is not closed, nor before one that is (one query)."""
    period = Period.of(live_kind(), day).after
    closed = [Period.parse(code) for code in Closing.objects.values_list("period", flat=True).distinct()]
    last = max((one for one in closed if one.kind == period.kind), default=None)
    return period if last is None or last < period else last.after


def amounts_of(person_id: int, period: Period, *, without: Collection[str] = ()) -> tuple[Amount, ...]:
    """Return which amounts a person is asked for in a period by the model in force, as if the targets `without` were not (six queries)."""
    post = assignments_on([person_id], period.first_day).get(person_id)
    version = versions_in_force(period.first_day).get(post.family_id) if post else None
    if post is None or version is None:
        return ()
    rule = rule_of_version(version)
    row = Row(Span(person_id, period.first_day, period.last_day), post.family_id, post.unit_id, post.unit_path, "")
    own = targets_of_rows(rule, [row], [one for one in targets_in(period) if one.ref not in without])
    asked = [(one, one.target if own is None or not own[0, n] > 0 else float(own[0, n])) for n, one in enumerate(rule.indicators)]
    return tuple(
        Amount(code=one.code, zh=one.zh, en=one.en, unit=one.unit, target=round(target * UNIT))
        for one, target in asked
        if target and counts_an_amount(one)
    )


def counts_an_amount(one: IndicatorRule) -> bool:
    """Test if an indicator asks for an amount: a sum of which more is better, scored by how much of its target was reached."""
    return one.how == "sum" and one.direction == "up" and isinstance(one.curve, Capped)


def own_target_why(person_id: int, code: str, period: Period) -> str:
    """Return why a person has a target of their own for an indicator in a period; nothing if they have none (one query)."""
    rows = Target.objects.filter(person=person_id, indicator=code, withdrawn_at=None, first_day__lte=period.first_day)
    row = rows.exclude(last_day__lt=period.first_day).order_by("-first_day", "-id").first()
    return row.why if row is not None else ""
