"""The API of series: one to 5,000 values in a call, the fate of each in the answer."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router

from bole.access.queries import viewer_of_token
from bole.accounts.queries import token_for
from bole.kit.clock import now
from bole.kit.strict_json import insist_on_json
from bole.signals.actions.series import SCOPE
from bole.signals.sending_series import send_series
from bole.values.refusal import NotYours
from bole.values.viewer import Viewer

router = Router(tags=["signals"])


def by_token(request: HttpRequest) -> Viewer | None:
    """Return the viewer of a living token, or None."""
    kind, _, text = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer" or not text:
        return None
    address = request.META.get("REMOTE_ADDR", "")
    token = token_for(text.strip(), address=address, at=now())
    return viewer_of_token(token, connection_id=None, address=address, request_id=getattr(request, "number", "")) if token else None


@router.post("/series", auth=by_token, summary="Send values of series")
def post_series(request: HttpRequest) -> HttpResponse:
    """Take 1 to 5,000 values; each one's fate is answered in order."""
    viewer: Viewer = request.auth  # type: ignore[attr-defined]  # set by ninja from `by_token`
    if SCOPE not in viewer.scopes:
        raise NotYours
    insist_on_json(request.headers.get("Content-Type", ""))
    key = request.headers.get("Idempotency-Key", "")
    return JsonResponse(send_series(body=request.body, key=key, by=viewer, at=now()), json_dumps_params={"ensure_ascii": False})
