"""The chance of each unit's target in the month to come, of what the night's work found that it may reach."""

from dataclasses import dataclass
from datetime import date

from bole.access.rules import insist
from bole.scoring.rules.indicator import IndicatorRule
from bole.signals.counting import watched_units
from bole.signals.models import UnitReach
from bole.signals.queries.standing import unit_names
from bole.signals.queries.unit_months import target_on, target_spells
from bole.signals.rules.foresight import NOT_YET, Foresight, foresight_of
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

    A target that was set today has its chance at once; a unit that had none before waits for the night.

    :raises NotFound: unless targets are open to the viewer
    """
    insist(viewer, "read", "targets")
    watched, ahead = watched_units(), Period.of("month", day).after.first_day
    pairs = [(one.unit_id, one.rule.code) for one in watched]
    spells, names = target_spells(pairs), unit_names({unit for unit, _ in pairs})
    reaches = {(one.unit_id, one.indicator): one for one in UnitReach.objects.filter(month=ahead)}
    found = []
    for one in watched:
        pair = (one.unit_id, one.rule.code)
        held, reach = target_on(spells.get(pair, ()), ahead), reaches.get(pair)
        if held is None:
            continue
        seen = foresight_of(reach.quantiles, held.value, reach.months, up=one.rule.direction == "up") if reach else NOT_YET
        name, name_en, _ref = names[one.unit_id]
        found.append(ForesightRow(unit=name, unit_en=name_en, rule=one.rule, target=held.value, foresight=seen))
    return ahead, sorted(found, key=lambda row: 2.0 if row.foresight.chance is None else row.foresight.chance)
