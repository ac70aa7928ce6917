"""What the room does when something happened elsewhere, or to its own series."""

from datetime import datetime

from bole.kit.announce import on
from bole.signals.diagnosing import diagnose_units
from bole.signals.events import AlertNoticed, SeriesGiven
from bole.signals.telling import tell_person


@on(SeriesGiven, name="signals.diagnose_again")
def diagnose_again(_event: SeriesGiven, at: datetime) -> None:
    """Diagnose again: what is known of a unit is evidence for its sisters, too."""
    diagnose_units(at=at)


@on(AlertNoticed, name="signals.tell_person")
def tell_of_change(event: AlertNoticed, at: datetime) -> None:
    """Let the person know first."""
    tell_person(event.ref, event.person_id, at=at)
