"""Making the demo company: once, seeded, through the actions of the rooms."""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime

from django.conf import settings
from django.db import connection

from bole.kit import clock
from bole.people.models import Person
from bole.sandbox.actions.accounts import open_accounts
from bole.sandbox.actions.closings import close_the_past, keep_the_weeks, score_the_present
from bole.sandbox.actions.people import hire_everybody
from bole.sandbox.actions.records import Sender, accounts_of, open_connections, send_history, send_morning
from bole.sandbox.actions.scoring import set_up_scoring
from bole.sandbox.models import DemoState
from bole.sandbox.rules.chance import SEED
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.company import company_on
from bole.sandbox.rules.days import CHINA, anchor_of, moment
from bole.sandbox.rules.history import History
from bole.sandbox.rules.stories import plants_for

Say = Callable[[str], None]


def make_demo_company(*, say: Say, day: date | None = None) -> None:
    """Make the demo company if there is none; its today is `day`, else BOLE_TODAY, else the day of this first start.

    :raises RealPeople: if the database holds people who are no demo
    """
    if DemoState.objects.exists():
        return
    if Person.objects.exists():
        raise RealPeople
    began = time.monotonic()
    anchor = anchor_of(day or _wished() or clock.today())
    with _hurry():
        items = _make(anchor, say)
    seconds = time.monotonic() - began
    DemoState.objects.create(anchor=anchor, today=anchor, seed=SEED, made_at=clock.now(), items=items, seconds=round(seconds, 1))
    say(f"The demo company is ready: {items:,} work records, {seconds:.0f} s.")


def _make(anchor: date, say: Say) -> int:
    plan = company_on(anchor)
    at = moment(anchor, 0.5)
    say(f"Making the demo company 青骓智能 as of {anchor} …")
    keys = hire_everybody(plan, at=at)
    open_accounts(plan, keys, at=at)
    set_up_scoring(plan.almanac.launch, at=moment(plan.almanac.launch, 9))
    clockwork = Clockwork(plan.almanac, _shown_at(anchor))
    history = History(plan, clockwork, plants_for(plan, clockwork))
    sender = Sender(open_connections(at=moment(plan.almanac.launch, 9)), accounts_of(history))
    send_history(sender, history, say=say)
    close_the_past(plan.almanac, say=say)
    keep_the_weeks(plan.almanac)
    send_morning(sender, history)
    score_the_present(plan.almanac, at=history.clock.shown_at)
    return sender.sent


def _shown_at(anchor: date) -> datetime:
    """Return up to when things have happened: half past nine of the demo's day, or now if that is earlier."""
    return min(moment(anchor, 9.5), datetime.combine(anchor, clock.now().astimezone(CHINA).time(), CHINA).astimezone(UTC))


class RealPeople(Exception):  # noqa: N818
    """This database holds people; a demo is made in an empty one only."""

    def __str__(self) -> str:
        """Say what to do."""
        return "This database holds people who are no demo. Set BOLE_DATA (or BOLE_DATABASE) to an empty place for the demo."


def _wished() -> date | None:
    text = settings.ENVIRONMENT.today
    return date.fromisoformat(text) if text else None


class _hurry:  # noqa: N801  (reads as a phrase)
    """Let SQLite skip waiting for the disk while the demo is made: a demo cut short is made anew."""

    def __enter__(self) -> None:
        self._set("OFF")

    def __exit__(self, *_: object) -> None:
        self._set("FULL")

    def _set(self, level: str) -> None:
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute(f"PRAGMA synchronous={level}")
