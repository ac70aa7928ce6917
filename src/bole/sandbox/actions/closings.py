"""Closing what is over, and scoring what is open, as it would have been done day by day."""

from collections.abc import Callable
from datetime import datetime

from bole.kit.models import Announcement
from bole.people.queries import employments_on
from bole.sandbox.rules.days import Almanac, closes_on, moment
from bole.scoring.actions.closing import close_period
from bole.scoring.actions.scores import score_people
from bole.scoring.models import ScoringDue
from bole.values.viewer import SYSTEM

Say = Callable[[str], None]


def close_the_past(almanac: Almanac, *, say: Say) -> None:
    """Close every month and half that is over, each on its own closing day."""
    periods = sorted([*almanac.closed_months, *almanac.closed_halves], key=lambda one: (closes_on(one), one.kind))
    for period in periods:
        close_period(period=period, by=SYSTEM, at=moment(closes_on(period), 9))
    say(f"  closed {len(periods)} periods")


def score_the_present(almanac: Almanac, *, at: datetime) -> None:
    """Score the open months. What the history announced is answered by this, so nobody needs to react to it again."""
    Announcement.objects.filter(is_open=True).update(is_open=False)
    ScoringDue.objects.all().delete()
    for period in almanac.live_months:
        score_people(list(employments_on(None, min(almanac.anchor, period.last_day))), period, at=at)
