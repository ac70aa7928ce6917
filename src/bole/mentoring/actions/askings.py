"""By request: somebody asks one mentor, who accepts, or declines without a reason."""

from collections.abc import Collection
from datetime import datetime

from bole.access.rules import insist
from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.mentoring.actions.matching_telling import tell_accepted, tell_asked, tell_declined
from bole.mentoring.actions.pairs import begin_mentorship
from bole.mentoring.actions.publishing_round import close_matched
from bole.mentoring.actions.wishes import open_wish
from bole.mentoring.models import Preference, Wish
from bole.mentoring.permissions import answers_for
from bole.mentoring.queries.matching_own import offers_of
from bole.mentoring.queries.matching_pool import wish_row
from bole.mentoring.refusals import AskedElsewhere, NotInPool
from bole.mentoring.rules.matching import Terms
from bole.people.models import Person
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@action("mentoring.ask_mentor")
def ask_mentor(*, ref: str, mentor_id: int, by: Viewer, at: datetime) -> Wish:
    """Ask one of the mentors who were suggested; one at a time.

    :raises NotFound: unless it is the viewer's wish
    :raises AskedElsewhere: if another was asked and has not answered
    :raises NotInPool: if the mentor cannot be asked (any more)
    """
    wish = _own(ref, by)
    if wish.asked_id is not None:
        raise AskedElsewhere(mentor=Person.objects.values_list("name", flat=True).get(pk=wish.asked_id))
    mentor = Person.objects.filter(pk=mentor_id).first()
    if mentor is None or mentor_id not in {one.mentor_id for one in offers_of(wish_row(wish), day=local_day(at))}:
        raise NotInPool(name=mentor.name if mentor else "", where="mentor")
    wish.state, wish.asked, wish.suggested_at, wish.version = "asked", mentor, None, wish.version + 1
    wish.save(update_fields=["state", "asked", "suggested_at", "version"])
    on_record(subject=str(wish.person.ref), thing=f"wish {ref}")
    tell_asked(wish, mentor, at=at)
    return wish


@action("mentoring.take_back_asking")
def take_back_asking(*, ref: str, by: Viewer, at: datetime) -> Wish:
    """Ask the mentor no more, and let the person wait on: whoever waits, or HR for somebody.

    :raises NotFound: if the wish is not open to the viewer
    :raises WishOver: if it was answered first
    """
    wish = open_wish(ref)
    if wish.person_id != by.person_id:
        insist(by, "change", "matching")
    _wait_on(wish)
    on_record(subject=str(wish.person.ref), thing=f"wish {ref}")
    return wish


def let_wait_on(mentor_ids: Collection[int], *, at: datetime) -> None:
    """Let whoever asked one of these mentors wait on; they are told as of any mentor who cannot take them."""
    asked = Wish.objects.select_for_update(of=("self",)).filter(asked__in=mentor_ids, state="asked").order_by("pk")
    for wish in asked.select_related("person", "asked"):
        mentor = wish.asked
        wish.state, wish.asked, wish.suggested_at, wish.version = "waiting", None, None, wish.version + 1
        wish.save(update_fields=["state", "asked", "suggested_at", "version"])
        if mentor is not None:
            tell_declined(wish, mentor, at=at)


def _wait_on(wish: Wish) -> None:
    wish.state, wish.asked, wish.suggested_at = "waiting", None, None
    wish.save(update_fields=["state", "asked", "suggested_at"])


def _own(ref: str, by: Viewer) -> Wish:
    wish = open_wish(ref)
    if wish.person_id != by.person_id:
        raise NotFound
    return wish


@action("mentoring.answer_asking")
def answer_asking(*, ref: str, accepts: bool, by: Viewer, at: datetime) -> str:
    """Accept somebody who asked, and return the ref of the pair; or decline, without a reason, and return nothing.

    :raises NotFound: unless the viewer is who was asked, or stands in for that mentor as a mentor
    :raises MentorFull, InReportingLine: if it is no longer possible
    """
    wish = open_wish(ref)
    if wish.asked_id is None or wish.asked_id not in answers_for(by) or wish.person_id == by.person_id:
        raise NotFound
    mentor = Person.objects.get(pk=wish.asked_id)
    on_record(subject=str(wish.person.ref), thing=f"wish {ref}")
    if not accepts:
        # A declined asking is not asked again: the suggestions leave this mentor out from now on.
        Preference.objects.update_or_create(person=mentor, other_id=wish.person_id, defaults={"likes": False, "at": at})
        _wait_on(wish)
        tell_declined(wish, mentor, at=at)
        return ""
    offers = offers_of(wish_row(wish), day=local_day(at), terms=Terms(least=0))
    reasons = next((one.reasons for one in offers if one.mentor_id == mentor.pk), ())
    pair_ref = begin_mentorship(
        mentor_id=mentor.pk, mentee_id=wish.person_id, framework_code=wish.framework.code, first_day=local_day(at),
        months=wish.framework.months, source="request", why_so=[dict(one) for one in reasons], by=by, at=at,
    )  # fmt: skip
    close_matched(wish, pair_ref, at=at)
    tell_accepted(wish, mentor, pair_ref, day=at)
    return pair_ref
