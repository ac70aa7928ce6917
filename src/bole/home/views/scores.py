"""Somebody else's score, for those who may see it. A look of anybody but the direct manager goes on the record."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from bole.home.queries.people import note_look, scored_person
from bole.home.queries.performance import performance_of
from bole.home.shown.people import name_of
from bole.home.shown.performance import performance_shown
from bole.home.shown.ratings import ratings_shown
from bole.home.views.commits import PAGE as COMMITS
from bole.home.views.commits import context_of as commits_context
from bole.home.views.lineage import PAGE as LINEAGE
from bole.home.views.lineage import context_of as lineage_context
from bole.home.views.performance import PAGE, PARTS, feedback_beside, revision_in
from bole.kit.clock import now, today
from bole.kit.page import page, viewer_of
from bole.people.queries import Card
from bole.scoring.queries import ratings_for, score_topic, support_topic
from bole.values.refusal import NotFound
from bole.work.queries import work_topic


@require_GET
def score(request: HttpRequest, number: str) -> HttpResponse:
    """Show somebody's score."""
    card = _opened(request, number)
    return page(request, PAGE, _context(request, card), live=_topics(request, card))


@require_GET
def score_part(request: HttpRequest, number: str, name: str) -> HttpResponse:
    """Show a part of somebody's score again."""
    if name not in PARTS:
        raise NotFound
    return page(request, PAGE, _context(request, _opened(request, number)), part=name)


@require_GET
def lineage(request: HttpRequest, number: str, code: str) -> HttpResponse:
    """Show how an indicator of somebody's score came about."""
    card = _opened(request, number, code)
    context = lineage_context(request, card.person_id, code, base=_base(card), number=card.number)
    return page(request, LINEAGE, context, live=_topics(request, card))


@require_GET
def lineage_part(request: HttpRequest, number: str, code: str) -> HttpResponse:
    """Show the records of an indicator again."""
    card = _opened(request, number, code)
    context = lineage_context(request, card.person_id, code, base=_base(card), number=card.number)
    return page(request, LINEAGE, context, part="facts")


@require_GET
def commits(request: HttpRequest, number: str) -> HttpResponse:
    """Show somebody's commits of the week."""
    card = _opened(request, number, "commits")
    return page(request, COMMITS, commits_context(request, card.person_id, base=_base(card)), live=_topics(request, card))


@require_GET
def commits_part(request: HttpRequest, number: str) -> HttpResponse:
    """Show somebody's commits of the week again."""
    card = _opened(request, number, "commits")
    return page(request, COMMITS, commits_context(request, card.person_id, base=_base(card)), part="facts")


def _opened(request: HttpRequest, number: str, *fields: str) -> Card:
    """Return whose score it is, and put the look on the record."""
    viewer = viewer_of(request)
    card = scored_person(viewer, number, day=today())
    note_look(viewer, card, at=now(), fields=("score", *fields))
    return card


def _base(card: Card) -> str:
    return f"/people/{card.number}/score/"


def _topics(request: HttpRequest, card: Card) -> list[str]:
    """Return what the page hears: only a manager's moves while it is open, so that each look is one line of the record."""
    if card.person_id not in viewer_of(request).reports:
        return []
    return [score_topic(card.person_id), support_topic(card.person_id), work_topic(card.person_id)]


def _context(request: HttpRequest, card: Card) -> dict[str, object]:
    viewer, period = viewer_of(request), request.GET.get("period", "")
    found = performance_of(viewer, card.person_id, day=today(), period=period, revision=revision_in(request))
    feedback = feedback_beside(viewer, found, number=card.number)
    shown = performance_shown(found, base=_base(card), period=period, name=name_of(card))
    return {"shown": shown, "is_own": False, "feedback": feedback, "ratings": ratings_shown(ratings_for(viewer, card.person_id))}
