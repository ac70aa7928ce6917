"""The registry of measures. `docs/domain/measures.md` says the same in prose; a test holds the two together."""

from collections.abc import Mapping
from types import MappingProxyType

from bole.work.rules.measure import LARGEST, Fold, Measure, Unit, Words
from bole.work.rules.measures_of_craft import CODE, PROJECT
from bole.work.rules.measures_of_mentoring import MENTORING
from bole.work.rules.measures_of_results import RESULTS
from bole.work.rules.measures_of_service import BUSINESS, FACTORY, OPINION, SERVICE
from bole.work.rules.refusals import UnknownMeasure

__all__ = ["LARGEST", "MEASURES", "Fold", "Measure", "Unit", "Words", "measure_of"]

MEASURES: Mapping[str, Measure] = MappingProxyType(
    {each.code: each for each in (*CODE, *PROJECT, *SERVICE, *OPINION, *FACTORY, *BUSINESS, *MENTORING, *RESULTS)}
)


def measure_of(code: str, *, where: str = "") -> Measure:
    """Return the measure with this code.

    :raises UnknownMeasure: if there is none
    """
    found = MEASURES.get(code)
    if found is None:
        raise UnknownMeasure(text=code[:60], choices=", ".join(sorted(MEASURES)), where=where)
    return found
