"""The personal home."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from bole.home.forms import SupportForm
from bole.home.queries.start import start_of
from bole.home.shown.start import start_shown
from bole.home.views.team import topics_of
from bole.kit.clock import now, today
from bole.kit.page import page, viewer_of
from bole.scoring.queries import score_topic, support_topic
from bole.values.refusal import NotFound

PAGE = "home/start.html"
PARTS = frozenset({"head", "own", "lead", "support"})


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Show the personal home; before it, once, what is looked at and what is not."""
    if getattr(request.user, "first_page_seen_at", None) is None:
        return page(request, "home/first.html")
    return page(request, PAGE, context_of(request), live=_topics(request))


@require_GET
def part(request: HttpRequest, name: str) -> HttpResponse:
    """Show a part of the home again."""
    if name not in PARTS:
        raise NotFound
    return page(request, PAGE, context_of(request), part=name)


def _topics(request: HttpRequest) -> list[str]:
    viewer = viewer_of(request)
    own = [score_topic(viewer.person_id), support_topic(viewer.person_id)] if viewer.person_id else []
    return [*own, *topics_of(viewer)]


def context_of(request: HttpRequest, *, form: SupportForm | None = None, said: str = "") -> dict[str, object]:
    """Return what the home needs; `form` was refused, `said` is what was done (where the home asks for support itself)."""
    viewer = viewer_of(request)
    name = getattr(getattr(request, "me", None), "name", "") or viewer.name
    found = start_of(viewer, name=name, day=today(), at=now())
    return {
        "shown": start_shown(found),
        "today": found.day,
        "topics": " ".join(_topics(request)),
        "form": form or SupportForm(),
        "said": said,
    }
