"""Reads of alerts, of what is watched, and of sources that are silent."""

from bole.signals.queries.alerts import AlertRow, looks_after_somebody, note_look, open_alerts_of
from bole.signals.queries.listed import Alerts, alerts_for
from bole.signals.queries.one_alert import OneAlert, alert_for, own_alert, own_changes, own_person
from bole.signals.queries.silent import Silent, silent_sources
from bole.signals.queries.watching import WatchRow, own_watched, watch_rows
from bole.signals.topics import alert_topic

__all__ = [
    "AlertRow", "Alerts", "OneAlert", "Silent", "WatchRow", "alert_for", "alert_topic", "alerts_for", "looks_after_somebody", "note_look",
    "open_alerts_of", "own_alert", "own_changes", "own_person", "own_watched", "silent_sources", "watch_rows",
]  # fmt: skip
