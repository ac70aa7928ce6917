"""The API of items and facts: one to 5,000 in a call, the fate of each in the answer."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router

from bole.access.queries import viewer_of_token
from bole.accounts.queries import token_for
from bole.connect.sending import send
from bole.kit.clock import now
from bole.kit.strict_json import body_of
from bole.values.refusal import NotYours
from bole.values.viewer import Viewer
from bole.work.queries.connections import connection_id_of
from bole.work.rules.incoming import read_fact, read_item
from bole.work.rules.item import ItemVersion

router = Router(tags=["work"])


def by_token(request: HttpRequest) -> Viewer | None:
    """Return the viewer of a living token, or None."""
    kind, _, text = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer" or not text:
        return None
    address = request.META.get("REMOTE_ADDR", "")
    token = token_for(text.strip(), address=address, at=now())
    if token is None:
        return None
    link = connection_id_of(token.connection_ref)
    return viewer_of_token(token, connection_id=link, address=address, request_id=getattr(request, "number", ""))


@router.post("/items", auth=by_token, summary="Send items as last known")
def post_items(request: HttpRequest) -> HttpResponse:
    """Take 1 to 5,000 items; each one's fate is answered in order."""
    return _take(request, "items", read_item)


@router.post("/facts", auth=by_token, summary="Send facts")
def post_facts(request: HttpRequest) -> HttpResponse:
    """Take 1 to 5,000 facts; each is an item of one version."""
    return _take(request, "facts", read_fact)


def _take(request: HttpRequest, name: str, read: Callable[..., ItemVersion]) -> HttpResponse:
    viewer: Viewer = request.auth  # type: ignore[attr-defined]  # set by ninja from `by_token`
    if "facts.write" not in viewer.scopes or viewer.connection_id is None:
        raise NotYours
    key = request.headers.get("Idempotency-Key", "")
    answer: dict[str, Any] = send(name=name, body=lambda: body_of(request), read=read, key=key, by=viewer, at=now())
    return JsonResponse(answer, json_dumps_params={"ensure_ascii": False})
