"""Data objections: a person doubts a fact, HR checks it, and the original stays on record."""

from datetime import date, datetime

from bole.access.rules import may
from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.kit.clock import local_day
from bole.values.refusal import Invalid, NotFound, NotYours, say
from bole.values.viewer import Viewer
from bole.values.workdays import working_day_at
from bole.work.actions.identities import settle_items
from bole.work.events import ObjectionRaised
from bole.work.models import Correction, Item, Objection, OutsideAccount
from bole.work.refusals import AlreadyAnswered, AlreadyObjected

DAYS_TO_ANSWER = 3


class NoWords(Invalid):
    """An objection or an answer needs a sentence."""

    code = "no_words"
    sentence = say("Write a sentence; the other side reads it.")


@action("work.raise_objection")
def raise_objection(*, item_id: int, words: str, by: Viewer, at: datetime) -> Objection:
    """Doubt a record of one's own; it is checked within three working days.

    :raises NotFound: if it is not a record of theirs
    :raises AlreadyObjected: if an objection to it is open
    """
    if by.person_id is None or not may(by, "ask", "facts", by.person_id):
        raise NotFound
    item = Item.objects.filter(pk=item_id, person_id=by.person_id).select_for_update(no_key=True).first()
    if item is None:
        raise NotFound
    if not words.strip():
        raise NoWords(where="words")
    if Objection.objects.filter(item=item, state="open").exists():
        raise AlreadyObjected
    made = Objection.objects.create(
        item=item, person_id=by.person_id, words=words.strip()[:2000], raised_at=at, due_on=working_day_at(local_day(at), DAYS_TO_ANSWER)
    )
    on_record(thing=f"objection {made.ref}")
    announce(ObjectionRaised(made.ref, by.person_id), at=at)
    return made


@action("work.answer_objection")
def answer_objection(
    *, ref: str, answer: str, by: Viewer, at: datetime, is_excluded: bool = False, due_on: date | None = None, drops_delays: bool = False
) -> Objection:
    """Answer an objection: keep the record as it is, or correct what it stands for. The item itself is never overwritten.

    A correction leaves the record out (`is_excluded`), sets the day it was due, or drops its postponements (a customer asked for them).

    :raises NotYours: unless HR who looks after the person answers; nobody answers their own
    :raises AlreadyAnswered: if someone answered first
    """
    found = Objection.objects.select_for_update().filter(ref=ref).select_related("item", "person").first()
    if found is None:
        raise NotFound
    if not may(by, "answer", "facts", found.person_id):
        raise NotYours
    if found.state != "open":
        raise AlreadyAnswered(name=found.answered_by)
    if not answer.strip():
        raise NoWords(where="answer")
    corrects = is_excluded or due_on is not None or drops_delays
    found.state = "corrected" if corrects else "kept"
    found.answer, found.answered_by, found.answered_at = answer.strip()[:2000], by.name, at
    found.save(update_fields=["state", "answer", "answered_by", "answered_at"])
    if corrects:
        Correction.objects.create(
            item=found.item, is_excluded=is_excluded, due_on=due_on, by=by.name, decided_at=at,
            without_marks=[mark for mark in found.item.detail.get("marks", []) if drops_delays and mark[0] == "postponed"],
        )  # fmt: skip
        outside = OutsideAccount.objects.filter(connection_id=found.item.connection_id, account=found.item.account or "").first()
        nobodies = frozenset({outside.account}) if outside and outside.is_nobody else frozenset()
        settle_items([found.item_id], connection_id=found.item.connection_id, nobodies=nobodies, at=at)
    on_record(subject=str(found.person.ref), thing=f"objection {found.ref}", fields=("state",))
    return found
