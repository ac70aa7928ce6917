"""Keeping a people file that was looked at, and taking it: all of it, proved, or nothing."""

from bole.connect.people_file.actions.keeping import drop_file, keep_file, take_file
from bole.connect.people_file.actions.taking import Report, apply_import

__all__ = ["Report", "apply_import", "drop_file", "keep_file", "take_file"]
