"""The API of the app: people, and a score opened down to its items."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router

from bole.access.queries import viewer_of_token
from bole.accounts.queries import token_for
from bole.home.queries.api import reader_of, score_of
from bole.home.queries.exported import own_data
from bole.home.queries.people import note_look, scored_person
from bole.kit.clock import now, today
from bole.kit.page import viewer_of
from bole.people.queries import Card, get_person_for
from bole.values.viewer import Viewer

router = Router(tags=["people"])


def by_token(request: HttpRequest) -> Viewer | None:
    """Return the viewer of a living token, or None."""
    kind, _, text = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer" or not text:
        return None
    address = request.META.get("REMOTE_ADDR", "")
    token = token_for(text.strip(), address=address, at=now())
    return viewer_of_token(token, connection_id=None, address=address, request_id=getattr(request, "number", "")) if token else None


def by_session(request: HttpRequest) -> Viewer | None:
    """Return the viewer of a session, or None."""
    viewer = viewer_of(request)
    return viewer if viewer.account_id is not None else None


AUTH = [by_token, by_session]


@router.get("/people/{number}", auth=AUTH, summary="A person's card")
def get_card(request: HttpRequest, number: str) -> HttpResponse:
    """Return what every colleague may see of somebody. A program needs the scope `dir.read`."""
    return _json(_card(get_person_for(_reader(request), number, today())))


@router.get("/people/{number}/score", auth=AUTH, summary="A score opened down to its items")
def get_score(request: HttpRequest, number: str, period: str = "", indicator: str = "", after: str = "") -> HttpResponse:
    """Return dimensions, indicators, readings and items with links. A program needs the scope `score.read`."""
    viewer = reader_of(_reader(request))
    card = scored_person(viewer, number, day=today())
    told = score_of(viewer, card, day=today(), period=period, indicator=indicator, after=after)
    note_look(viewer, card, at=now())
    return _json(told)


@router.get("/people/{number}/export", auth=AUTH, summary="All that is kept about oneself")
def get_export(request: HttpRequest, number: str) -> HttpResponse:
    """Return all that is kept about the one who asks; for nobody else."""
    answer = _json(own_data(_reader(request), number, day=today(), at=now()))
    answer["Content-Disposition"] = f'attachment; filename="bole-{today().isoformat()}.json"'
    return answer


def _reader(request: HttpRequest) -> Viewer:
    viewer: Viewer = request.auth  # type: ignore[attr-defined]  # set by ninja from one of AUTH
    return viewer


def _card(card: Card) -> dict[str, Any]:
    return {
        "number": card.number,
        "name": card.name,
        "name_en": card.name_en,
        "work_email": card.work_email,
        "unit": {"zh": card.unit_name, "en": card.unit_name_en},
        "position": {"zh": card.position_name, "en": card.position_name_en},
        "is_here": card.is_here,
    }


def _json(told: dict[str, Any]) -> HttpResponse:
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False})
