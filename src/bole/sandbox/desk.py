"""What the demo desk shows, as rows."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext as _

from bole.mentoring.rules.calendar import overdue_day, reminder_day
from bole.sandbox.actions.keeping import can_put_back
from bole.sandbox.models import DemoState
from bole.sandbox.queries import address_of_thing
from bole.sandbox.rules.days import Almanac, closes_on, step
from bole.sandbox.rules.mentoring_cast import next_due
from bole.sandbox.rules.personas import BY_KEY, PERSONAS
from bole.sandbox.rules.tour import STOPS

PULSE_LIVES = timedelta(seconds=15)


@dataclass(frozen=True, slots=True)
class StopRow:
    """A stop, in the reader's language."""

    key: str
    number: str
    title: str
    words: str
    who: str


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody to sign in as."""

    key: str
    name: str
    words: str
    face: str


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day to move the clock to."""

    day: date
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The whole desk."""

    today: date
    anchor: date
    items: int
    stops: tuple[StopRow, ...]
    seats: tuple[Seat, ...]
    days: tuple[DayRow, ...]
    has_pulse: bool
    can_put_back: bool

    @property
    def items_words(self) -> str:
        """How many records, readable."""
        return f"{self.items:,}"

    @property
    def pulse_words(self) -> str:
        """Whether the pulse is on."""
        return _("The pulse is on") if self.has_pulse else _("The pulse is off; start the demo with “bole demo”")


def desk_of(state: DemoState, *, at: datetime) -> Desk:
    """Return the desk."""
    return Desk(
        today=state.today,
        anchor=state.anchor,
        items=state.items,
        stops=tuple(StopRow(one.key, _story(one.story), gettext(one.title), gettext(one.words), _seat(one.persona).name) for one in STOPS),
        seats=tuple(_seat(one.key) for one in PERSONAS),
        days=tuple(one for one in _days(Almanac(state.anchor)) if one.day > state.today),
        has_pulse=state.pulse_at is not None and abs(at - state.pulse_at) < PULSE_LIVES,
        can_put_back=can_put_back(),
    )


def way_of(key: str, state: DemoState) -> tuple[str, str] | None:
    """Return the persona and the address of a stop; None if there is no such stop."""
    found = next((one for one in STOPS if one.key == key), None)
    if found is None:
        return None
    thing = address_of_thing(*found.about) if found.about else ""
    return found.persona, f"{thing}{found.then}" if thing else found.way(Almanac(state.anchor))


def _seat(key: str) -> Seat:
    one = BY_KEY[key]
    name, _colon, words = (one.en if get_language() == "en" else one.zh).replace("：", ": ").partition(": ")
    return Seat(key, name, words, one.zh.partition("：")[0])


def _story(number: str) -> str:
    return _("Story %(number)s") % {"number": number} if number else ""


def _days(almanac: Almanac) -> list[DayRow]:
    """Return days on which something happens by itself."""
    due = next_due(almanac.anchor)
    rows = [
        DayRow(step(almanac.anchor, 1), _("The next working day: everybody is scored again")),
        DayRow(closes_on(almanac.headline), _("The month closes by itself; scores freeze")),
        DayRow(reminder_day(due), _("Zhang San and Li Si are reminded of their talk")),
        DayRow(overdue_day(due), _("Who did not talk by then: the mentor and the manager are told, once")),
    ]
    return sorted(rows, key=lambda row: row.day)
