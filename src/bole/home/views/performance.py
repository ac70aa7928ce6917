"""One's own performance."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from bole.home.forms import SupportForm
from bole.home.queries.performance import Performance, own_person, performance_of
from bole.home.shown.changes import own_changes_shown
from bole.home.shown.feedback import BesideShown, beside_shown
from bole.home.shown.performance import performance_shown
from bole.home.shown.ratings import ratings_shown
from bole.kit.clock import now, today
from bole.kit.page import page, viewer_of
from bole.reviews.queries import beside_score
from bole.scoring.queries import ratings_for, score_topic, support_topic
from bole.signals.queries import alert_topic, own_changes
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.work.queries import work_topic

RATINGS = "home/ratings.html"
PAGE = "home/performance.html"
OWN = "/performance/"
PARTS = frozenset({"score", "work", "support", "changes"})


@require_GET
def performance(request: HttpRequest) -> HttpResponse:
    """Show one's own score, live or of a closed period."""
    person = own_person(viewer_of(request))
    live = [score_topic(person), support_topic(person), work_topic(person), alert_topic(person)]
    return page(request, PAGE, context_of(request), live=live)


@require_GET
def ratings(request: HttpRequest) -> HttpResponse:
    """Show one's own ratings of years."""
    viewer = viewer_of(request)
    return page(request, RATINGS, {"ratings": ratings_shown(ratings_for(viewer, own_person(viewer)))})


@require_GET
def part(request: HttpRequest, name: str) -> HttpResponse:
    """Show a part of one's own page again: score, work or support."""
    if name not in PARTS:
        raise NotFound
    return page(request, PAGE, context_of(request), part=name)


def context_of(request: HttpRequest, *, form: SupportForm | None = None, said: str = "") -> dict[str, object]:
    """Return what one's own page needs; `form` was refused, `said` is what was done."""
    viewer, period = viewer_of(request), request.GET.get("period", "")
    found = performance_of(viewer, own_person(viewer), day=today(), period=period, revision=revision_in(request))
    changes = own_changes_shown(own_changes(viewer, at=now()))
    more = {
        "changes": changes,
        "alert_topic": alert_topic(own_person(viewer)),
        "feedback": feedback_beside(viewer, found),
    }
    return more | {"shown": performance_shown(found, base=OWN, period=period), "form": form or SupportForm(), "said": said, "is_own": True}


def feedback_beside(viewer: Viewer, found: Performance, *, number: str = "") -> BesideShown | None:
    """Return the feedback about a score that the viewer reads; nothing where there is no score yet, or nobody writes."""
    sheet = found.score.sheet
    if sheet is None or viewer.person_id is None or viewer.is_external:
        return None
    return beside_shown(beside_score(viewer, sheet.person_id, sheet.period), sheet, reader_id=viewer.person_id, number=number)


def revision_in(request: HttpRequest) -> int:
    """Return which revision of a closed score is asked for; 0 is the last."""
    asked = request.GET.get("revision", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 5 else 0
