"""What waits for whoever begins a page, counted once for each request."""

from django.http import HttpRequest

from bole.kit.clock import today
from bole.reviews.queries.waiting import Waiting, waiting_for
from bole.values.viewer import Viewer

KEPT = "_waiting_in_reviews"


def waiting_at(request: HttpRequest, viewer: Viewer) -> Waiting:
    """Return what waits for the viewer of a request (two queries, however often it is asked)."""
    kept = getattr(request, KEPT, None)
    if isinstance(kept, Waiting):
        return kept
    found = waiting_for(viewer, day=today())
    setattr(request, KEPT, found)
    return found
