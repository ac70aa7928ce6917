"""What the room does when something happened elsewhere, or to its own series."""

from datetime import date, datetime

from bole.kit.announce import on
from bole.signals.diagnosing import diagnose_units
from bole.signals.events import AlertNoticed, SeriesGiven, SourceFellSilent, TargetProposed
from bole.signals.telling import tell_of_proposal, tell_of_silence, tell_person


@on(SeriesGiven, name="signals.diagnose_again")
def diagnose_again(_event: SeriesGiven, at: datetime) -> None:
    """Diagnose again: what is known of a unit is evidence for its sisters, too."""
    diagnose_units(at=at)


@on(AlertNoticed, name="signals.tell_person")
def tell_of_change(event: AlertNoticed, at: datetime) -> None:
    """Let the person know first."""
    tell_person(event.ref, event.person_id, at=at)


@on(SourceFellSilent, name="signals.tell_of_silence")
def tell_who_runs_it(event: SourceFellSilent, at: datetime) -> None:
    """Let those who run the sources know of one that fell silent."""
    tell_of_silence(event.connection_id, date.fromisoformat(event.first_day), at=at)


@on(TargetProposed, name="signals.tell_second_person")
def tell_who_checks(event: TargetProposed, at: datetime) -> None:
    """Let whoever may check another target know of it."""
    tell_of_proposal(event.ref, at=at)
