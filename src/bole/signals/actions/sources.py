"""Sources that fall silent: one notice to those who run them, instead of alerts to people."""

from datetime import date, datetime, timedelta

from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.signals.events import SourceFellSilent
from bole.signals.models import SourceNotice
from bole.signals.reading.traffic import Traffic
from bole.values.viewer import Viewer
from bole.work.models import Fact

# While it is silent, those have no data whose records it brought in these days: nobody knows yet who worked in it.
USED_IN = timedelta(days=90)


@action("signals.keep_notices")
def keep_notices(*, traffic: Traffic, day: date, since: date, by: Viewer, at: datetime) -> int:
    """Note the sources that are silent on the day, or were since another, and end the notices of those that are heard again; return how
    many are silent.
    """
    silent = 0
    for connection, spells in traffic.silent.items():
        for one in spells:
            first, clear = (traffic.first_day + timedelta(days=n) for n in (one.first, one.clear))
            last = traffic.first_day + timedelta(days=one.last) if one.last >= 0 else None
            if clear > day or (last is not None and last < since):
                continue
            silent += last is None
            _keep(connection, first, last, at=at)
    on_record(thing=f"{silent} sources silent")
    return silent


def _keep(connection_id: int, first: date, last: date | None, *, at: datetime) -> None:
    held = SourceNotice.objects.filter(connection_id=connection_id, first_day=first).first()
    if held is None:
        people = _people(connection_id, first, last)
        if not people:
            return
        SourceNotice.objects.create(
            connection_id=connection_id, first_day=first, last_day=last, people=people, noticed_at=at, ended_at=at if last else None
        )
        announce(SourceFellSilent(connection_id, first.isoformat(), people), at=at)
        return
    people = _people(connection_id, first, last) if last else held.people
    if (held.last_day, held.people) != (last, people):
        ended_at = held.ended_at if held.last_day == last else at if last else None
        held.last_day, held.people, held.ended_at = last, people, ended_at
        held.save(update_fields=["last_day", "people", "ended_at"])


def _people(connection_id: int, first: date, last: date | None) -> int:
    """Count those who have no data of these days: whose records of them came only when the source was heard again; before that, or if none
    came, those whose records it usually brings.
    """
    rows = Fact.objects.filter(withdrawn_at=None, item__connection=connection_id)
    late = rows.filter(day__gte=first, day__lte=last).values("person").distinct().count() if last else 0
    return late or rows.filter(day__gte=first - USED_IN, day__lt=first).values("person").distinct().count()
