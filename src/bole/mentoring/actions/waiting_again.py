"""Whoever loses a mentor without wishing to end waits for another by itself: the wish is kept, the mentee and HR hear what comes next."""

from datetime import datetime

from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.mentoring.actions.frameworks import framework_for
from bole.mentoring.actions.telling import tell_people
from bole.mentoring.admission_telling import hr_accounts_of
from bole.mentoring.models import Framework, Mentorship, Preference, Wish
from bole.mentoring.models.pairs import ALIVE
from bole.mentoring.refusals import NoSuchFramework
from bole.notices.actions import tell
from bole.people.models import Person
from bole.people.queries import employments_on
from bole.values.refusal import NotYours
from bole.values.viewer import SYSTEM, Viewer

WAITS = ("retired", "rematch", "mentor_left")
OPEN = ("waiting", "asked")
EXTERNAL = "outsourced"


@action("mentoring.wait_again")
def wait_again(*, mentorship_id: int, by: Viewer, at: datetime) -> Wish | None:
    """Put the mentee of a pair that ended on the waiting list, with the wish as it was; None if there is no need.

    There is none where the mentee asked for no other mentor, has one by now, waits already or works here no more. Whoever asked for
    another mentor is not matched with the same one again.

    :raises NotYours: unless the system does it
    """
    if not by.is_system:
        raise NotYours
    pair = Mentorship.objects.select_related("framework", "mentor").get(pk=mentorship_id)
    mentee = Person.objects.select_for_update(no_key=True).get(pk=pair.mentee_id)
    if pair.ended_why not in WAITS or not _needs_one(mentee, at=at):
        return None
    if pair.ended_why == "rematch":
        Preference.objects.update_or_create(person=mentee, other_id=pair.mentor_id, defaults={"likes": False, "at": at})
    last = Wish.objects.filter(person=mentee).order_by("-made_at", "-pk").first()
    made = Wish(person=mentee, framework=_framework_of(pair, at=at), made_at=at, made_by=by.name[:120])
    if last is not None:
        made.skills, made.hours, made.style, made.words = last.skills, last.hours, last.style, str(last.words)
    made.save(force_insert=True)
    on_record(subject=str(mentee.ref), thing=f"wish of {mentee.number}")
    _tell(pair, mentee, Wish.objects.filter(state__in=OPEN, made_at__lte=at).count(), at=at)
    return made


def _needs_one(mentee: Person, *, at: datetime) -> bool:
    held = employments_on([mentee.pk], local_day(at)).get(mentee.pk)
    if held is None or held.kind == EXTERNAL:
        return False
    has_one = Mentorship.objects.filter(mentee=mentee, state__in=ALIVE).exists()
    return not has_one and not Wish.objects.filter(person=mentee, state__in=OPEN).exists()


def _framework_of(pair: Mentorship, *, at: datetime) -> Framework:
    """Return the framework as it is offered now; one that is offered no more stays, and HR sees that it cannot be matched by it."""
    try:
        return framework_for(pair.framework.code, at=at)
    except NoSuchFramework:
        return pair.framework


def _tell(pair: Mentorship, mentee: Person, place: int, *, at: datetime) -> None:
    params: dict[str, str | int] = {"n": place}
    tell_people([mentee.pk], kind="mentoring.waits_again", key=pair.ref, params=params, address="/mentoring/find/", by=SYSTEM, at=at)
    params |= {"mentee": mentee.name, "mentor": pair.mentor.name, "date": (pair.ended_on or pair.last_day).isoformat()}
    tell(
        accounts=hr_accounts_of(mentee, at=at), kind="mentoring.mentee_waits_again", key=pair.ref, params=params,
        address="/company/mentoring/matching/waiting/", by=SYSTEM, at=at,
    )  # fmt: skip
