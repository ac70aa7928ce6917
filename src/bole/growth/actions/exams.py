"""Changes of a try at an exam: begun, answered one by one, handed in or out of time, marked once."""

import random
from collections.abc import Collection
from datetime import datetime, timedelta

from bole.access.rules import insist_on_taking_part
from bole.growth.actions.certificates import grant_for_pass
from bole.growth.actions.skills import show_skill
from bole.growth.events import ExamTaken
from bole.growth.models import Attempt, Drawn, Exam, Question
from bole.growth.queries.again import again_of
from bole.growth.refusals import BankTooSmall, NoSuchOption, NotOffered, NotYet, OverAlready, PassedForGood, TooLate
from bole.growth.rules.exams import draw, is_right, passes, points_of
from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.kit.clock import local_day
from bole.people.models import Person
from bole.values.refusal import NotFound
from bole.values.viewer import SYSTEM, Viewer

_chance = random.SystemRandom()


@action("growth.begin_attempt")
def begin_attempt(*, exam: str, by: Viewer, at: datetime) -> Attempt:
    """Begin a try: questions are drawn, the time runs. Whoever has one open goes on with it.

    :raises NotFound: if there is no such exam
    :raises NotOffered, BankTooSmall: if it cannot be taken
    :raises NotYet, PassedForGood: if it may not be taken again (yet)
    """
    return _begun(insist_on_taking_part(by), exam, at=at)


def _begun(person_id: int, code: str, *, at: datetime) -> Attempt:
    exam = Exam.objects.filter(code=code).first()
    if exam is None:
        raise NotFound
    person = Person.objects.select_for_update(no_key=True).get(pk=person_id)
    kept = Attempt.objects.filter(person=person, exam=exam, over_at=None).select_related("exam", "person").first()
    if kept is not None and at <= kept.ends_at:
        return kept
    if kept is not None:
        _mark(kept, at=at)
    if not exam.is_offered:
        raise NotOffered
    again = again_of([person_id], exam, day=local_day(at))[person_id]
    if again.day is None:
        raise PassedForGood
    if again.why:
        raise NotYet(day=again.day)
    attempt = Attempt.objects.create(
        person=person, exam=exam, day=local_day(at), began_at=at, ends_at=at + timedelta(minutes=exam.minutes), pass_points=exam.pass_points
    )  # fmt: skip
    _draw(attempt)
    on_record(subject=str(person.ref), thing=f"exam {code}")
    return attempt


def _draw(attempt: Attempt) -> None:
    """Draw the questions and shuffle their options; chance comes from the machine."""
    bank = {one.ref: one for one in Question.objects.filter(exam=attempt.exam, is_in=True)}
    if len(bank) < attempt.exam.drawn:
        raise BankTooSmall(drawn=attempt.exam.drawn, count=len(bank))
    refs = draw(list(bank), lots={ref: _chance.random() for ref in bank}, count=attempt.exam.drawn)
    Drawn.objects.bulk_create(
        Drawn(attempt=attempt, ordinal=n, question=bank[ref], order=_shuffled([one["key"] for one in bank[ref].options]))
        for n, ref in enumerate(refs, 1)
    )


def _shuffled(keys: list[str]) -> list[str]:
    return _chance.sample(keys, k=len(keys))


@action("growth.answer_question")
def answer_question(*, ref: str, ordinal: int, chosen: Collection[str], by: Viewer, at: datetime) -> Drawn:
    """Keep what was chosen so far for one question of one's own try; it may be changed until the try is over.

    :raises NotFound: if it is nobody's or another's
    :raises OverAlready, TooLate: if the try is over
    :raises NoSuchOption: if something was chosen that is not offered
    """
    attempt = _own(ref, by)
    if attempt.over_at is not None:
        raise OverAlready
    if at > attempt.ends_at:
        raise TooLate(time=attempt.ends_at)
    drawn = Drawn.objects.select_related("question").filter(attempt=attempt, ordinal=ordinal).first()
    if drawn is None:
        raise NotFound
    keys = sorted(set(chosen))
    if not set(keys) <= set(drawn.order) or (drawn.question.kind == "single" and len(keys) > 1):
        raise NoSuchOption
    drawn.chosen, drawn.saved_at = keys, at
    drawn.save(update_fields=["chosen", "saved_at"])
    on_record(thing=f"exam try {ref}")
    return drawn


def _own(ref: str, by: Viewer) -> Attempt:
    me = insist_on_taking_part(by)
    found = Attempt.objects.select_for_update(of=("self",)).select_related("exam", "person").filter(ref=ref, person=me).first()
    if found is None:
        raise NotFound
    return found


@action("growth.send_attempt")
def send_attempt(*, ref: str, by: Viewer, at: datetime) -> Attempt:
    """Hand in one's own try: it is marked; a pass grants what it grants. Handed in twice, it is marked once.

    :raises NotFound: if it is nobody's or another's
    """
    attempt = _own(ref, by)
    if attempt.over_at is None:
        _mark(attempt, at=at)
    return attempt


@action("growth.end_attempt")
def end_attempt(*, ref: str, by: Viewer, at: datetime) -> Attempt:
    """Mark a try whose time ran out, with what was answered by then.

    :raises NotFound: unless the system asks
    """
    found = Attempt.objects.select_for_update(of=("self",)).select_related("exam", "person").filter(ref=ref).first()
    if not by.is_system or found is None:
        raise NotFound
    if found.over_at is None and at > found.ends_at:
        _mark(found, at=at)
    return found


def _mark(attempt: Attempt, *, at: datetime) -> None:
    """Mark the try, and grant what a pass grants."""
    drawn = list(Drawn.objects.filter(attempt=attempt).select_related("question"))
    for one in drawn:
        one.is_right = is_right(one.chosen, one.question.right)
    Drawn.objects.bulk_update(drawn, ["is_right"])
    right = sum(bool(one.is_right) for one in drawn)
    attempt.ran_out = at > attempt.ends_at
    attempt.over_at = min(at, attempt.ends_at)
    attempt.points = points_of(right, len(drawn))
    attempt.passed = passes(right, len(drawn), pass_points=attempt.pass_points)
    attempt.save(update_fields=["ran_out", "over_at", "points", "passed"])
    on_record(subject=str(attempt.person.ref), thing=f"exam try {attempt.ref}", fields=("points",))
    exam = attempt.exam
    if attempt.passed:
        grant_for_pass(attempt, at=at)
        if exam.skill:
            show_skill(
                person_id=attempt.person_id, skill=exam.skill, level=exam.skill_level, source="exam", about=f"exam {attempt.ref}",
                by=attempt.person.name, at=at,
            )  # fmt: skip
    announce(ExamTaken(attempt.ref, attempt.person_id, exam.code, attempt.passed), at=at)


@action("growth.take_exam")
def take_exam(*, person_id: int, exam: str, right: int, by: Viewer, at: datetime) -> Attempt:
    """Let somebody take an exam in one go, so many answers being right; of the demo and of imports.

    :raises NotFound: unless the system asks
    :raises NotYet, PassedForGood, BankTooSmall: as `begin_attempt`
    """
    if not by.is_system:
        raise NotFound
    attempt = _begun(person_id, exam, at=at)
    drawn = list(Drawn.objects.filter(attempt=attempt).select_related("question").order_by("ordinal"))
    for one in drawn:
        wrong = [key for key in one.order if key not in one.question.right][:1] or one.question.right[:1]
        one.chosen, one.saved_at = (list(one.question.right) if one.ordinal <= right else wrong), at
    Drawn.objects.bulk_update(drawn, ["chosen", "saved_at"])
    _mark(attempt, at=min(at + timedelta(minutes=attempt.exam.minutes * 3 // 4), attempt.ends_at))
    return attempt


def end_overdue(at: datetime) -> str:
    """Mark the tries whose time ran out; a job."""
    refs = list(Attempt.objects.filter(over_at=None, ends_at__lt=at).order_by("pk").values_list("ref", flat=True)[:500])
    for ref in refs:
        end_attempt(ref=ref, by=SYSTEM, at=at)
    return f"{len(refs)} tries out of time"
