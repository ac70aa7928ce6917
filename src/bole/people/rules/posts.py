"""What a change of post does to the rows that say where somebody works."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bole.people.rules.spells import Spell, day_after, day_before


@dataclass(frozen=True, slots=True)
class Held:
    """A row that is known now: its key and its days."""

    key: int
    spell: Spell


@dataclass(frozen=True, slots=True)
class Change:
    """What to write: the former row ends the day before, or is withdrawn if it began on the same day; the new one has `spell`."""

    spell: Spell
    former: int | None = None
    former_last_day: date | None = None


def change_from(held: Sequence[Held], first_day: date, employed: Spell) -> Change:
    """Return what a change from `first_day` on does; it holds until the next change that is known already, at most to the contract's end.

    A change on the very day on which the former row began replaces that row: it is withdrawn, and `former_last_day` is None.
    """
    former = next((row for row in held if first_day in row.spell), None)
    if former is not None:
        ends = day_before(first_day) if former.spell.first_day < first_day else None
        return Change(Spell(first_day, former.spell.last_day), former.key, ends)
    later = min((row.spell.first_day for row in held if row.spell.first_day > first_day), default=None)
    return Change(Spell(first_day, day_before(later) if later else employed.last_day))


def pieces(spell: Spell, manager: Spell) -> list[tuple[Spell, bool]]:
    """Cut a spell where its manager comes and goes; True marks the piece in which the manager is there.

    A roster names today's manager beside a first day long ago: before that manager came, the head of the unit led.
    """
    if not spell.meets(manager):
        return [(spell, False)]
    found = []
    if spell.first_day < manager.first_day:
        found.append((Spell(spell.first_day, day_before(manager.first_day)), False))
    ends = min(spell.last_day or date.max, manager.last_day or date.max)
    found.append((Spell(max(spell.first_day, manager.first_day), None if ends == date.max else ends), True))
    if ends < (spell.last_day or date.max):
        found.append((Spell(day_after(ends), spell.last_day), False))
    return found
