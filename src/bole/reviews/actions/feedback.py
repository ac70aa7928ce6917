"""Sending feedback, replying, taking back, noting what was read, keeping a draft."""

from datetime import datetime

from bole.access.rules import insist_on_taking_part
from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.kit.clock import local_day
from bole.people.models import Person
from bole.people.queries import employments_on, managers_on
from bole.reviews.actions.alerts import note_advice, note_advice_taken_back
from bole.reviews.events import FeedbackSent
from bole.reviews.models import Draft, Feedback, Reply, Seen
from bole.reviews.permissions import can_read_piece, readers_of
from bole.reviews.queries.pieces import UNDO_MINUTES, can_be_taken_back
from bole.reviews.queries.recipients import EXTERNAL
from bole.reviews.refusals import ForAnotherCompany, NotHere, ReadAlready, ReadersChanged, ToOneself
from bole.reviews.rules.about import About
from bole.reviews.rules.writing import MOST_WORDS, written
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

KINDS = ("praise", "advice", "request")


@action("reviews.send_feedback")
def send_feedback(
    *, once: str, recipient_id: int, kind: str, words: str, about: About | None, shared_with_id: int | None, by: Viewer, at: datetime
) -> Feedback:
    """Send a piece of feedback. Its readers are fixed: the sender, the recipient, and the recipient's manager if the sender says so.

    The same form sent twice is one piece. Advice about an alert leaves a step there: that it was given, never its words.

    :raises ToOneself, NotHere, ForAnotherCompany: if the recipient cannot get it
    :raises NoWords, TooManyWords: if the words cannot be taken
    :raises ReadersChanged: if the recipient's manager is not who was shown
    """
    me = insist_on_taking_part(by)
    if kind not in KINDS:
        raise NotFound
    sender = Person.objects.select_for_update(no_key=True).get(pk=me)
    before = Feedback.objects.filter(sender=me, once=once).first()
    if before is not None:
        return before
    recipient, manager = _recipient(recipient_id, me, at=at)
    if shared_with_id is not None and shared_with_id not in {manager} - {me}:
        raise ReadersChanged(name=recipient.name)
    made = Feedback.objects.create(
        once=once,
        sender=sender,
        recipient=recipient,
        shared_with_id=shared_with_id,
        kind=kind,
        words=written(words),
        is_from_manager=manager == me,
        sent_at=at,
        last_at=at,
        **_columns(about),
    )
    Seen.objects.create(feedback=made, person=sender, at=at)
    Draft.objects.filter(person=me, recipient=recipient).delete()
    note_advice(made, by=by, at=at)
    on_record(subject=str(recipient.ref), thing=f"feedback {made.ref}")
    announce(FeedbackSent(made.ref, recipient.pk), at=at)
    return made


def _recipient(recipient_id: int, me: int, *, at: datetime) -> tuple[Person, int | None]:
    """Return whom it goes to and who leads them.

    :raises ToOneself, NotHere, ForAnotherCompany: if it cannot go there
    """
    if recipient_id == me:
        raise ToOneself(where="words")
    person = Person.objects.filter(pk=recipient_id).first()
    if person is None:
        raise NotFound
    day = local_day(at)
    contract = employments_on([recipient_id], day).get(recipient_id)
    if contract is None:
        raise NotHere(name=person.name, where="words")
    if contract.kind == EXTERNAL:
        raise ForAnotherCompany(name=person.name, where="words")
    return person, managers_on([recipient_id], day).get(recipient_id)


def _columns(about: About | None) -> dict[str, object]:
    if about is None:
        return {}
    return {
        "about_kind": about.kind,
        "about_person_id": about.person_id,
        "about_period": about.period,
        "about_code": about.code,
        "about_ref": about.ref,
        "about_title": about.title,
    }


@action("reviews.reply_to_feedback")
def reply_to_feedback(*, ref: str, words: str, by: Viewer, at: datetime) -> Reply:
    """Reply to a piece or ask about it; its readers stay the same. The recipient's first reply to a request is its answer.

    :raises NotFound: unless one of its readers replies
    :raises NoWords, TooManyWords: if the words cannot be taken
    """
    me, found = insist_on_taking_part(by), _living(ref, by)
    said = Reply.objects.create(feedback=found, by_id=me, words=written(words), at=at)
    found.last_at = at
    if found.kind == "request" and found.answered_at is None and me == found.recipient_id:
        found.answered_at = at
    found.save(update_fields=["last_at", "answered_at"])
    _see(found, me, at=at)
    on_record(thing=f"feedback {ref}")
    for person in readers_of(found) - {me}:
        announce(FeedbackSent(ref, person), at=at)
    return said


@action("reviews.take_back_feedback")
def take_back_feedback(*, ref: str, by: Viewer, at: datetime) -> Feedback:
    """Take one's own piece back: for ten minutes, as long as nobody has read it. Its words are kept nowhere.

    :raises NotFound: unless the sender does it
    :raises ReadAlready: if it was read, or is too old
    """
    found = _living(ref, by)
    if found.sender_id != by.person_id:
        raise NotFound
    if not can_be_taken_back(found, at=at):
        raise ReadAlready(minutes=UNDO_MINUTES)
    Reply.objects.filter(feedback=found).delete()
    found.words, found.about_title, found.taken_back_at = "", "", at
    found.save(update_fields=["words", "about_title", "taken_back_at"])
    note_advice_taken_back(found, at=at)
    on_record(thing=f"feedback {ref}")
    return found


@action("reviews.note_read")
def note_read(*, ref: str, by: Viewer, at: datetime) -> None:
    """Note that one of its readers has read a piece up to its newest word.

    :raises NotFound: unless a reader does
    """
    _see(_living(ref, by), insist_on_taking_part(by), at=at)
    on_record(thing=f"feedback {ref}")


def keep_draft(*, once: str = "", recipient_id: int, kind: str, words: str, by: Viewer, at: datetime) -> None:
    """Keep what somebody is writing to somebody, for the writer alone; nothing written keeps nothing, nor what this form has sent.

    No line of the record: that somebody hesitates over words is nobody's business.
    """
    me = insist_on_taking_part(by)
    if not Person.objects.filter(pk=recipient_id).exclude(pk=me).exists():
        raise NotFound
    kept = Draft.objects.filter(person=me, recipient=recipient_id)
    if not words.strip() or (once and Feedback.objects.filter(sender=me, once=once).exists()):
        kept.delete()
        return
    known = {"kind": kind if kind in KINDS else KINDS[0], "words": words.replace("\x00", "")[: MOST_WORDS * 2], "saved_at": at}
    Draft.objects.update_or_create(person_id=me, recipient_id=recipient_id, defaults=known)


def _living(ref: str, by: Viewer) -> Feedback:
    found = Feedback.objects.select_for_update().filter(ref=ref).first()
    if found is None or not can_read_piece(by, found):
        raise NotFound
    return found


def _see(found: Feedback, person_id: int, *, at: datetime) -> None:
    Seen.objects.update_or_create(feedback=found, person_id=person_id, defaults={"at": max(at, found.last_at)})
