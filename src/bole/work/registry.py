"""Whether what somebody hands in counts at once, or first wants the word of who leads them: the rooms above know, for a model says so."""

from collections.abc import Callable
from datetime import date

Asks = Callable[[int, str, date], bool]
_rules: dict[str, Asks] = {}


def offer_rule(name: str, asks: Asks) -> None:
    """Let `asks(person, measure, day)` say that a measure of this person counts only once it is confirmed."""
    _rules[name] = asks


def asks_confirmation(person_id: int, measure: str, day: date) -> bool:
    """Test if a measure of this person counts only once it is confirmed."""
    return any(asks(person_id, measure, day) for asks in _rules.values())
