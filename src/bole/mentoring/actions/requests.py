"""What a mentee asks HR for: help, or another mentor without giving a reason. And HR's answer. The mentor learns of neither."""

from collections.abc import Collection
from datetime import datetime

from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.mentoring.actions.telling import tell_people
from bole.mentoring.admission_telling import hr_accounts_of
from bole.mentoring.models import HelpRequest, Mentorship
from bole.mentoring.models.pairs import ALIVE
from bole.mentoring.permissions import can_change_pair, is_of_pair
from bole.mentoring.refusals import AnsweredAlready, AskedAlready, NothingAnswered, PairIsOver
from bole.notices.actions import tell
from bole.reviews.rules.writing import written, written_if_any
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM, Viewer
from bole.values.workdays import working_day_at

WITHIN = 3  # working days
FOR_ANOTHER = ("rematch", "left", "line", "stepped")  # answered by another mentor
ASKED = {
    "help": "mentoring.asked_help",
    "rematch": "mentoring.asked_rematch",
    "left": "mentoring.mentor_to_replace",
    "line": "mentoring.line_to_resolve",
    "stepped": "mentoring.stepped_down_to_replace",
}


@action("mentoring.ask_help")
def ask_help(*, pair_ref: str, words: str, by: Viewer, at: datetime) -> HelpRequest:
    """Ask HR for help, in one's own words.

    :raises NotFound, NotYours: unless the mentee asks
    :raises PairIsOver, AskedAlready: if there is nothing to ask for, or it was asked
    :raises NoWords, TooManyWords: if the words cannot be taken
    """
    return _ask(pair_ref, "help", written(words, where="words"), by=by, at=at)


@action("mentoring.ask_rematch")
def ask_rematch(*, pair_ref: str, words: str = "", by: Viewer, at: datetime) -> HelpRequest:
    """Ask for another mentor; no reason is needed. HR answers within three working days, and the mentor is not told who asked.

    :raises NotFound, NotYours: unless the mentee asks
    :raises PairIsOver, AskedAlready: if there is nothing to ask for, or it was asked
    """
    return _ask(pair_ref, "rematch", written_if_any(words), by=by, at=at)


def _ask(pair_ref: str, kind: str, words: str, *, by: Viewer, at: datetime) -> HelpRequest:
    pair = Mentorship.objects.select_for_update(of=("self",)).select_related("mentee").filter(ref=pair_ref).first()
    if pair is None or not is_of_pair(by, pair):
        raise NotFound
    if by.person_id != pair.mentee_id:
        raise NotYours
    if pair.state not in ALIVE:
        raise PairIsOver(date=pair.ended_on)
    asked = HelpRequest.objects.filter(mentorship=pair, kind=kind, answered_at=None).first()
    if asked is not None:
        raise AskedAlready(date=asked.answer_by)
    return request_of(pair, kind, words=words, params={"name": pair.mentee.name}, by_id=by.person_id, at=at)


def request_of(
    pair: Mentorship, kind: str, *, at: datetime, words: str = "", params: dict[str, str] | None = None, by_id: int | None = None
) -> HelpRequest:
    """Make a request, and tell HR that looks after the mentee; of the system's own requests `by_id` is nobody."""
    answer_by = working_day_at(local_day(at), WITHIN)
    made = HelpRequest.objects.create(mentorship=pair, kind=kind, by_id=by_id, words=words, asked_at=at, answer_by=answer_by)
    on_record(subject=str(pair.mentee.ref), thing=f"mentoring_request {made.ref}")
    tell(
        accounts=hr_accounts_of(pair.mentee, at=at), kind=ASKED[kind], key=made.ref,
        params={**(params or {}), "date": answer_by.isoformat()}, address=f"/company/mentoring/pairs/{pair.ref}/", by=SYSTEM, at=at,
    )  # fmt: skip
    return made


@action("mentoring.answer_request")
def answer_request(*, ref: str, words: str, by: Viewer, at: datetime) -> HelpRequest:
    """Answer a request; the mentee who asked reads the words.

    :raises NotFound: unless HR that looks after the mentee answers
    :raises AnsweredAlready: if somebody answered first
    :raises NothingAnswered: if nothing is written
    """
    found = HelpRequest.objects.select_for_update(of=("self",)).select_related("mentorship__mentee").filter(ref=ref).first()
    if found is None or not can_change_pair(by, found.mentorship):
        raise NotFound
    if found.answered_at is not None:
        raise AnsweredAlready
    if not words.strip():
        raise NothingAnswered(name=found.mentorship.mentee.name, where="words")
    found.answer, found.answered_at, found.answered_by_id = written(words, where="words"), at, by.person_id
    found.save(update_fields=["answer", "answered_at", "answered_by"])
    on_record(subject=str(found.mentorship.mentee.ref), thing=f"mentoring_request {found.ref}")
    if found.by_id is not None:
        address = f"/mentoring/pairs/{found.mentorship.ref}/help/"
        tell_people([found.by_id], kind="mentoring.answered", key=found.ref, params={}, address=address, by=SYSTEM, at=at)
    return found


def close_answered(person_ids: Collection[int], *, at: datetime, by_id: int | None = None) -> None:
    """Close what asks for another mentor for these people: they have one, or need none any more."""
    asked = HelpRequest.objects.filter(mentorship__mentee__in=person_ids, answered_at=None, kind__in=FOR_ANOTHER)
    asked.update(answered_at=at, answered_by=by_id)
