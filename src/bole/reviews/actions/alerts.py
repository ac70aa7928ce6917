"""What an alert keeps of feedback and talks: that they were, by whom and when. Never a word: more people read the alert than read these."""

from datetime import date, datetime

from bole.kit.clock import local_day
from bole.reviews.models import Feedback, OneToOne
from bole.reviews.rules.followed import look_again_on
from bole.signals.actions import note_advice_back, note_step, note_talk_off
from bole.signals.models import Alert
from bole.signals.permissions import can_handle
from bole.values.viewer import Viewer


def note_advice(piece: Feedback, *, by: Viewer, at: datetime) -> None:
    """Let the alert that advice is about keep that it was given, if the sender is one who handles it."""
    if piece.about_kind == "alert" and piece.kind == "advice" and piece.about_person_id == piece.recipient_id:
        _note(piece.about_ref, "advice", {"feedback": piece.ref}, by=by, at=at, look_again_on=look_again_on(local_day(at)))


def note_talk(talk: OneToOne, alert_ref: str, *, by: Viewer, at: datetime) -> None:
    """Let an alert keep that a talk about it is set up."""
    _note(alert_ref, "talk", {"one_to_one": talk.ref, "planned_on": talk.planned_on.isoformat()}, by=by, at=at)


def note_talk_called_off(talk: OneToOne, *, is_off: bool, by: Viewer, at: datetime) -> None:
    """Let the alerts that keep a talk keep too that it was called off, or takes place after all."""
    note_talk_off(talk=talk.ref, is_off=is_off, by=by, at=at)


def note_advice_taken_back(piece: Feedback, *, at: datetime) -> None:
    """Let the alert that keeps a piece of advice keep too that it was taken back."""
    note_advice_back(feedback=piece.ref, at=at)


def _note(alert_ref: str, kind: str, more: dict[str, str], *, by: Viewer, at: datetime, look_again_on: date | None = None) -> None:
    alert = Alert.objects.filter(ref=alert_ref).first()
    if alert is not None and can_handle(by, alert, at=at):
        note_step(alert_ref=alert_ref, kind=kind, words="", by=by, at=at, more=more, look_again_on=look_again_on)
