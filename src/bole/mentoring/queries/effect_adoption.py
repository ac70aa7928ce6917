"""How often problems were solved before and after a method was adopted, by what is published about each who adopted it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bole.access.rules import may
from bole.mentoring.queries.effect_survey import KIND
from bole.mentoring.rules.adoption import Change, Told, change, since_then
from bole.people.models import Person
from bole.people.queries import Card, cards
from bole.surveys.queries import Published, publications
from bole.values.viewer import Viewer

SOLVED = "solved"
AFTER = timedelta(days=90)  # from when on something can be said
DELAY = timedelta(days=30)  # answers are published a month after they were given, so these are still of the time before


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopter:
    """A mentor whose published answers are compared: what they came to by the adoption, and what came since."""

    card: Card
    since: date
    before: Told
    after: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """What changed, if it can be said; whom it rests on, as far as the viewer may read what is published about them."""

    change: Change | None
    compared: int
    adopters: int  # three months or more ago
    shown: tuple[Adopter, ...]


def solved_since(uses: Mapping[int, Mapping[int, date]], viewer: Viewer, *, day: date) -> dict[int, Solved]:
    """Return it for each card of those who adopted it (a handful of queries, not one for each card)."""
    old = {card: {person: since for person, since in own.items() if since + AFTER <= day} for card, own in uses.items()}
    everybody = {person for own in old.values() for person in own}
    if not everybody:
        return {}
    refs = {pk: str(ref) for pk, ref in Person.objects.filter(pk__in=everybody).values_list("id", "ref")}
    told, people = publications(KIND, refs.values(), day=day), cards(everybody, day)
    found = {}
    for card, own in old.items():
        rows = [row for person, since in own.items() if (row := _row(people.get(person), since, told[refs[person]])) is not None]
        readable = tuple(one for one in rows if may(viewer, "read", "mentor_effect", one.card.person_id))
        if own:
            said = change([(one.before, one.after) for one in rows])
            found[card] = Solved(change=said, compared=len(rows), adopters=len(own), shown=readable if said else ())
    return found


def _row(card: Card | None, since: date, told: tuple[Published, ...]) -> Adopter | None:
    if card is None:
        return None
    rates = [(one.day, Told(one.rates[SOLVED].share, one.rates[SOLVED].answers)) for one in told if SOLVED in one.rates]
    before = next((rate for published, rate in reversed(rates) if published <= since + DELAY), None)
    after = since_then(before, rates[-1][1]) if before is not None else None
    return Adopter(card=card, since=since, before=before, after=after) if before is not None and after is not None else None
