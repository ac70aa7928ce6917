"""Whom HR may name for a panel: found by name, pinyin, initials or number, as everywhere."""

from collections.abc import Sequence
from datetime import date

from bole.people.queries import Card, cards, find_people, ids_of
from bole.reviews.queries.recipients import externals
from bole.values.viewer import Viewer


def found_for_panel(viewer: Viewer, text: str, *, day: date) -> tuple[Card, ...]:
    """Return who may be meant and works here under a contract with the company (four queries, none without a text)."""
    found = [one for one in find_people(viewer, text, day) if one.is_here] if text.strip() else []
    outside = externals([one.person_id for one in found], day=day) if found else frozenset()
    return tuple(one for one in found if one.person_id not in outside)


def named_for_panel(numbers: Sequence[str], *, day: date) -> dict[str, Card]:
    """Return the people of these numbers by their number (four queries, none without a number)."""
    if not numbers:
        return {}
    return {one.number: one for one in cards(list(ids_of(numbers).values()), day).values()}
