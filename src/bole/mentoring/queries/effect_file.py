"""What a promotion file says of somebody's mentoring: figures with what they rest on, and what follows for the mentees."""

from dataclasses import dataclass
from datetime import date

from bole.mentoring.queries.effect import EffectPage, effect_for
from bole.people.queries import Card
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorFile:
    """The page of a mentor, and the mentees of the own department: if the mentor comes to lead it, they need another mentor."""

    page: EffectPage
    day: date
    in_line: tuple[Card, ...]


def file_for(viewer: Viewer, number: str, *, day: date) -> MentorFile:
    """Return the file to the mentor and to HR.

    :raises NotFound: for everybody else
    """
    found = effect_for(viewer, number, day=day)
    if found.is_whole_only:
        raise NotFound
    alive = [found.people[one.pair.mentee_id] for one in found.rows if one.pair.is_alive and one.pair.mentee_id in found.people]
    return MentorFile(page=found, day=day, in_line=tuple(one for one in alive if one.unit_name and one.unit_name == found.card.unit_name))
