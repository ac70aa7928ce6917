"""Asking for support and answering it. None of this ever touches a score."""

from datetime import datetime

from bole.access.rules import may
from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.scoring.events import SupportAnswered, SupportAsked
from bole.scoring.models import SupportRequest
from bole.scoring.refusals import DecidedAlready, NeedsReason
from bole.scoring.topics import support_topic
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer


@action("scoring.ask_for_support")
def ask_for_support(*, words: str, manager_id: int | None, by: Viewer, at: datetime) -> SupportRequest:
    """Ask the manager for support; their open page shows it at once.

    :raises NeedsReason: if nothing was written
    """
    if by.person_id is None or not may(by, "ask", "support", by.person_id):
        raise NotFound
    if not words.strip():
        raise NeedsReason(where="words")
    made = SupportRequest.objects.create(person_id=by.person_id, words=words.strip()[:1000], asked_at=at)
    on_record(thing=f"support {made.ref}")
    announce(SupportAsked(made.ref, by.person_id), at=at, topics=_topics(by.person_id, manager_id))
    return made


@action("scoring.answer_support")
def answer_support(*, ref: str, answer: str, by: Viewer, at: datetime) -> SupportRequest:
    """Answer a request; the person reads it.

    :raises DecidedAlready: if it was answered or withdrawn
    """
    found = SupportRequest.objects.select_for_update().filter(ref=ref).first()
    if found is None or not may(by, "read", "support", found.person_id):
        raise NotFound
    if not may(by, "answer", "support", found.person_id):
        raise NotYours
    if found.state != "open":
        raise DecidedAlready
    if not answer.strip():
        raise NeedsReason(where="answer")
    found.state, found.answer, found.answered_by, found.answered_at = "answered", answer.strip()[:1000], by.name, at
    found.save(update_fields=["state", "answer", "answered_by", "answered_at"])
    on_record(thing=f"support {ref}")
    announce(SupportAnswered(ref, found.person_id), at=at, topics=_topics(found.person_id, by.person_id))
    return found


@action("scoring.withdraw_support")
def withdraw_support(*, ref: str, by: Viewer, at: datetime) -> None:
    """Take one's own request back."""
    if by.person_id is None:
        raise NotFound
    if not SupportRequest.objects.filter(ref=ref, person_id=by.person_id, state="open").update(state="withdrawn", answered_at=at):
        raise NotFound
    on_record(thing=f"support {ref}")


def _topics(person_id: int, manager_id: int | None) -> list[str]:
    return [support_topic(person_id), *([support_topic(manager_id)] if manager_id else [])]
