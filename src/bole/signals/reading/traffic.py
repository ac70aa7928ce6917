"""Which sources were heard on which day, and which fell silent."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from django.conf import settings
from django.db.models.functions import TruncDate

from bole.signals.rules.daily import BoolArray
from bole.signals.rules.silence import Silence, is_regular, silences
from bole.values.workdays import is_working_day
from bole.work.models import Connection, Delivery, Fact


@dataclass(frozen=True, slots=True)
class Traffic:
    """For each connection: on which days it was heard (nothing was missed), and when it was silent against its own habit."""

    first_day: date
    last_day: date
    heard: Mapping[int, BoolArray]
    silent: Mapping[int, tuple[Silence, ...]]

    def days(self, connections: Iterable[int]) -> BoolArray:
        """Return on which days all of these were heard."""
        found: BoolArray = np.ones((self.last_day - self.first_day).days + 1, np.bool_)
        for one in connections:
            if one in self.heard:
                found &= self.heard[one]
        return found


def traffic_between(first_day: date, last_day: date) -> Traffic:
    """Read the traffic of these days (three queries).

    A day counts as heard if something came on it, or if what it brought came later. A source without a habit of coming on most working
    days is never missed.
    """
    zone, days = ZoneInfo(settings.TIME_ZONE), (last_day - first_day).days + 1
    start, end = datetime.combine(first_day, time.min, zone), datetime.combine(last_day + timedelta(days=1), time.min, zone)
    came: defaultdict[int, BoolArray] = defaultdict(lambda: np.zeros(days, np.bool_))
    calls = Delivery.objects.filter(received_at__gte=start, received_at__lt=end).exclude(fate="refused")
    for connection, day in calls.annotate(day=TruncDate("received_at", tzinfo=zone)).values_list("connection_id", "day").distinct():
        came[connection][(day - first_day).days] = True
    is_working = np.array([is_working_day(first_day + timedelta(days=n)) for n in range(days)])
    regular = {one: is_regular(came[one], is_working) for one in came}
    missing = sorted({int(n) for one in came for n in np.flatnonzero(regular[one] & is_working & ~came[one])})
    told: dict[int, BoolArray] = {one: came[one].copy() for one in came}
    if missing:
        rows = Fact.objects.filter(
            withdrawn_at=None, day__in=[first_day + timedelta(days=n) for n in missing], item__connection__in=list(came)
        )
        for connection, day in rows.values_list("item__connection_id", "day").distinct():
            told[connection][(day - first_day).days] = True
    off = set(Connection.objects.filter(is_on=False).values_list("id", flat=True))
    return Traffic(
        first_day,
        last_day,
        {one: told[one] | ~regular[one] | ~is_working for one in came},
        {one: silences(came[one], is_working) for one in came if one not in off},
    )
