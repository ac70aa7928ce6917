"""A seat that is free again: whoever waits longest and fits is suggested to the mentor, who accepts or declines; HR sees it."""

from datetime import datetime

from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.mentoring.actions.matching_telling import tell_suggested
from bole.mentoring.admission_telling import hr_accounts_of
from bole.mentoring.models import Wish
from bole.mentoring.queries.matching_pool import Gathered, gathered, waiting_wishes
from bole.mentoring.rules.matching import Mentee, Mentor, fit_of
from bole.notices.actions import tell
from bole.people.models import Person
from bole.values.viewer import SYSTEM, Viewer

LOOKED_AT = 50  # of the waiting list, the longest waiting first


@action("mentoring.suggest_waiting")
def suggest_waiting(*, mentor_id: int, by: Viewer, at: datetime) -> list[str]:
    """Suggest who waits to a mentor with free seats, the longest waiting first; return their staff numbers, in order.

    Nobody is paired by it: the mentor accepts or declines. Whoever may not be paired with the mentor, or does not fit, is passed over.
    """
    list(Wish.objects.select_for_update(of=("self",)).filter(state__in=("waiting", "asked")).order_by("pk").values_list("pk"))
    line = waiting_wishes(also_asked=True)
    found = gathered([one for one in line if one.state == "waiting"][:LOOKED_AT], day=local_day(at))
    mentor = next((one for one in found.pool.mentors if one.key == mentor_id), None)
    if mentor is None:
        return []
    seats = mentor.seats - sum(1 for one in line if one.asked_id == mentor_id)
    fitting = _fitting(found, mentor)[: max(0, seats)]
    places = {one.id: n for n, one in enumerate(line, start=1)}
    teacher = Person.objects.get(pk=mentor_id)
    return [_suggest(found.wishes[one].id, teacher, places[found.wishes[one].id], at=at) for one in fitting]


def _fitting(found: Gathered, mentor: Mentor) -> list[int]:
    """Return who of those who wait may be paired with the mentor and fits, in order of asking."""
    mentees: dict[int, Mentee] = {one.key: one for one in found.pool.mentees}
    terms = found.pool.terms
    return [
        one
        for one in found.order
        if one != mentor.key
        and (one, mentor.key) not in found.pool.forbidden
        and fit_of(mentees[one], mentor, terms.weights) >= terms.least
    ]


def _suggest(wish_id: int, mentor: Person, place: int, *, at: datetime) -> str:
    wish = Wish.objects.select_related("person", "framework").get(pk=wish_id)
    wish.state, wish.asked, wish.suggested_at, wish.version = "asked", mentor, at, wish.version + 1
    wish.save(update_fields=["state", "asked", "suggested_at", "version"])
    on_record(subject=str(wish.person.ref), thing=f"wish {wish.ref}")
    tell_suggested(wish, mentor, at=at)
    tell(
        accounts=hr_accounts_of(wish.person, at=at), kind="mentoring.seat_taken_up", key=f"{wish.ref}-{wish.version}",
        params={"mentor": mentor.name, "name": wish.person.name, "n": place}, address="/company/mentoring/matching/waiting/", by=SYSTEM,
        at=at,
    )  # fmt: skip
    return str(wish.person.number)
