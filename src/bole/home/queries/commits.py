"""The records behind the commits of a week."""

from dataclasses import dataclass
from datetime import date

from bole.scoring.queries import has_scores, insist_on_score
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.work.queries import Commits, FactPage, commits_of, facts_for


@dataclass(frozen=True, slots=True)
class Pushed:
    """What somebody pushed in a week, from its Monday to the day, with a page of the records."""

    person_id: int
    first_day: date
    last_day: date
    commits: Commits
    facts: FactPage


def pushed_by(viewer: Viewer, person_id: int, *, day: date, after: str = "") -> Pushed:
    """Return what a person pushed in the week of a day (six queries at most).

    :raises NotFound: if it is not open to the viewer, or the person has no page of a score
    """
    insist_on_score(viewer, person_id, day=day)
    if not has_scores(person_id, day=day):
        raise NotFound
    commits, question = commits_of(viewer, person_id, day=day)
    facts = facts_for(viewer, question, after=after)
    return Pushed(person_id, question.first_day, question.last_day, commits, facts)
