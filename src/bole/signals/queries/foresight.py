"""The chance of each unit's target in the month to come."""

from dataclasses import dataclass
from datetime import date

from bole.access.rules import insist
from bole.scoring.rules.indicator import IndicatorRule
from bole.signals.counting import months_before, watched_units
from bole.signals.queries.standing import unit_names
from bole.signals.queries.unit_months import months_of, target_on, target_spells
from bole.signals.rules.diagnosis import History
from bole.signals.rules.diagnosis_inputs import line_of
from bole.signals.rules.foresight import Foresight, foresee
from bole.values.period import Period
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class ForesightRow:
    """A unit's target of the month to come, and the chance that it is reached."""

    unit: str
    unit_en: str
    rule: IndicatorRule
    target: float
    foresight: Foresight


def foresights_for(viewer: Viewer, *, day: date) -> tuple[date, list[ForesightRow]]:
    """Return the month to come, and what each unit with a target of its own is likely to reach, the hardest first (six queries).

    :raises NotFound: unless targets are open to the viewer
    """
    insist(viewer, "read", "targets")
    watched, months = watched_units(), months_before(day)
    ahead = Period.of("month", day).after.first_day
    pairs = [(one.unit_id, one.rule.code) for one in watched]
    counted, spells, names = months_of(pairs, months), target_spells(pairs), unit_names({unit for unit, _ in pairs})
    histories = {
        pair: History(
            pair[0],
            line_of({one.month: one.actual for one in rows if one.actual is not None}, months),
            line_of({one.month: one.target for one in rows if one.target is not None}, months),
            (),
        )
        for pair, rows in counted.items()
    }
    found = []
    for one in watched:
        pair = (one.unit_id, one.rule.code)
        held = target_on(spells.get(pair, ()), ahead)
        if held is None:
            continue
        sisters = [line for other, line in histories.items() if other[1] == pair[1] and other[0] != pair[0]]
        seen = foresee(histories[pair], sisters, [month.month for month in months], ahead.month, held.value, up=one.rule.direction == "up")
        name, name_en, _ref = names[one.unit_id]
        found.append(ForesightRow(unit=name, unit_en=name_en, rule=one.rule, target=held.value, foresight=seen))
    return ahead, sorted(found, key=lambda row: 2.0 if row.foresight.chance is None else row.foresight.chance)
