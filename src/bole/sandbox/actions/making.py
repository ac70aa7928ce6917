"""Making the demo company: once, seeded, through the actions of the rooms."""

import gc
import time
from collections.abc import Callable
from datetime import UTC, date, datetime

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from bole.kit import clock
from bole.people.models import Person
from bole.sandbox.actions.absences import record_absences
from bole.sandbox.actions.accounts import open_accounts
from bole.sandbox.actions.alerts import look_over_the_past
from bole.sandbox.actions.away import name_stand_ins
from bole.sandbox.actions.closings import close_the_past, keep_the_weeks, score_the_present
from bole.sandbox.actions.deeds import ask_for_help, doubt_a_record, look_at_a_file, read_first_pages
from bole.sandbox.actions.improvement import keep_improving
from bole.sandbox.actions.joining import plan_first_weeks
from bole.sandbox.actions.keeping import keep_beginning
from bole.sandbox.actions.library import learn_together
from bole.sandbox.actions.mentoring import mentor_each_other
from bole.sandbox.actions.next_head import name_the_next_head
from bole.sandbox.actions.people import hire_everybody
from bole.sandbox.actions.promotion import call_off_a_panel, review_candidates
from bole.sandbox.actions.recommending import learn_and_write
from bole.sandbox.actions.records import Sender, accounts_of, open_connections, send_history, send_morning
from bole.sandbox.actions.results import hand_in_results
from bole.sandbox.actions.said import talk_to_each_other, write_feedback
from bole.sandbox.actions.scoring import set_up_scoring
from bole.sandbox.actions.secrets import tell_the_pulse
from bole.sandbox.actions.signs import look_at_month_ends
from bole.sandbox.actions.targets import decide_on_targets, give_series
from bole.sandbox.dial import turn_to
from bole.sandbox.models import DemoState
from bole.sandbox.refusals import RealPeople
from bole.sandbox.rules.chance import SEED
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.company import company_on
from bole.sandbox.rules.days import CHINA, anchor_of, moment
from bole.sandbox.rules.history import History
from bole.sandbox.rules.stories import plants_for
from bole.work.models import Item

Say = Callable[[str], None]


def make_demo_company(*, say: Say, day: date | None = None) -> None:
    """Make the demo company if there is none; its today is `day`, else BOLE_TODAY, else the day of this first start.

    :raises RealPeople: if the database holds people who are no demo
    """
    state = DemoState.objects.first()
    if state is not None and state.is_ready:
        turn_to(state.today)
        return
    if state is None and Person.objects.exists():
        raise RealPeople
    if state is not None:
        tell = say
        tell("The last demo was cut short; making it anew …")
        call_command("flush", interactive=False, verbosity=0)
    began = time.monotonic()
    anchor = anchor_of(day or _wished() or clock.today())
    state = DemoState.objects.create(anchor=anchor, today=anchor, seed=SEED, made_at=clock.now())
    with _hurry():
        items = _make(anchor, say)
    seconds = time.monotonic() - began
    DemoState.objects.filter(pk=state.pk).update(items=items, seconds=round(seconds, 1), is_ready=True)
    turn_to(anchor)
    keep_beginning()
    say(f"The demo company is ready: {items:,} work records, {seconds:.0f} s.")


def _make(anchor: date, say: Say) -> int:
    """Make everything; return how many work records there are."""
    plan = company_on(anchor)
    at = moment(anchor, 0.05)
    say(f"Making the demo company 青骓智能 as of {anchor} …")
    keys = hire_everybody(plan, at=at)
    open_accounts(plan, keys, at=at)
    read_first_pages(at=at)
    launch = moment(plan.almanac.launch, 9)
    set_up_scoring(plan.almanac, at=launch)
    clockwork = Clockwork(plan.almanac, _shown_at(anchor))
    history = History(plan, clockwork, plants_for(plan, clockwork))
    sender = Sender(open_connections(at=launch), accounts_of(history))
    say(f"  {record_absences(history.leaves, keys, until=at)} absences")
    send_history(sender, history, say=say)
    doubt_a_record(clockwork, keys)
    close_the_past(plan.almanac, say=say)
    keep_the_weeks(plan.almanac)
    say(f"  {mentor_each_other(clockwork, history, keys)}")
    say(f"  {plan_first_weeks(clockwork)} trainings for newcomers")
    say(f"  {learn_together(clockwork, history, keys)}")
    say(f"  {learn_and_write(clockwork, keys)} things opened and handed in")
    hand_in_results(clockwork)
    ask_for_help(clockwork, keys)
    keep_improving(clockwork, keys)
    call_off_a_panel(clockwork, plan)
    review_candidates(clockwork)
    name_stand_ins(clockwork)
    name_the_next_head(plan, keys)
    look_at_a_file(clockwork, keys)
    give_series(clockwork)
    say(f"  {decide_on_targets(clockwork)}")
    say(f"  {look_over_the_past(clockwork, keys)} alerts in two years")
    look_at_month_ends(sender, history, keys)
    say(f"  {write_feedback(clockwork, keys)} pieces of feedback")
    talk_to_each_other(clockwork, keys)
    send_morning(sender, history)
    score_the_present(plan.almanac, at=clockwork.shown_at)
    tell_the_pulse(sender.links, history)
    return Item.objects.count()


def _shown_at(anchor: date) -> datetime:
    """Return up to when things have happened: half past nine of the demo's day, or now if that is earlier."""
    return min(moment(anchor, 9.5), datetime.combine(anchor, clock.now().astimezone(CHINA).time(), CHINA).astimezone(UTC))


def _wished() -> date | None:
    text = settings.ENVIRONMENT.today
    return date.fromisoformat(text) if text else None


class _hurry:  # noqa: N801  (reads as a phrase)
    """Let SQLite skip waiting for the disk, and Python looking for rubbish, while the demo is made: one cut short is made anew."""

    _slow = ("synchronous=FULL", "cache_size=-64000", "wal_autocheckpoint=1000", "wal_checkpoint(TRUNCATE)", "optimize")
    _fast = ("synchronous=OFF", "cache_size=-512000", "wal_autocheckpoint=40000")

    def __enter__(self) -> None:
        gc.disable()
        self._set(self._fast)

    def __exit__(self, *_: object) -> None:
        gc.enable()
        self._set(self._slow)

    def _set(self, pragmas: tuple[str, ...]) -> None:
        if connection.vendor == "sqlite" and not connection.in_atomic_block:
            with connection.cursor() as cursor:
                for pragma in pragmas:
                    cursor.execute(f"PRAGMA {pragma}")
