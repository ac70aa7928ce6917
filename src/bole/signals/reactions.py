"""What the room does when something happened elsewhere, or to its own series."""

from datetime import datetime

from bole.kit.announce import on
from bole.signals.diagnosing import diagnose_units
from bole.signals.events import SeriesGiven


@on(SeriesGiven, name="signals.diagnose_again")
def diagnose_again(_event: SeriesGiven, at: datetime) -> None:
    """Diagnose again: what is known of a unit is evidence for its sisters, too."""
    diagnose_units(at=at)
