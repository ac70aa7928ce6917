"""Results that people handed in, for a viewer: one's own, one that waits, what stands behind a record."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bole.access.rules import may
from bole.people.models import Person
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.vault.files import FileRow, OpenFile, files_of, read_file
from bole.work.actions.submissions import draft_of, parent_of
from bole.work.models import Submission

MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    """A result as its readers see it. `may_decide`: the viewer may confirm or return it; `may_change`: correct or take it back."""

    ref: str
    person_id: int
    kind: str
    title: str
    words: str
    value: int | None
    for_mentor: bool
    state: str
    after_confirmation: bool
    sent_at: datetime
    day: date
    decided_by: str
    decided_at: datetime | None
    remark: str
    version: int
    may_decide: bool
    may_change: bool
    files: tuple[FileRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedIn:
    """What rooms above react to: who handed in what. For reactions alone; pages ask for a viewer."""

    ref: str
    person_id: int
    kind: str
    title: str
    words: str
    value: int | None
    day: date
    for_mentor: bool
    state: str
    sent_at: datetime


def own_results(viewer: Viewer) -> tuple[ResultRow, ...]:
    """Return the viewer's own results, the newest first, without their files (one query).

    :raises NotFound: if the account has no person
    """
    if viewer.person_id is None:
        raise NotFound
    rows = Submission.objects.filter(person=viewer.person_id).select_related("decided_by").order_by("-sent_at", "-id")
    return tuple(_row(one, viewer) for one in rows[:MOST])


def last_kind(viewer: Viewer) -> str:
    """Return of which kind the viewer's last result was; nothing if there is none (one query)."""
    rows = Submission.objects.filter(person=viewer.person_id).order_by("-sent_at", "-id")
    return rows.values_list("kind", flat=True).first() or ""


def result_for(viewer: Viewer, ref: str) -> ResultRow:
    """Return one result with its files (two queries).

    :raises NotFound: if it is not open to the viewer
    """
    found = _visible(viewer, ref)
    parent = parent_of(ref)
    return _row(found, viewer, files_of([parent]).get(parent, ()))


def result_file(viewer: Viewer, ref: str, file: str) -> OpenFile:
    """Open a file of a result.

    :raises NotFound: if the result is not open to the viewer, or has no such file
    """
    return read_file(file, parent=parent_of(_visible(viewer, ref).ref))


def results_waiting(viewer: Viewer, person_ids: Collection[int]) -> tuple[ResultRow, ...]:
    """Return what waits of these people for the viewer's word, the longest wait first (one query)."""
    mine = [person for person in person_ids if may(viewer, "approve", "result", person)]
    if not mine:
        return ()
    rows = Submission.objects.filter(person__in=mine, state="waiting").select_related("decided_by").order_by("sent_at", "id")
    return tuple(_row(one, viewer) for one in rows[:MOST])


def results_of(viewer: Viewer, person_id: int, *, since: date, at_most: int = 10) -> tuple[ResultRow, ...]:
    """Return what somebody handed in lately and did not take back, the newest first (one query); nothing where it is not open."""
    if not may(viewer, "read", "result", person_id):
        return ()
    rows = Submission.objects.filter(person=person_id, day__gte=since).exclude(state="withdrawn").select_related("decided_by")
    return tuple(_row(one, viewer) for one in rows.order_by("-sent_at", "-id")[:at_most])


def unconfirmed(person_id: int, first_day: date, last_day: date) -> int:
    """Count the results of these days that count already and that nobody has confirmed (one query)."""
    rows = Submission.objects.filter(person=person_id, state="waiting", after_confirmation=False, day__gte=first_day, day__lte=last_day)
    return rows.count()


def draft_files(viewer: Viewer, refs: Sequence[str]) -> tuple[FileRow, ...]:
    """Return those files that the viewer has kept for a result and not sent yet (one query)."""
    if viewer.person_id is None or not refs:
        return ()
    parent = draft_of(viewer.person_id)
    return tuple(one for one in files_of([parent]).get(parent, ()) if one.ref in refs)


def handed_in(ref: str) -> HandedIn | None:
    """Return what was handed in, for a reaction; None if it is not there."""
    one = Submission.objects.filter(ref=ref).first()
    if one is None:
        return None
    return HandedIn(
        ref=one.ref, person_id=one.person_id, kind=one.kind, title=str(one.title), words=str(one.words), value=one.value, day=one.day,
        for_mentor=one.for_mentor, state=one.state, sent_at=one.sent_at,
    )  # fmt: skip


def files_handed_in(ref: str) -> tuple[FileRow, ...]:
    """Return the files of a result, for a reaction (one query)."""
    return files_of([parent_of(ref)]).get(parent_of(ref), ())


def _visible(viewer: Viewer, ref: str) -> Submission:
    found = Submission.objects.filter(ref=ref).select_related("decided_by").first()
    if found is None or not may(viewer, "read", "result", found.person_id):
        raise NotFound
    return found


def _row(one: Submission, viewer: Viewer, files: tuple[FileRow, ...] = ()) -> ResultRow:
    decided_by: Person | None = one.decided_by
    return ResultRow(
        ref=one.ref,
        person_id=one.person_id,
        kind=one.kind,
        title=str(one.title),
        words=str(one.words),
        value=one.value,
        for_mentor=one.for_mentor,
        state=one.state,
        after_confirmation=one.after_confirmation,
        sent_at=one.sent_at,
        day=one.day,
        decided_by=decided_by.name if decided_by else "",
        decided_at=one.decided_at,
        remark=str(one.remark),
        version=one.version,
        may_decide=one.state == "waiting" and may(viewer, "approve", "result", one.person_id),
        may_change=one.state in {"waiting", "returned"} and viewer.person_id == one.person_id,
        files=files,
    )
