"""Who is watched: posts of people who are scored, and the indicators of the model in force for each."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bole.people.queries import AssignmentRow, assignments_during, employed_during
from bole.scoring.actions.scores import SCORED_KINDS
from bole.scoring.queries import rules_by_family
from bole.scoring.rules.indicator import IndicatorRule

AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody as one thing in one unit, over these days. Another unit, position or family is another post: the usual begins anew."""

    person_id: int
    unit_id: int
    position_id: int
    family_id: int
    first_day: date
    last_day: date


Indicators = Mapping[int, Sequence[IndicatorRule]]


def watched_indicators(day: date) -> Indicators:
    """Return the indicators that each job family is scored by (two queries)."""
    return {family: tuple(one for one in rule.indicators if not one.is_veto) for family, rule in rules_by_family(day).items()}


def posts_held(first_day: date, last_day: date, *, person_ids: Collection[int] | None = None, is_past_too: bool = False) -> list[Post]:
    """Return the posts of those who are scored: the ones held on the last day, or all of these days (two queries)."""
    kinds = employed_during(person_ids, first_day if is_past_too else last_day, last_day)
    scored = {person for person, held in kinds.items() if not held.isdisjoint(SCORED_KINDS)}
    found: list[Post] = []
    for person, rows in assignments_during(person_ids, first_day, last_day).items():
        if person in scored:
            own = _joined(rows, first_day, last_day)
            found += own if is_past_too else [one for one in own if one.last_day == last_day]
    return found


def _joined(rows: Sequence[AssignmentRow], first_day: date, last_day: date) -> list[Post]:
    """Return the posts, spells of one post that follow each other made one (a promotion, another manager)."""
    found: list[Post] = []
    for row in rows:
        start, end = max(row.first_day, first_day), min(row.last_day or last_day, last_day)
        same = (row.unit_id, row.position_id, row.family_id)
        if found and (found[-1].unit_id, found[-1].position_id, found[-1].family_id) == same and (start - found[-1].last_day).days <= 1:
            start = found.pop().first_day
        found.append(Post(row.person_id, *same, start, end))
    return found


def chunks(posts: Sequence[Post], *, most: int = AT_ONCE) -> Iterator[list[Post]]:
    """Yield the posts in parts of some hundred, a unit's people never parted: the detector compares somebody with the team."""
    part: list[Post] = []
    for post in sorted(posts, key=lambda one: (one.unit_id, one.person_id, one.first_day)):
        if len(part) >= most and post.unit_id != part[-1].unit_id:
            yield part
            part = []
        part.append(post)
    if part:
        yield part
