"""Tables of the room."""

from bole.signals.models.alerts import ALIVE, Alert, AlertStep, LookedDay, SourceNotice, Watch
from bole.signals.models.diagnoses import Decision, Diagnosis, MissRule
from bole.signals.models.proposals import TargetProposal
from bole.signals.models.series import Series, SeriesValue, UnitMonth, UnitReach
from bole.signals.models.signs import GamingSign

__all__ = [
    "ALIVE",
    "Alert",
    "AlertStep",
    "Decision",
    "Diagnosis",
    "GamingSign",
    "LookedDay",
    "MissRule",
    "Series",
    "SeriesValue",
    "SourceNotice",
    "TargetProposal",
    "UnitMonth",
    "UnitReach",
    "Watch",
]
