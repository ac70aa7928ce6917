"""What the page of recording, and the page of one record, need."""

from dataclasses import dataclass
from datetime import date

from bole.mentoring.models import Framework
from bole.mentoring.permissions import is_of_pair
from bole.mentoring.queries.meetings import Agenda, MeetingText, agenda_of, coverages, meeting_for, next_day, same_talk
from bole.mentoring.queries.pairs import PairRow, pair_for, pair_row
from bole.mentoring.queries.plans import running_topics
from bole.mentoring.rules.plan import PlanTopic
from bole.people.queries import Card, cards
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A pair about to record a talk: its topics, what is left, what was agreed, the day and the next one as the cadence gives it."""

    pair: PairRow
    topics: tuple[PlanTopic, ...]
    agenda: Agenda
    held_on: date
    next_on: date | None
    people: dict[int, Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record; `is_own`: the viewer is one of the two, else one whom they let read it. `came`: how many have it as the same talk."""

    pair: PairRow
    text: MeetingText
    topics: tuple[PlanTopic, ...]
    is_own: bool
    is_mentor: bool
    came: int
    may_correct: bool
    people: dict[int, Card]


def recording_for(viewer: Viewer, ref: str, *, day: date) -> Recording:
    """Return what one of the two needs to record a talk (eleven queries).

    :raises NotFound: unless the viewer is one of the two
    """
    pair = pair_for(viewer, ref)
    covered = coverages([pair.id])[pair.id]
    every = Framework.objects.values_list("meeting_every", flat=True).get(pk=pair.framework_id)
    held_on = min(day, pair.ends_on)
    return Recording(
        pair=pair,
        topics=tuple(one.topic for one in covered.topics),
        agenda=agenda_of(pair, covered, day=day),
        held_on=held_on,
        next_on=next_day(pair, held_on=held_on, every=every),
        people=cards({pair.mentor_id, pair.mentee_id}, day),
    )


def record_of(viewer: Viewer, ref: str, *, day: date) -> Record:
    """Return one record to the two, or to whom they let read it (nine queries).

    :raises NotFound: for everybody else
    """
    found, text = meeting_for(viewer, ref)
    pair = pair_row(found.mentorship)
    return Record(
        pair=pair,
        text=text,
        topics=running_topics([pair.id])[pair.id],
        is_own=is_of_pair(viewer, pair),
        is_mentor=viewer.person_id == pair.mentor_id,
        came=same_talk(found, day=day).count(),
        may_correct=is_of_pair(viewer, pair) and pair.may_be_corrected(day),
        people=cards({pair.mentor_id, pair.mentee_id, *text.shared_with}, day),
    )
