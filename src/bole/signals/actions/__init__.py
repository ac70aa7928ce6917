"""Changes to alerts, source notices and what is watched."""

from bole.signals.actions.finding import open_alerts
from bole.signals.actions.looking import Looked, look_for_changes, look_when_due
from bole.signals.actions.looking_back import look_back
from bole.signals.actions.steps import (
    add_context,
    not_a_problem,
    note_advice_back,
    note_step,
    note_talk_off,
    say_useful,
    snooze,
    take_back_not_a_problem,
)
from bole.signals.actions.watching import set_watch

__all__ = [
    "Looked", "add_context", "look_back", "look_for_changes", "look_when_due", "not_a_problem", "note_advice_back", "note_step",
    "note_talk_off", "open_alerts", "say_useful", "set_watch", "snooze", "take_back_not_a_problem",
]  # fmt: skip
