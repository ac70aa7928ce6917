"""Whoever goes to a training hears that it moved or was called off: those who took a seat, and newcomers where it is for them."""

from datetime import datetime, timedelta

from bole.growth.models import Training, TrainingSeat
from bole.growth.rules.joining import NEW_DAYS, is_new
from bole.kit.clock import local_day
from bole.notices.actions import tell
from bole.people.models import Employment, Person
from bole.people.queries import employments_on
from bole.values.viewer import SYSTEM

MOVED, CALLED_OFF = "growth.training_moved", "growth.training_called_off"


def tell_goers(training: Training, kind: str, day: str, *, at: datetime) -> int:
    """Tell all who go; `day` is what the sentence names. A training that was over is no news. Return how many were told."""
    if training.begins_at + timedelta(minutes=training.minutes) <= at:
        return 0
    accounts = Person.objects.filter(pk__in=_goers(training), account__is_active=True).values_list("account_id", flat=True)
    key = f"{training.ref} {training.version}"
    return tell(accounts=list(accounts), kind=kind, key=key, params={"day": day}, address="/growth/training/", by=SYSTEM, at=at)


def _goers(training: Training) -> set[int]:
    found = set(TrainingSeat.objects.filter(training=training).values_list("person_id", flat=True))
    if not training.for_newcomers:
        return found
    day = local_day(training.begins_at)
    late = Employment.objects.on(day).filter(first_day__gt=day - timedelta(days=NEW_DAYS)).values_list("person_id", flat=True)
    return found | {person for person, row in employments_on(list(late), day).items() if is_new(row.joined_on, day)}
