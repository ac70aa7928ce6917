"""The first weeks of somebody: the newcomer's list, trainings and talks with the mentor, day by day."""

from dataclasses import dataclass
from datetime import date, datetime

from bole.access.rules import insist_on_taking_part
from bole.growth.queries import NewcomerGuide, TrainingRow, joined_on, newcomer_guide, trainings_between
from bole.growth.rules.joining import is_new, nth_day
from bole.mentoring.queries.duties import DutyRow, duties_of
from bole.mentoring.queries.pairs import PairRow, pairs_of_mentees
from bole.people.queries import Card, cards
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

WEEK = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstWeek:
    """The first five working days, the list, what takes place, and who the mentor is."""

    day: date
    at: datetime
    days: tuple[date, ...]
    guide: NewcomerGuide
    trainings: tuple[TrainingRow, ...]
    pair: PairRow | None
    mentor: Card | None
    talks: tuple[DutyRow, ...]


def first_week_of(viewer: Viewer, *, day: date, at: datetime) -> FirstWeek:
    """Return somebody's own first weeks (seven queries at most).

    :raises NotFound: unless the viewer takes part
    """
    me = insist_on_taking_part(viewer)
    joined = joined_on(me, day)
    if joined is None:
        raise NotFound
    days = tuple(nth_day(joined, n) for n in range(1, WEEK + 1))
    pair = next((one for one in pairs_of_mentees([me]).get(me, ()) if one.is_alive), None)
    return FirstWeek(
        day=day,
        at=at,
        days=days,
        guide=newcomer_guide(me, joined=joined),
        trainings=trainings_between(me, days[0], days[-1], joined=joined if is_new(joined, day) else None),
        pair=pair,
        mentor=cards([pair.mentor_id], day).get(pair.mentor_id) if pair else None,
        talks=tuple(one for one in duties_of([pair.id]).get(pair.id, ()) if one.kind == "meeting" and one.is_open) if pair else (),
    )
