"""What the timetable does of itself, for rooms above that let a past day be worked off: diagnoses, signs."""

from bole.signals.diagnosing import diagnose_missed
from bole.signals.noticing import notice_signs

__all__ = ["diagnose_missed", "notice_signs"]
