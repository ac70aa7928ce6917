"""Results that people hand in: counted as any other fact, marked as self-reported, confirmed or returned by who leads them."""

from collections.abc import Sequence
from datetime import datetime

from bole.access.rules import insist_on_taking_part, may
from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.kit.clock import local_day
from bole.people.models import Person
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM, Viewer
from bole.vault.files import Upload, files_of, hand_over_files, keep_file
from bole.work.actions.own_accounts import account_of, handed_in_connection
from bole.work.actions.record import DeliveryNote, record
from bole.work.actions.telling_results import tell_decided, tell_waiting
from bole.work.events import ResultDecided, ResultSubmitted
from bole.work.models import Submission
from bole.work.refusals import DecidedAlready, RemarkMissing, TooManyFiles
from bole.work.registry import asks_confirmation
from bole.work.rules.submission import (
    KINDS,
    MEASURES,
    MOST_FILES,
    State,
    SubmissionKind,
    checked_value,
    insist_on_something,
    item_of,
    plain,
    title_of,
)


@action("work.submit_result")
def submit_result(
    *,
    once: str,
    kind: SubmissionKind,
    words: str,
    value: int | None,
    files: Sequence[Upload],
    kept: Sequence[str],
    for_mentor: bool,
    by: Viewer,
    at: datetime,
) -> Submission:
    """Hand in a result of one's own; it counts at once, or once it is confirmed where the model asks that. The same form twice is one.

    `value` is in hundredths of a scale to 100. `kept` are refs of files that were taken before (`draft_of`).

    :raises NotFound: unless the viewer takes part
    :raises NothingHandedIn, TooMuchWritten, NoValue, OutOfScale: if it says too little, too much, or what no scale has
    :raises TooManyFiles: if there are more than five files; and what `keep_file` refuses
    """
    me = insist_on_taking_part(by)
    if kind not in KINDS:
        raise NotFound
    person = Person.objects.select_for_update(no_key=True).get(pk=me)
    before = Submission.objects.filter(person=me, once=once).first()
    if before is not None:
        return before
    text, number = plain(words), checked_value(kind, value)
    insist_on_something(kind, text, len(files) + len(kept))
    day = local_day(at)
    made = Submission.objects.create(
        once=once, person=person, kind=kind, title=title_of(text), words=text, value=number, for_mentor=for_mentor, sent_at=at, day=day,
        after_confirmation=asks_confirmation(me, MEASURES[kind], day),
    )  # fmt: skip
    _take_files(made, files, kept, by=by, at=at)
    _count(made, at=at)
    on_record(subject=str(person.ref), thing=f"submission {made.ref}")
    tell_waiting(made, at=at)
    announce(ResultSubmitted(made.ref, me, kind), at=at)
    return made


@action("work.correct_result")
def correct_result(
    *, ref: str, version: int, words: str, value: int | None, files: Sequence[Upload], by: Viewer, at: datetime
) -> Submission:
    """Correct a result of one's own that nobody has confirmed, or that came back; it is handed in again.

    :raises NotFound, NotYours: unless it is one's own
    :raises DecidedAlready: if it was confirmed or taken back, or changed elsewhere since `version`
    """
    found = _own(ref, by)
    if found.state not in {"waiting", "returned"} or found.version != version:
        raise DecidedAlready
    text, kind = plain(words), _kind(found)
    insist_on_something(kind, text, len(files) + len(files_of([parent_of(ref)]).get(parent_of(ref), ())))
    found.value = checked_value(kind, value)
    found.title, found.words = title_of(text), text
    found.state, found.remark, found.decided_by, found.decided_at = "waiting", "", None, None
    _take_files(found, files, (), by=by, at=at)
    _save(found, "title", "words", "value", "remark", "decided_by", "decided_at")
    _count(found, at=at)
    on_record(subject=str(found.person.ref), thing=f"submission {ref}", fields=("words", "value"))
    tell_waiting(found, at=at)
    announce(ResultSubmitted(ref, found.person_id, kind), at=at)
    return found


@action("work.withdraw_result")
def withdraw_result(*, ref: str, by: Viewer, at: datetime) -> Submission:
    """Take back a result of one's own; what it stood for is withdrawn. One that was confirmed stays.

    :raises NotFound, NotYours: unless it is one's own
    :raises DecidedAlready: if it was confirmed, or taken back before
    """
    found = _own(ref, by)
    if found.state not in {"waiting", "returned"}:
        raise DecidedAlready
    return _decide(found, "withdrawn", "", by=by, at=at)


@action("work.confirm_result")
def confirm_result(*, ref: str, by: Viewer, at: datetime) -> Submission:
    """Confirm a result: it loses its mark, or counts from now on where the model asks for that.

    :raises NotFound, NotYours: unless who leads the person, or their HR, does it
    :raises DecidedAlready: if it does not wait any more
    """
    return _decide(_to_decide(ref, by), "confirmed", "", by=by, at=at)


@action("work.return_result")
def return_result(*, ref: str, remark: str, by: Viewer, at: datetime) -> Submission:
    """Return a result with a sentence; what it stood for is withdrawn until it is handed in again.

    :raises NotFound, NotYours: unless who leads the person, or their HR, does it
    :raises DecidedAlready: if it does not wait any more
    :raises RemarkMissing: if nothing is said
    """
    found = _to_decide(ref, by)
    said = plain(remark)
    if not said:
        raise RemarkMissing(where="remark")
    return _decide(found, "returned", said, by=by, at=at)


@action("work.keep_draft_files")
def keep_draft_files(*, files: Sequence[Upload], by: Viewer, at: datetime) -> tuple[str, ...]:
    """Keep files for a result that is not sent yet: shared from another app, or left over from a form that was refused.

    :raises NotFound: unless the viewer takes part
    """
    me = insist_on_taking_part(by)
    return tuple(keep_file(upload=one, parent=draft_of(me), by=by, at=at).ref for one in files[:MOST_FILES])


def parent_of(ref: str) -> str:
    """Return what a result's files hang on."""
    return f"submission {ref}"


def draft_of(person_id: int) -> str:
    """Return what files hang on that somebody has not sent yet."""
    return f"submission_draft {person_id}"


def _take_files(made: Submission, files: Sequence[Upload], kept: Sequence[str], *, by: Viewer, at: datetime) -> None:
    parent = parent_of(made.ref)
    held = len(files_of([parent]).get(parent, ()))
    if held + len(files) + len(set(kept)) > MOST_FILES:
        raise TooManyFiles(most=MOST_FILES, where="files")
    if kept:
        hand_over_files(refs=kept, parent=draft_of(made.person_id), to=parent, by=by, at=at)
    for one in files:
        keep_file(upload=one, parent=parent, by=by, at=at)


def _own(ref: str, by: Viewer) -> Submission:
    found = _locked(ref, by)
    if found.person_id != by.person_id:
        raise NotYours
    return found


def _to_decide(ref: str, by: Viewer) -> Submission:
    found = _locked(ref, by)
    if not may(by, "approve", "result", found.person_id):
        raise NotYours
    if found.state != "waiting":
        raise DecidedAlready
    return found


def _locked(ref: str, by: Viewer) -> Submission:
    found = Submission.objects.select_for_update(of=("self",)).select_related("person").filter(ref=ref).first()
    if found is None or not may(by, "read", "result", found.person_id):
        raise NotFound
    return found


def _decide(found: Submission, state: str, remark: str, *, by: Viewer, at: datetime) -> Submission:
    found.state, found.remark, found.decided_by_id, found.decided_at = state, remark, by.person_id, at
    _save(found, "remark", "decided_by", "decided_at")
    _count(found, at=at)
    on_record(subject=str(found.person.ref), thing=f"submission {found.ref}", fields=("state",))
    if state != "withdrawn":
        tell_decided(found, by=by, at=at)
    announce(ResultDecided(found.ref, found.person_id, found.kind, state), at=at)
    return found


def _save(found: Submission, *names: str) -> None:
    found.version += 1
    found.save(update_fields=["state", "version", *names])


def _count(found: Submission, *, at: datetime) -> None:
    """Bring the facts in line, by the door of every tool. What never counted and does not count now brings nothing."""
    if found.after_confirmation and found.state != "confirmed":
        return
    link = handed_in_connection(at=at)
    account = account_of(link, found.person_id, at=at)
    state: State = found.state  # type: ignore[assignment]  # one of the four
    version = item_of(
        ref=found.ref, kind=_kind(found), account=account, value=found.value, sent_at=found.sent_at, state=state,
        version=found.version,
    )  # fmt: skip
    record(connection_id=link.pk, versions=[version], note=DeliveryNote(f"result:{found.ref}:{found.version}"), by=SYSTEM, at=at)


def _kind(found: Submission) -> SubmissionKind:
    kind: SubmissionKind = found.kind  # type: ignore[assignment]  # checked when it came in
    return kind
