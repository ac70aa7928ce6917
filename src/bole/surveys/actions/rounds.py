"""Opening and closing rounds."""

import hmac
import secrets
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256

from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.kit.clock import local_day
from bole.surveys.events import RoundClosed, RoundOpened
from bole.surveys.models import Answer, Participation, Round
from bole.surveys.permissions import insist_on_opening
from bole.surveys.refusals import NobodyAsked, UnknownQuestions, WrongDays
from bole.surveys.registry import kind_of, question_set
from bole.values.refusal import NotFound
from bole.values.viewer import SYSTEM, Viewer


@action("surveys.open_round")
def open_round(
    *, kind: str, about: str, asked: Collection[int], questions: str, opens_on: date, closes_on: date, by: Viewer, at: datetime
) -> str:
    """Open a round: ask these people (their keys) about somebody, from a day to a day, both inclusive; return its ref.

    The same kind about the same on the same first day is one round: opened again, it is left as it is. Results are published from rounds
    that have been closed for a month, so a round that shall count on a publication day closes at least a month before it.

    :raises NotYours: unless the system or HR opens it
    :raises NobodyAsked, WrongDays, UnknownQuestions: if nobody could answer it
    """
    made = open_rounds(kind=kind, asked_about={about: asked}, questions=questions, opens_on=opens_on, closes_on=closes_on, by=by, at=at)
    return made[about]


@action("surveys.open_rounds")
def open_rounds(
    *, kind: str, asked_about: Mapping[str, Collection[int]], questions: str, opens_on: date, closes_on: date, by: Viewer, at: datetime
) -> dict[str, str]:
    """Open several rounds of one kind, each about somebody with those who are asked; return their refs by what they are about.

    :raises NotYours: unless the system or HR opens them
    :raises NobodyAsked, WrongDays, UnknownQuestions: if nobody could answer one of them
    """
    insist_on_opening(by)
    for asked in asked_about.values():
        _insist_on_sense(kind, asked, questions, (opens_on, closes_on), today=local_day(at))
    same = Round.objects.filter(kind=kind, about__in=list(asked_about), opens_on=opens_on)
    refs = {about: str(ref) for about, ref in same.values_list("about", "ref")}
    made = Round.objects.bulk_create(
        [
            Round(kind=kind, about=about, opens_on=opens_on, closes_on=closes_on, questions=questions, secret=secrets.token_hex(32))
            for about in sorted(asked_about.keys() - refs.keys())
        ]
    )
    Participation.objects.bulk_create(
        [Participation(round=one, person_id=person) for one in made for person in sorted(set(asked_about[one.about]))]
    )
    for one in made:
        refs[one.about] = str(one.ref)
        on_record(thing=f"survey {one.ref}")
        announce(RoundOpened(one.ref, kind), at=at)
    return refs


def _insist_on_sense(kind: str, asked: Collection[int], questions: str, days: tuple[date, date], *, today: date) -> None:
    """Let pass what somebody can answer.

    :raises NobodyAsked, WrongDays, UnknownQuestions: if nobody could
    """
    try:
        kind_of(kind), question_set(questions)
    except KeyError as unknown:
        raise UnknownQuestions(kind=kind, questions=questions) from unknown
    if not asked:
        raise NobodyAsked(where="asked")
    if days[1] < days[0] or days[1] < today:
        raise WrongDays(where="closes_on")


def key_for(one: Round, person_id: int) -> str:
    """Return the key of somebody's answer while the round is open: without its secret nobody can tell whose it is."""
    return hmac.new(bytes.fromhex(one.secret), f"{one.ref}|{person_id}".encode(), sha256).hexdigest()


@action("surveys.close_round")
def close_round(*, ref: str, by: Viewer, at: datetime) -> None:
    """Close a round, at its end or before it: its secret is destroyed and its answers are shuffled under random keys.

    From here on nobody can tell whose answer is whose, with the database and all keys in hand. Closed twice is once.

    :raises NotFound: if there is no such round
    :raises NotYours: unless the system or HR closes it
    """
    close_rounds(refs=[ref], by=by, at=at)


@action("surveys.close_rounds")
def close_rounds(*, refs: Collection[str], by: Viewer, at: datetime) -> None:
    """Close several rounds.

    :raises NotFound: if there is no such round
    :raises NotYours: unless the system or HR closes them
    """
    insist_on_opening(by)
    found = list(Round.objects.select_for_update(no_key=True).filter(ref__in=refs).order_by("pk"))
    if len(found) < len(set(refs)):
        raise NotFound
    open_ones = [one for one in found if one.closed_on is None]
    _shuffle(open_ones)
    for one in open_ones:
        one.closed_on, one.secret = min(local_day(at), one.closes_on), ""
        on_record(thing=f"survey {one.ref}")
        announce(RoundClosed(one.ref, one.kind), at=at)
    Round.objects.bulk_update(open_ones, ["closed_on", "secret"])


def _shuffle(rounds: Sequence[Round]) -> None:
    """Write the answers of these rounds anew, in random order under random keys."""
    given = [(key, str(values)) for key, values in Answer.objects.filter(round__in=rounds).values_list("round_id", "values")]
    Answer.objects.filter(round__in=rounds).delete()
    secrets.SystemRandom().shuffle(given)
    Answer.objects.bulk_create([Answer(key=secrets.token_hex(32), round_id=key, values=values) for key, values in given])


def close_due(at: datetime) -> int:
    """Close the rounds whose last day is over; return how many."""
    due: Sequence[str] = list(
        Round.objects.filter(closed_on=None, closes_on__lt=local_day(at)).order_by("closes_on", "id").values_list("ref", flat=True)
    )
    if due:
        close_rounds(refs=due, by=SYSTEM, at=at)
    return len(due)
