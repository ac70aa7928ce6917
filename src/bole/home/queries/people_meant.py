"""Finding people who were not called by their name alone: what may be a name in a text, and how somebody stands to the viewer."""

from datetime import date

from bole.home.queries.people import Listed, outsiders
from bole.home.rules.asked import meant, pieces
from bole.people.queries import cards, directory, find_people
from bole.values.viewer import Viewer


def people_meant(viewer: Viewer, text: str, *, day: date, limit: int) -> Listed:
    """Return whom a text means: named in it, or the viewer's own manager, reports or mentees (three queries a piece, at most ten more)."""
    found = [card for piece in pieces(text) for card in find_people(viewer, piece, day, limit=limit)]
    near = _near(viewer, text, day=day)
    if near:
        found += directory(viewer, day, among=near, limit=limit)
    kept = list({card.person_id: card for card in found}.values())[:limit]
    return Listed(tuple(kept), outsiders(kept, day=day))


def _near(viewer: Viewer, text: str, *, day: date) -> set[int]:
    """Return the people who stand to the viewer as the text says."""
    stands = meant(text, "person")
    near: set[int] = set()
    if "reports" in stands:
        near |= viewer.reports
    if "mentees" in stands:
        near |= viewer.mentees
    if "manager" in stands and viewer.person_id is not None:
        own = cards([viewer.person_id], day, with_managers=True).get(viewer.person_id)
        near |= {own.manager_id} if own is not None and own.manager_id is not None else set()
    return near
