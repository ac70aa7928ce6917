"""Letting the product look back over two years of work, and the cast do what they did meanwhile about what it noticed."""

from collections.abc import Mapping
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from bole.people.queries import reports_of
from bole.reviews.actions import send_feedback
from bole.reviews.queries.alerts import alert_seen
from bole.sandbox.actions.deeds import viewer_of
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.days import moment, step
from bole.sandbox.rules.personas import BY_KEY
from bole.sandbox.rules.said import ADVICE_WORDS, BUSY_WORDS, CLOSED_WORDS, MOVED_ITEMS, MOVED_WORDS, SLOW_WORDS
from bole.sandbox.rules.slow_fortnight import MOVED, NOTICED, taken_on
from bole.signals.actions import add_context, not_a_problem, note_step
from bole.signals.actions.looking_back import look_back
from bole.signals.models import Alert

FIRST_MONTHS = 6  # of work, of which a usual is made before anybody looks
OLD = 40  # working days after which what is still open was settled long ago


def look_over_the_past(clock: Clockwork, keys: Mapping[str, int]) -> int:
    """Look at the evenings of Lin Jing's team up to the one on which Zhang San was told, take the steps that were taken, then at all.

    :returns: how many alerts there were
    """
    base = taken_on(clock)
    noticed, today = step(base, NOTICED), clock.almanac.anchor
    first = step(clock.almanac.months[FIRST_MONTHS].first_day, 0)
    team = frozenset(reports_of(keys[BY_KEY["manager"].number], noticed))
    look_back(first, noticed, person_ids=team)
    _help_zhang_san(clock, keys)
    look_back(first, step(today, -1))
    _settle_old_ones(clock)
    _hear_deng_kai(clock, keys)
    return Alert.objects.count()


def _help_zhang_san(clock: Clockwork, keys: Mapping[str, int]) -> None:
    """Let him say what he knows, and Lin Jing move five tasks and write advice (story 1)."""
    base, person = taken_on(clock), keys[BY_KEY["mentor"].number]
    alert = (
        Alert.objects.filter(person=person, indicator="response_time", onset_on__gte=base - timedelta(days=7))
        .order_by("-noticed_on")
        .first()
    )
    if alert is None:
        return
    told, moved = step(base, NOTICED), step(base, MOVED)
    add_context(ref=alert.ref, words=SLOW_WORDS, by=viewer_of("mentor", told), at=moment(told, 19.6))
    manager = viewer_of("manager", moved)
    note_step(alert_ref=alert.ref, kind="workload", words=MOVED_WORDS, more={"items": MOVED_ITEMS}, by=manager, at=moment(moved, 10.3))
    at = moment(moved, 10.6)
    about = alert_seen(manager, person, alert.ref, at=at)
    send_feedback(
        once="demo-advice", recipient_id=person, kind="advice", words=ADVICE_WORDS, about=about, shared_with_id=None, by=manager, at=at
    )


def _settle_old_ones(clock: Clockwork) -> None:
    """Let HR close what never came back to its usual: it was seen, talked over, and is how things are now."""
    last = step(clock.almanac.anchor, -OLD)
    for alert in Alert.objects.filter(state="open", noticed_on__lt=last).order_by("noticed_on"):
        day = step(alert.noticed_on, 3)
        by = viewer_of("hr_partner", day)
        if alert.person_id in by.partnered:
            not_a_problem(ref=alert.ref, reason=CLOSED_WORDS, by=by, at=moment(day, 14.2))


def _hear_deng_kai(clock: Clockwork, keys: Mapping[str, int]) -> None:
    """Let him say what he knows of the change that waits for Lin Jing today."""
    alert = Alert.objects.filter(person=keys[BY_KEY["busy"].number], indicator="delays", state__in=("first", "open")).first()
    if alert is None:
        return
    day = alert.noticed_on
    zone = ZoneInfo(settings.TIME_ZONE)
    seen_on = alert.manager_sees_at.astimezone(zone).date()
    told = max(day, min(step(seen_on, -1), step(clock.almanac.anchor, -1)))
    add_context(ref=alert.ref, words=BUSY_WORDS, by=viewer_of("busy", told), at=moment(told, 19.4))
