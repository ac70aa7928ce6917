"""Tables of the room."""

from bole.signals.models.alerts import ALIVE, Alert, AlertStep, LookedDay, SourceNotice, Watch

__all__ = ["ALIVE", "Alert", "AlertStep", "LookedDay", "SourceNotice", "Watch"]
