"""What the demo desk does: move the clock, ask the pulse for something."""

from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction

from bole.kit.action import action, on_record
from bole.sandbox.dial import turn_to
from bole.sandbox.models import DemoState, Wish
from bole.sandbox.refusals import NoDemo, NotThatDay, UnknownWish
from bole.values.viewer import Viewer

WISHES: Final = ("task", "change", "ten")
FARTHEST = timedelta(days=400)
MOST_WISHES = 20


@action("sandbox.turn_clock")
def turn_clock(*, day: date, by: Viewer, at: datetime) -> None:
    """Let it be a later day in the whole demo; only putting it back goes back.

    :raises NoDemo: if this is none
    :raises NotThatDay: if the day is over, or more than a year ahead
    """
    state = DemoState.objects.select_for_update().filter(is_ready=True).first()
    if state is None:
        raise NoDemo
    if not state.today <= day <= state.anchor + FARTHEST:
        raise NotThatDay(first=state.today, last=state.anchor + FARTHEST, where="day")
    state.today = day
    state.save(update_fields=["today"])
    turn_to(day)
    on_record(thing=f"demo day {day}")


@action("sandbox.wish")
def wish(*, what: str, number: str, by: Viewer, at: datetime) -> None:
    """Ask the pulse to send something for somebody: it comes in by the door, signed, like everything from outside.

    :raises UnknownWish: if the pulse cannot do that
    """
    if what not in WISHES:
        raise UnknownWish
    Wish.objects.create(what=what, number=number, made_at=at)


@transaction.atomic
def take_wishes(*, at: datetime) -> list[tuple[str, str]]:
    """Hand the open wishes to the pulse, each once, and note that it lives. Housekeeping every second or two: not for the record."""
    DemoState.objects.update(pulse_at=at)
    rows = list(Wish.objects.select_for_update().filter(taken_at=None).order_by("id")[:MOST_WISHES])
    Wish.objects.filter(pk__in=[row.pk for row in rows]).update(taken_at=at)
    return [(row.what, row.number) for row in rows]
