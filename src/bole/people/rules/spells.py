"""Spells of days: a first day and a last day, both included; no last day means that it goes on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bole.values.refusal import Invalid, say


class WrongWayRound(Invalid):
    """A spell ends on or after its first day."""

    code = "wrong_way_round"
    sentence = say("The last day {last} lies before the first day {first}.")


class Overlapping(Invalid):
    """Two spells of which there can be only one at a time share days."""

    code = "overlapping"
    sentence = say("From {first} on there is another one already ({other}). End that one first, or begin later.")


@dataclass(frozen=True, order=True, slots=True)
class Spell:
    """From `first_day` to `last_day`, both included; open if `last_day` is None."""

    first_day: date
    last_day: date | None = None

    def __contains__(self, day: date) -> bool:
        """Test if the day lies in the spell."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)

    def meets(self, other: "Spell") -> bool:
        """Test if the two share a day."""
        return other.first_day <= (self.last_day or date.max) and self.first_day <= (other.last_day or date.max)

    @property
    def words(self) -> str:
        """Both days, readable; nothing after the dash while it goes on."""
        return f"{self.first_day}–{self.last_day or ''}"


def checked(first_day: date, last_day: date | None) -> Spell:
    """Return the spell.

    :raises WrongWayRound: if it would end before it begins
    """
    if last_day is not None and last_day < first_day:
        raise WrongWayRound(where="last_day", first=first_day, last=last_day)
    return Spell(first_day, last_day)


def overlap(spells: Iterable[Spell]) -> tuple[Spell, Spell] | None:
    """Return the first two that share a day, or None."""
    longest: Spell | None = None
    for spell in sorted(spells, key=lambda one: one.first_day):
        if longest is not None and longest.meets(spell):
            return longest, spell
        if longest is None or (spell.last_day or date.max) > (longest.last_day or date.max):
            longest = spell
    return None


def refuse_overlap(spells: Iterable[Spell]) -> None:
    """Refuse spells that share a day.

    :raises Overlapping: if two do
    """
    found = overlap(spells)
    if found is not None:
        raise Overlapping(where="first_day", first=found[1].first_day, other=found[0].words)


def day_before(day: date) -> date:
    """Return the day before."""
    return day - timedelta(days=1)


def day_after(day: date) -> date:
    """Return the day after."""
    return day + timedelta(days=1)


def joined_on(spells: Sequence[Spell], day: date) -> date | None:
    """Return the first day of the unbroken row of spells that holds `day`; None if none does.

    A new contract on the day after the old one ends does not break the row.
    """
    first: date | None = None
    for spell in sorted(spells, reverse=True):
        if day in spell or (first is not None and spell.last_day == day_before(first)):
            first = spell.first_day
    return first
