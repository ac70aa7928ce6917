"""The mentee's report of results: a draft is kept, a sent one stays."""

from collections.abc import Sequence
from datetime import datetime

from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.kit.ui.days import moment
from bole.mentoring.actions.duties import mark_done
from bole.mentoring.actions.plans import pair_locked
from bole.mentoring.actions.telling import tell_people
from bole.mentoring.models import Mentorship, Report
from bole.mentoring.refusals import TooManyFiles
from bole.reviews.rules.writing import written, written_if_any
from bole.values.refusal import NotFound, NotYours, Stale
from bole.values.viewer import Viewer
from bole.vault.files import Upload, keep_file

LONGEST = 5000
MOST_FILES = 5


@action("mentoring.save_report")
def save_report(*, pair_ref: str, version: int, words: str, files: Sequence[Upload], by: Viewer, at: datetime) -> Report:
    """Keep the draft of the mentee's report and add `files` to it; nobody else reads them before it is sent.

    :raises NotFound, PairOver: unless one of the two asks, of a living pair
    :raises NotYours: unless the mentee writes
    :raises Stale: if it was changed elsewhere since `version`
    :raises TooManyFiles, TooManyWords: if there is too much; and what `keep_file` refuses
    """
    pair = _of_mentee(pair_ref, by)
    draft = Report.objects.filter(mentorship=pair, sent_at=None).first() or Report(mentorship=pair, version=0, saved_at=at)
    if draft.version != version:
        raise Stale(name=by.name, time=moment(draft.saved_at))
    if len(draft.files) + len(files) > MOST_FILES:
        raise TooManyFiles(most=MOST_FILES, where="file")
    draft.words = written_if_any(words, most=LONGEST)
    kept = [keep_file(upload=one, parent=files_parent(draft.ref), by=by, at=at).ref for one in files]
    draft.files, draft.saved_at, draft.version = [*draft.files, *kept], at, draft.version + 1
    draft.save()
    on_record(thing=f"mentoring_report {draft.ref}")
    return draft


def files_parent(ref: str) -> str:
    """Return what the files of a report hang on."""
    return f"mentoring_report {ref}"


@action("mentoring.send_report")
def send_report(*, pair_ref: str, version: int, by: Viewer, at: datetime) -> Report:
    """Send the draft to the mentor.

    :raises NotFound, PairOver: unless one of the two asks, of a living pair, and there is a draft
    :raises NotYours: unless the mentee sends it
    :raises Stale: if it was changed elsewhere since `version`
    :raises NoWords: if nothing is written
    """
    pair = _of_mentee(pair_ref, by)
    draft = Report.objects.filter(mentorship=pair, sent_at=None).first()
    if draft is None:
        raise NotFound
    if draft.version != version:
        raise Stale(name=by.name, time=moment(draft.saved_at))
    written(str(draft.words), most=LONGEST, where="words")
    draft.sent_at, draft.version = at, draft.version + 1
    draft.duty = mark_done(mentorship_id=pair.pk, kind="report", on=local_day(at), by=by, at=at)
    draft.save(update_fields=["sent_at", "version", "duty"])
    address = f"/mentoring/pairs/{pair.ref}/report/"
    tell_people(
        [pair.mentor_id], kind="mentoring.report_sent", key=draft.ref, params={"name": by.name}, address=address, by=by, at=at
    )  # fmt: skip
    on_record(subject=str(pair.mentee.ref), thing=f"mentoring_report {draft.ref}")
    return draft


def _of_mentee(pair_ref: str, by: Viewer) -> Mentorship:
    pair = pair_locked(pair_ref, by)
    if by.person_id != pair.mentee_id:
        raise NotYours
    return pair
