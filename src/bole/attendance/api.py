"""The API of absences: one to 1,000 in a call, the fate of each in the answer."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router

from bole.access.queries import viewer_of_token
from bole.accounts.queries import token_for
from bole.attendance.permissions import SCOPE
from bole.attendance.sending import send_absences
from bole.kit.clock import now
from bole.kit.strict_json import insist_on_json
from bole.values.refusal import NotYours
from bole.values.viewer import Viewer

router = Router(tags=["attendance"])


def by_token(request: HttpRequest) -> Viewer | None:
    """Return the viewer of a living token, or None."""
    kind, _, text = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer" or not text:
        return None
    address = request.META.get("REMOTE_ADDR", "")
    token = token_for(text.strip(), address=address, at=now())
    return viewer_of_token(token, connection_id=None, address=address, request_id=getattr(request, "number", "")) if token else None


@router.post("/absences", auth=by_token, summary="Record absences")
def post_absences(request: HttpRequest) -> HttpResponse:
    """Take 1 to 1,000 absences; each one's fate is answered in order."""
    viewer: Viewer = request.auth  # type: ignore[attr-defined]  # set by ninja from `by_token`
    if SCOPE not in viewer.scopes:
        raise NotYours
    insist_on_json(request.headers.get("Content-Type", ""))
    key = request.headers.get("Idempotency-Key", "")
    return JsonResponse(send_absences(body=request.body, key=key, by=viewer, at=now()), json_dumps_params={"ensure_ascii": False})
