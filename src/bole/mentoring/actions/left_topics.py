"""Core topics that were left when a programme was over: asking why, keeping the answer, reminding once."""

import json
from collections.abc import Collection
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings

from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.kit.ui.days import moment
from bole.mentoring.actions.telling import tell_people
from bole.mentoring.models import LeftTopics, Mentorship
from bole.mentoring.permissions import can_change_pair, is_of_pair
from bole.mentoring.queries.meetings import coverages
from bole.mentoring.refusals import AllCovered, NoReason, ReasonForTopics, ReasonStands, WordsForReason
from bole.mentoring.rules.dates import may_still_correct
from bole.mentoring.rules.left_topics import LONGEST_REASON, NEEDS_WORDS, REASONS, Left, remind_on, wants_reason
from bole.people.models import Person
from bole.reviews.rules.writing import written_if_any
from bole.values.refusal import NotFound, NotYours, Stale
from bole.values.viewer import SYSTEM, Viewer

FROM, UNTIL = time(9, 30), time(20)


def ask_for_reasons(pairs: Collection[Mentorship], *, at: datetime) -> None:
    """Ask the mentors of locked pairs that are complete why core topics were left, where some were."""
    done = {one.pk: one for one in pairs if one.ended_why == "done"}
    covered = coverages(list(done)) if done else {}
    told = set(LeftTopics.objects.filter(mentorship__in=done).values_list("mentorship_id", flat=True))
    for key, pair in done.items():
        if covered[key].left and key not in told:
            LeftTopics.objects.create(mentorship=pair, asked_at=at)
            _tell(pair, "mentoring.why_left", len(covered[key].left), at=at)


def keep_or_ask(pair: Mentorship, why: str, left: Left | None, *, by: Viewer, at: datetime) -> None:
    """Keep the reason with which a locked pair is ended; nobody but the system ends one as complete without it.

    Of a pair whose end was set before, what was said then is kept beneath.

    :raises ReasonForTopics: if core topics are left and no reason is given
    :raises NoReason, WordsForReason: if it is none that is known
    """
    if not wants_reason(why, coverages([pair.pk])[pair.pk].left if why == "done" else ()):
        return
    if left is None or not left.why:
        if not by.is_system:
            raise ReasonForTopics(where="left_why")
        pair.ended_why = why
        ask_for_reasons([pair], at=at)
        return
    kept = _checked(left, where="left_")
    found, _made = LeftTopics.objects.get_or_create(mentorship=pair, defaults={"asked_at": at, "version": 0})
    _keep(found, kept, by=by, at=at)


def _keep(found: LeftTopics, kept: Left, *, by: Viewer, at: datetime) -> None:
    """Keep a reason; what stood there before is kept too."""
    if found.answered_at is not None:
        before = {"why": found.why, "words": str(found.words), "by": found.by_id, "at": at.isoformat()}
        found.was = json.dumps([*json.loads(str(found.was)), before])
    found.why, found.words, found.by_id, found.answered_at = kept.why, kept.words, by.person_id, at
    found.version += 1
    found.save(update_fields=["why", "words", "by", "answered_at", "was", "version"])


def _checked(left: Left, *, where: str = "") -> Left:
    if left.why not in REASONS:
        raise NoReason(where=f"{where}why")
    words = written_if_any(left.words, most=LONGEST_REASON, where=f"{where}words")
    if left.why == NEEDS_WORDS and not words:
        raise WordsForReason(where=f"{where}words")
    return Left(left.why, words)


@action("mentoring.say_why_left")
def say_why_left(*, pair_ref: str, version: int, left: Left, by: Viewer, at: datetime) -> LeftTopics:
    """Say why core topics were left, or correct it within a month of the end; what stood there before is kept.

    :raises NotFound: unless the viewer is one of the two or HR that looks after the mentee, and a reason was asked for
    :raises NotYours: to the mentee
    :raises Stale: if it was changed since `version`
    :raises AllCovered, ReasonStands: if there is nothing to answer any more
    :raises NoReason, WordsForReason, TooManyWords: if the reason cannot be taken
    """
    pair = Mentorship.objects.select_for_update(of=("self",)).select_related("mentee").filter(ref=pair_ref).first()
    if pair is None or not (is_of_pair(by, pair) or can_change_pair(by, pair)):
        raise NotFound
    found = LeftTopics.objects.select_related("by").filter(mentorship=pair).first()
    if found is None:
        raise NotFound
    if by.person_id == pair.mentee_id:
        raise NotYours
    if found.version != version:
        raise Stale(name=found.by.name if found.by else by.name, time=moment(found.answered_at or found.asked_at))
    _insist_open(found, pair, at=at)
    kept = _checked(left)
    _keep(found, kept, by=by, at=at)
    on_record(subject=str(pair.mentee.ref), thing=f"mentorship {pair.ref}", fields=("why", "words"))
    return found


def _insist_open(found: LeftTopics, pair: Mentorship, *, at: datetime) -> None:
    if found.answered_at is None:
        if not coverages([pair.pk])[pair.pk].left:
            raise AllCovered
    elif not may_still_correct(pair.ends_on, pair.ended_why, local_day(at)):
        raise ReasonStands


@action("mentoring.remind_of_reasons")
def remind_of_reasons(*, by: Viewer, at: datetime) -> int:
    """Remind mentors, once, of a reason that they were asked for five working days ago; return how many were reminded."""
    here = at.astimezone(ZoneInfo(settings.TIME_ZONE))
    if not FROM <= here.time() < UNTIL:
        return 0
    waiting = LeftTopics.objects.select_for_update(of=("self",)).filter(answered_at=None, reminded_at=None).order_by("pk")
    due = [one for one in waiting.select_related("mentorship") if remind_on(local_day(one.asked_at)) <= here.date()]
    covered = coverages([one.mentorship_id for one in due]) if due else {}
    for one in due:
        one.reminded_at = at
        one.save(update_fields=["reminded_at"])
        if covered[one.mentorship_id].left:
            _tell(one.mentorship, "mentoring.why_left_again", len(covered[one.mentorship_id].left), at=at)
    return len(due)


def _tell(pair: Mentorship, kind: str, count: int, *, at: datetime) -> None:
    name = Person.objects.values_list("name", flat=True).get(pk=pair.mentee_id)
    address = f"/mentoring/pairs/{pair.ref}/left/"
    tell_people([pair.mentor_id], kind=kind, key=pair.ref, params={"name": name, "n": count}, address=address, by=SYSTEM, at=at)
