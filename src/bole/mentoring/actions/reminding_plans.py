"""Telling mentors, and whoever leads them, of plans that are to be handed in, by the hours and days of every other duty."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.mentoring.actions.reminding import Part, parts_of, tellings_of
from bole.mentoring.models import Mentorship, PlanReminder
from bole.mentoring.queries.plans import plans_stand
from bole.mentoring.rules.calendar import Open, Telling
from bole.notices.actions import tell
from bole.people.models import Person
from bole.values.viewer import Viewer

ROLES: Mapping[str, tuple[str, ...]] = {"due": ("mentor",), "overdue": ("mentor", "manager")}


def tell_what_plans_are_due(*, by: Viewer, at: datetime) -> int:
    """Tell of every plan that is to be handed in what is to be told now, each in a transaction of its own; return how many notices went."""
    begun = Mentorship.objects.filter(state="planned", first_day__lte=local_day(at), ended_on=None).order_by("pk")
    pairs = {one.pk: one for one in begun}
    due = {pair: one.due_on for pair, one in plans_stand(list(pairs.values())).items() if not one.is_with_hr}
    parts, told = parts_of({pair: pairs[pair] for pair in due}, at=at) if due else {}, _told(list(due))
    now = [pair for pair in due if _tellings(due[pair], parts[pair], told[pair], at=at)]
    return sum(remind_of_plan(mentorship_id=pair, parts=parts[pair], by=by, at=at) for pair in now)


@action("mentoring.remind_of_plan")
def remind_of_plan(*, mentorship_id: int, parts: Sequence[Part], by: Viewer, at: datetime) -> int:
    """Tell of one plan what is to be told now and was not; return how many notices went out."""
    pair = Mentorship.objects.select_for_update(of=("self",)).get(pk=mentorship_id)
    stands = plans_stand([pair]).get(pair.pk)
    if stands is None or stands.is_with_hr:
        return 0
    count = 0
    for part, telling in _tellings(stands.due_on, parts, _told([pair.pk])[pair.pk], at=at):
        PlanReminder.objects.create(mentorship=pair, what=telling.what, day=telling.day, to=part.to, told_at=at)
        count += _tell(pair, part, telling, parts, by=by, at=at)
    on_record(subject=str(Person.objects.values_list("ref", flat=True).get(pk=pair.mentee_id)), thing=f"mentorship {pair.ref}")
    return count


def _told(pair_ids: Sequence[int]) -> defaultdict[int, set[tuple[str, str, date]]]:
    found: defaultdict[int, set[tuple[str, str, date]]] = defaultdict(set)
    for pair, to, what, day in PlanReminder.objects.filter(mentorship__in=pair_ids).values_list("mentorship_id", "to", "what", "day"):
        found[pair].add((to, what, day))
    return found


def _tellings(due_on: date, parts: Sequence[Part], told: set[tuple[str, str, date]], *, at: datetime) -> list[tuple[Part, Telling]]:
    return tellings_of(Open("plan", due_on), parts, told, roles=ROLES, at=at)


def _tell(pair: Mentorship, part: Part, telling: Telling, parts: Sequence[Part], *, by: Viewer, at: datetime) -> int:
    names = {one.to: one.name for one in parts}
    has_boss = any(one.to == "manager" and one.account_id is not None for one in parts)
    params: dict[str, str | int] = {"n": telling.days_left, "date": telling.day.isoformat(), "mentor": names["mentor"]}
    params |= {"mentee": names["mentee"], "manager": names.get("manager", "")}
    late = (
        "mentoring.overdue_plan_manager"
        if part.to == "manager"
        else "mentoring.overdue_plan"
        if has_boss
        else "mentoring.overdue_plan_alone"
    )
    kind = "mentoring.remind_plan" if telling.what == "due" else late
    address = f"/mentoring/pairs/{pair.ref}/{'seen' if part.to == 'manager' else 'plan'}/"
    assert part.account_id is not None  # noqa: S101  (who has none was left out)
    return tell(
        accounts=[part.account_id], kind=kind, key=f"{pair.ref}:{telling.day}:{part.to}", params=params, address=address, by=by, at=at
    )  # fmt: skip
