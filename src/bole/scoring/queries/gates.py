"""Who sees a score beyond the permission table: a newcomer's is their own for the first days."""

from collections.abc import Collection
from datetime import date, timedelta

from bole.people.queries import employments_on
from bole.values.viewer import Viewer

OWN_DAYS = 30


def newcomers(person_ids: Collection[int], *, day: date) -> frozenset[int]:
    """Return those whose first days are not over: only they see their score, and it does not count (one query)."""
    since = day - timedelta(days=OWN_DAYS)
    return frozenset(person for person, row in employments_on(person_ids, day).items() if row.joined_on > since)


def is_kept_to_self(viewer: Viewer, person_id: int, *, day: date) -> bool:
    """Test if somebody else looks at a newcomer's score (no query for one's own)."""
    return viewer.person_id != person_id and person_id in newcomers([person_id], day=day)
