"""A pool worked out as HR wants it, beside the best there is and what first come, first served reaches; nothing is kept."""

from dataclasses import dataclass, replace
from datetime import datetime

from bole.kit.clock import local_day
from bole.mentoring.queries.matching_pool import READINGS, Gathered, gathered, gathering, waiting_wishes
from bole.mentoring.refusals import CapacityWrong, InReportingLine, LeadsTheMentor, MentorFull, NobodyWaits, NotInPool, RatherNot
from bole.mentoring.rules.matching_pool import Matched, coming_first, matching, weighed
from bole.mentoring.rules.matching_round import LEAST_SEATS, MOST_SEATS, Drafted
from bole.mentoring.rules.matching_steps import Step, Steps
from bole.mentoring.rules.matching_values import Pool
from bole.people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """A pool matched as HR wants it, not yet kept."""

    told: Drafted
    pool: Gathered
    found: Matched
    greedy: int


def insist_on_capacity(capacity: int) -> None:
    """Refuse a capacity that no mentor has.

    :raises CapacityWrong: then
    """
    if not LEAST_SEATS <= capacity <= MOST_SEATS:
        raise CapacityWrong(least=LEAST_SEATS, most=MOST_SEATS, where="capacity")


def working_out(told: Drafted, *, at: datetime) -> Steps[Worked]:
    """Match the pool in steps as HR wants it, and say what the best would be and what first come, first served would reach.

    :raises NobodyWaits: if nobody does
    """
    pool = yield from _read(told, at=at)
    table = yield from weighed(pool.pool)
    found = yield from matching(pool.pool, table)
    free = replace(pool.pool, fixed={}, forbidden=frozenset(pool.pool.forbidden) - told.barred | pool.never)
    best = found if not told.fixed and not told.barred else (yield from matching(free, table))
    simple = yield from coming_first(_in_order(free, pool), table)
    told = replace(told, best_pairs=len(best.pairs), best_objective=best.objective, greedy_pairs=len(simple.pairs), gap=found.gap)
    return Worked(told=told, pool=pool, found=found, greedy=simple.objective)


def trying_out(told: Drafted, *, at: datetime) -> Steps[Matched]:
    """Match the pool in steps as it would be, and nothing beside it: what is tried is compared with the draft.

    :raises NobodyWaits: if nobody does
    """
    pool = yield from _read(told, at=at)
    table = yield from weighed(pool.pool)
    return (yield from matching(pool.pool, table))


def _read(told: Drafted, *, at: datetime) -> Steps[Gathered]:
    yield Step("read", 0, READINGS)
    wishes = waiting_wishes()
    if not wishes:
        raise NobodyWaits
    return (yield from gathering(wishes, day=local_day(at), capacities=told.capacities, barred=told.barred, fixed=told.fixed))


def insist_can_be(told: Drafted, *, mentee_id: int, mentor_id: int, at: datetime) -> None:
    """Refuse a pair that HR would fix and that can never be one; only the mentee's own mentors are read for it.

    :raises InReportingLine, LeadsTheMentor, RatherNot, MentorFull, NotInPool: then
    """
    pool = gathered(waiting_wishes(person_id=mentee_id), day=local_day(at), capacities=told.capacities)
    _insist_can_be(pool, told, mentee_id, mentor_id)


def _in_order(pool: Pool, found: Gathered) -> Pool:
    """Return the pool with its mentees in order of asking, as first come, first served takes them."""
    place = {person: n for n, person in enumerate(found.order)}
    return replace(pool, mentees=sorted(pool.mentees, key=lambda one: place[one.key]))


def _insist_can_be(pool: Gathered, told: Drafted, mentee_id: int, mentor_id: int) -> None:
    """Refuse a pair that can never be one.

    :raises InReportingLine, LeadsTheMentor, RatherNot, MentorFull, NotInPool: then
    """
    names = dict(Person.objects.filter(pk__in=[mentee_id, mentor_id]).values_list("id", "name"))
    mentor = next((one for one in pool.pool.mentors if one.key == mentor_id), None)
    if mentor is None or mentee_id not in pool.wishes or mentor_id == mentee_id:
        raise NotInPool(name=names.get(mentor_id, ""), where="mentor")
    who, pair = {"mentor": names[mentor_id], "mentee": names[mentee_id]}, (mentee_id, mentor_id)
    if pair in pool.above:
        raise InReportingLine(**who, where="mentor")
    if pair in pool.below:
        raise LeadsTheMentor(**who, where="mentor")
    if pair in pool.barred:
        raise RatherNot(**who, where="mentor")
    if sum(1 for one in told.fixed.values() if one == mentor_id) > mentor.seats:
        raise MentorFull(mentor=names[mentor_id], n=mentor.taken, where="mentor")
