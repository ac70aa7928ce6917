"""A manager's team."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.home.forms import AnswerForm
from bole.home.queries.results import waiting_in_team
from bole.home.queries.team import team_at_a_glance
from bole.home.shown.mentoring import pairs_shown
from bole.home.shown.results import result_lines
from bole.home.shown.team import team_shown
from bole.kit.clock import now, today
from bole.kit.page import page, swaps, viewer_of
from bole.mentoring.queries.watched import pairs_watched
from bole.scoring.actions import answer_support
from bole.scoring.queries import score_topic, support_topic
from bole.signals.queries import alert_topic
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

PAGE = "home/team.html"
PARTS = frozenset({"head", "asking", "members"})


@require_GET
def team(request: HttpRequest) -> HttpResponse:
    """Show the people who report to the viewer, whoever needs them first."""
    return page(request, PAGE, context_of(request), live=topics_of(viewer_of(request)))


@require_GET
def part(request: HttpRequest, name: str) -> HttpResponse:
    """Show a part of the team's page again."""
    if name not in PARTS:
        raise NotFound
    return page(request, PAGE, context_of(request), part=name)


@require_POST
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    """Answer a request for support."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return page(request, PAGE, context_of(request, refused=ref, form=form), part="asking" if swaps(request) else "", status=422)
    answer_support(ref=ref, answer=form.cleaned_data["answer"], by=viewer_of(request), at=now())
    if swaps(request):
        return page(request, PAGE, context_of(request), part="asking")
    messages.success(request, _("Answered."))
    return redirect("team")


def topics_of(viewer: Viewer) -> list[str]:
    """Return what a manager's pages hear: everybody's score and alerts, and support asked of them."""
    own = [support_topic(viewer.person_id)] if viewer.person_id else []
    return [*(topic(person) for person in sorted(viewer.reports) for topic in (score_topic, alert_topic)), *own]


def context_of(request: HttpRequest, *, refused: str = "", form: AnswerForm | None = None) -> dict[str, object]:
    """Return what the team's page needs; `form` was refused for the request `refused`."""
    viewer = viewer_of(request)
    found = team_at_a_glance(viewer, day=today(), at=now())
    return {
        "shown": team_shown(found),
        "form": AnswerForm(),
        "refused": refused,
        "refused_form": form,
        "topic": support_topic(viewer.person_id or 0),
        "topics": " ".join(topics_of(viewer)),
        "today": found.day,
        "results": result_lines(*waiting_in_team(viewer, day=found.day)),
        "pairs": pairs_shown(pairs_watched(viewer, viewer.reports, day=today())),
    }
