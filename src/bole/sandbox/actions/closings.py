"""Closing what is over, and scoring what is open, as it would have been done day by day."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime

from bole.kit.models import Announcement
from bole.people.queries import employments_on
from bole.sandbox.rules.days import LEAST_DAYS, Almanac, closes_on, moment
from bole.scoring.actions.closing import close_period
from bole.scoring.actions.points import keep_past_points
from bole.scoring.actions.scores import score_people
from bole.scoring.models import ScoringDue
from bole.values.period import Period
from bole.values.viewer import SYSTEM
from bole.values.workdays import working_days

Say = Callable[[str], None]


def close_the_past(almanac: Almanac, *, say: Say) -> None:
    """Close every month and half that is over, each on its own closing day."""
    periods = sorted([*almanac.closed_months, *almanac.closed_halves], key=lambda one: (closes_on(one), one.kind))
    for period in periods:
        close_period(period=period, by=SYSTEM, at=moment(closes_on(period), 9))
    say(f"  closed {len(periods)} periods")


def keep_the_weeks(almanac: Almanac) -> None:
    """Write the score at the end of each week; of the last three also how it was made."""
    by_period: dict[Period, list[date]] = defaultdict(list)
    for day in almanac.week_ends:
        month = Period.of("month", day)
        shown = month if working_days(month.first_day, day) >= LEAST_DAYS else month.before
        if shown.first_day >= almanac.launch:
            by_period[shown].append(day)
    recent = set(almanac.week_ends[-3:])
    at = moment(almanac.anchor, 0.2)
    for period, days in sorted(by_period.items()):
        for with_parts in (False, True):
            some = [day for day in days if (day in recent) == with_parts]
            if some:
                keep_past_points(period=period, days=some, with_parts=with_parts, by=SYSTEM, at=at)


def score_the_present(almanac: Almanac, *, at: datetime) -> None:
    """Score the open months. What the history announced is answered by this, so nobody needs to react to it again."""
    Announcement.objects.filter(is_open=True).update(is_open=False)
    ScoringDue.objects.all().delete()
    for period in almanac.live_months:
        score_people(list(employments_on(None, min(almanac.anchor, period.last_day))), period, at=at)
