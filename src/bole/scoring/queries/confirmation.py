"""Which indicator of a person's model counts a measure, and whether it asks that what people hand in is confirmed first."""

from dataclasses import dataclass
from datetime import date

from bole.scoring.queries.models_in_force import model_for


@dataclass(frozen=True, slots=True)
class CountedBy:
    """An indicator that counts a measure."""

    code: str
    zh: str
    en: str
    asks_confirmation: bool


def counted_by(person_id: int, *, day: date) -> dict[str, CountedBy]:
    """Return by which indicator of the person's model each measure counts on that day, by the measure (three queries)."""
    model = model_for(person_id, day=day)
    if model is None:
        return {}
    found: dict[str, CountedBy] = {}
    for one in model.rule.indicators:
        found.setdefault(one.numerator, CountedBy(one.code, one.zh, one.en, one.asks_confirmation))
    return found


def asks_confirmation(person_id: int, measure: str, day: date) -> bool:
    """Test if the person's model asks that a measure which is handed in is confirmed before it counts."""
    found = counted_by(person_id, day=day).get(measure)
    return found is not None and found.asks_confirmation
