"""Sources that fall silent: one notice to those who run them, instead of alerts to people."""

from datetime import date, datetime, timedelta

from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.signals.events import SourceFellSilent
from bole.signals.models import SourceNotice
from bole.signals.reading.traffic import Traffic
from bole.values.viewer import Viewer
from bole.work.models import Fact

# Whose records came from a source in these days, has no data while it is silent.
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
        people = _people(connection_id, first)
        if not people:
            return
        SourceNotice.objects.create(
            connection_id=connection_id, first_day=first, last_day=last, people=people, noticed_at=at, ended_at=at if last else None
        )
        announce(SourceFellSilent(connection_id, first.isoformat(), people), at=at)
    elif held.last_day != last:
        held.last_day, held.ended_at = last, at if last else None
        held.save(update_fields=["last_day", "ended_at"])


def _people(connection_id: int, first: date) -> int:
    """Count those whose records came from the source before it fell silent."""
    rows = Fact.objects.filter(withdrawn_at=None, item__connection=connection_id, day__gte=first - USED_IN, day__lt=first)
    return rows.values("person").distinct().count()
