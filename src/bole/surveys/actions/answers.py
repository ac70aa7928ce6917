"""Answering: what was said and that somebody said something are kept apart, and neither tells the hour."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings

from bole.kit.action import Line, action, keep_lines
from bole.kit.clock import local_day
from bole.kit.ui.days import brief_day
from bole.people.models import Person
from bole.surveys.actions.rounds import key_for
from bole.surveys.models import Answer, Participation, Round
from bole.surveys.permissions import insist_on_a_person
from bole.surveys.refusals import AnsweredAlready, NotAnswered, RoundOver
from bole.surveys.registry import question_set
from bole.surveys.rules.questions import checked
from bole.values.refusal import NotFound
from bole.values.viewer import SYSTEM, Viewer

SIZE = 240  # every answer is padded to this, so that its length does not tell which choices were made


@action("surveys.answer", is_noted_later=True)
def answer(*, round_ref: str, values: Mapping[str, str], by: Viewer, at: datetime, again: bool = False) -> int:
    """Answer all questions of a round, or change the answer (`again`) until its last day; return the how many-th of its kind this is.

    Nothing that is stored tells when it was answered, beyond the day on which somebody took part; the line on the record is written with
    those of the others, when the day is over.

    :raises NotFound: unless the viewer is asked, and the round has begun
    :raises RoundOver: if its last day is over
    :raises AnsweredAlready: at a second answer that does not say so
    :raises NotAnswered: if a question has no answer that is offered
    """
    me = insist_on_a_person(by)
    mine = _asked(me, [round_ref], at=at)
    if mine[round_ref].answered_on is not None and not again:
        raise AnsweredAlready(date=brief_day(mine[round_ref].round.closes_on))
    _keep(me, mine, {round_ref: values}, at=at)
    return Participation.objects.filter(person=me, round__kind=mine[round_ref].round.kind).exclude(answered_on=None).count()


@action("surveys.answer_each", is_noted_later=True)
def answer_each(*, answers: Mapping[str, Mapping[str, str]], by: Viewer, at: datetime) -> None:
    """Answer several rounds at once, by ref; what was answered before is changed.

    :raises NotFound, RoundOver, NotAnswered: as for one; then nothing of it is kept
    """
    me = insist_on_a_person(by)
    _keep(me, _asked(me, list(answers), at=at), answers, at=at)


def _asked(me: int, refs: Sequence[str], *, at: datetime) -> dict[str, Participation]:
    """Return where somebody is asked, locked.

    :raises NotFound: unless they are asked in each of these rounds, and it has begun
    :raises RoundOver: if the last day of one is over
    """
    today = local_day(at)
    rounds = list(Round.objects.select_for_update(no_key=True).filter(ref__in=refs, opens_on__lte=today).order_by("pk"))
    rows = Participation.objects.select_for_update(of=("self",), no_key=True).filter(round__in=rounds, person=me)
    mine = {one.round.ref: one for one in rows.select_related("round").order_by("pk")}
    if mine.keys() != set(refs):
        raise NotFound
    for one in rounds:
        if one.closed_on is not None or today > one.closes_on:
            raise RoundOver(date=brief_day(one.closed_on or one.closes_on))
    return mine


def _keep(me: int, mine: Mapping[str, Participation], answers: Mapping[str, Mapping[str, str]], *, at: datetime) -> None:
    """Keep the answers, and that somebody took part.

    :raises NotAnswered: if a question has no answer that is offered
    """
    told = {}
    for ref, values in answers.items():
        kept, missing = checked(question_set(mine[ref].round.questions), values)
        if missing:
            raise NotAnswered(where=missing[0])
        told[key_for(mine[ref].round, me)] = Answer(key=key_for(mine[ref].round, me), round=mine[ref].round, values=packed(kept))
    before = frozenset(Answer.objects.filter(pk__in=list(told)).values_list("pk", flat=True))
    Answer.objects.bulk_update([one for key, one in told.items() if key in before], ["values"])
    Answer.objects.bulk_create([told[key] for key in sorted(told.keys() - before)])
    Participation.objects.filter(pk__in=[one.pk for one in mine.values()], answered_on=None).update(answered_on=local_day(at))


def packed(values: Mapping[str, str]) -> str:
    """Return an answer as text of one length."""
    return json.dumps(dict(values)).ljust(SIZE)


@action("surveys.note_participation", is_noted_later=True)
def note_participation(*, by: Viewer, at: datetime) -> int:
    """Put on the record who took part on days that are over: by day, in the order of staff numbers; return how many.

    :raises NotFound: unless the system does it
    """
    if not by.is_system:
        raise NotFound
    due = list(
        Participation.objects.select_for_update(no_key=True)
        .filter(is_noted=False, answered_on__lt=local_day(at))
        .select_related("round")
        .order_by("answered_on", "person_id", "round_id")
    )
    people = Person.objects.in_bulk({one.person_id for one in due})
    keep_lines(*(_line(one, people[one.person_id]) for one in due))
    Participation.objects.filter(pk__in=[one.pk for one in due]).update(is_noted=True)
    return len(due)


def _line(one: Participation, person: Person) -> Line:
    by = Viewer(name=person.name, account_id=person.account_id, person_id=person.pk)
    return Line("surveys.answer", by, _midnight(one.answered_on or one.round.opens_on), things=[f"survey {one.round.ref}"])


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, ZoneInfo(settings.TIME_ZONE))


def note_participation_of_past_days(at: datetime) -> int:
    """Do what the clock says: note who took part on days that are over."""
    return note_participation(by=SYSTEM, at=at)
