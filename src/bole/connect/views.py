"""The edge of hooks."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from bole.connect.receiving import receive
from bole.kit.clock import now
from bole.kit.strict_json import bytes_of


@csrf_exempt  # a signature proves the sender; there is no cookie to forge
@require_POST
def hook(request: HttpRequest, ref: str) -> HttpResponse:
    """Take what an outside tool posts, and answer with its fate."""
    headers = {name.lower(): value for name, value in request.headers.items()}
    done = receive(ref=ref, read=lambda: bytes_of(request), headers=headers, address=request.META.get("REMOTE_ADDR", ""), at=now())
    return JsonResponse({"fate": done.fate, "repeat": done.is_repeat, "items": list(done.fates)})
