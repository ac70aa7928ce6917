"""What scoring does by the clock."""

from datetime import datetime, timedelta

from bole.kit.clock import local_day
from bole.people.queries import employments_on
from bole.scoring.actions.closing import closing_day
from bole.scoring.actions.scores import live_kind, put_due
from bole.scoring.models import Closing, ScorePoint
from bole.values.period import Period

KEEP_PARTS = timedelta(days=21)


def score_everybody(at: datetime) -> str:
    """Put everybody into the queue when a day has begun: pro rata targets and due days have moved on."""
    today = local_day(at)
    people = list(employments_on(None, today))
    periods = [Period.of(live_kind(), today)]
    if today <= closing_day(periods[0].before) and not Closing.objects.filter(period=periods[0].before.code).exists():
        periods.append(periods[0].before)
    put_due(((person, period.code) for person in people for period in periods), at=at)
    return f"{len(people)} people due"


def drop_old_parts(at: datetime) -> str:
    """Keep the points of the trend, but not how each was made, once nobody compares with it any more."""
    dropped = ScorePoint.objects.filter(day__lt=local_day(at) - KEEP_PARTS).exclude(parts={}).update(parts={})
    return f"{dropped} points made small"
