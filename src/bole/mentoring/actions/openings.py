"""HR opens what the two of a pair wrote: with a reason, for sixty minutes, both told at once, each reading on the record."""

from datetime import datetime, timedelta

from bole.access.models import Grant
from bole.kit.action import action, look_at_each, on_record
from bole.mentoring.actions.telling import tell_people
from bole.mentoring.models import Mentorship, TextOpening
from bole.mentoring.permissions import can_open_words, can_read_days
from bole.mentoring.queries.meetings import MeetingText, texts_of
from bole.mentoring.queries.openings import opening_now
from bole.mentoring.queries.pairs import PairRow
from bole.mentoring.refusals import ReasonNeeded
from bole.notices.actions import tell
from bole.people.models import Person
from bole.reviews.rules.writing import written
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer

MINUTES = 60
LEAST_REASON, LONGEST_REASON = 10, 500


@action("mentoring.open_words")
def open_words(*, pair_ref: str, reason: str, by: Viewer, at: datetime) -> TextOpening:
    """Open the words of a pair to an HR admin for sixty minutes; the two and the auditors are told at once, with the reason on the record.

    :raises NotFound: unless the viewer may know of the pair at all
    :raises NotYours: unless it is an HR admin who is neither of the two
    :raises ReasonNeeded: without a reason
    """
    pair = Mentorship.objects.select_for_update().filter(ref=pair_ref).first()
    if pair is None or not can_read_days(by, pair):
        raise NotFound
    if not can_open_words(by, pair):
        raise NotYours
    if len(reason.strip()) < LEAST_REASON:
        raise ReasonNeeded(least=LEAST_REASON, where="reason")
    text = written(reason, most=LONGEST_REASON, where="reason")
    made = TextOpening.objects.create(
        mentorship=pair, by_id=by.person_id or 0, reason=text, opened_at=at, until=at + timedelta(minutes=MINUTES)
    )
    address = f"/mentoring/pairs/{pair.ref}/"
    params = {"name": by.name}
    tell_people(
        [pair.mentor_id, pair.mentee_id], kind="mentoring.words_opened", key=made.ref, params=params, address=address, by=by, at=at
    )  # fmt: skip
    auditors = Grant.objects.filter(role="auditor", ended_at=None).values_list("account_id", flat=True)
    tell(accounts=list(auditors), kind="mentoring.words_opened", key=made.ref, params=params, address="/company/record/", by=by, at=at)
    refs = dict(Person.objects.filter(pk__in=(pair.mentor_id, pair.mentee_id)).values_list("pk", "ref"))
    on_record(subject=str(refs[pair.mentee_id]), thing=f"mentorship {pair.ref}", reason=text)
    return made


def read_words(*, pair: PairRow, by: Viewer, at: datetime) -> tuple[MeetingText, ...] | None:
    """Return the records of a pair to an HR admin whose opening runs; each reading is on the record of both. None without one."""
    opening = opening_now(by, pair, at=at)
    if opening is None:
        return None
    refs = Person.objects.filter(pk__in=(pair.mentor_id, pair.mentee_id)).values_list("ref", flat=True)
    fields = {str(ref): ("mentoring_words", "as:hr_admin") for ref in refs}
    look_at_each(what="mentoring.read_words", by=by, at=at, fields_of=fields, reason=str(opening.reason))
    return texts_of(pair.id)
