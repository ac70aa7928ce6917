"""Default deny: whoever is not signed in sees the door; a few addresses are public and say so."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from bole.access.queries import viewer_for
from bole.accounts.models import Account
from bole.accounts.queries import BEGAN_KEY, EPOCH_KEY
from bole.kit.clock import now, today
from bole.kit.middleware import refusal
from bole.kit.phone.middleware import SessionOver, entry_key_of
from bole.values.viewer import Viewer

Answer = Callable[[HttpRequest], HttpResponse]
PUBLIC = (
    "/sign-in/",
    "/sign-out/",
    "/static/",
    "/healthz",
    "/readyz",
    "/metrics",
    "/language/",
    "/manifest.webmanifest",
    "/sw.js",
    "/offline/",
    "/phone/",
    "/verify/",
    "/hooks/",
    "/mentoring/calendar/",
    "/api/v1/",
)
DEMO_PUBLIC = ("/demo/", "/style/")
IDLE_SECONDS = {True: 15 * 60, False: 30 * 60}
LONGEST_SECONDS = 12 * 3600
PRIVILEGED = frozenset({"hr", "hr_partner", "hr_admin", "auditor", "system_admin"})
SEEN = "seen"


class SignedIn:
    """Builds the Viewer of each request; ends sessions that are idle, revoked or another epoch's."""

    def __init__(self, get_response: Answer) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or show the door."""
        request.viewer = Viewer(name="anonymous", address=_address(request), request_id=_number(request))  # type: ignore[attr-defined]
        if request.path.startswith("/static/"):
            return self.get_response(request)
        account = request.user
        if isinstance(account, Account) and self._admit(request, account):
            return self.get_response(request)
        if is_public(request.path):
            return self.get_response(request)
        return to_door(request)

    def _admit(self, request: HttpRequest, account: Account) -> bool:
        """Set the Viewer, if the session still holds."""
        session, at = request.session, now().timestamp()
        found = viewer_for(account, day=today(), session=session.session_key or "", address=_address(request), request_id=_number(request))
        if session.get(EPOCH_KEY) != account.session_epoch or found is None or _is_over(session, found[0], at):
            logout(request)
            return False
        if at - session.get(SEEN, 0) > 60:
            session[SEEN] = at
        request.viewer, request.me = found  # type: ignore[attr-defined]
        return True


def _is_over(session: SessionBase, viewer: Viewer, at: float) -> bool:
    """Test if nobody came for too long, or if the session began half a day ago. A demo's clock jumps, so its sessions stay."""
    if settings.ENVIRONMENT.is_demo:
        return False
    is_idle = at - session.get(SEEN, at) > IDLE_SECONDS[bool(viewer.roles & PRIVILEGED)]
    began: float = session.setdefault(BEGAN_KEY, at)
    return is_idle or at - began > LONGEST_SECONDS


def is_public(path: str) -> bool:
    """Test if an address is open to everybody (its own view may still ask for a signature or a token)."""
    return path.startswith(PUBLIC) or (settings.ENVIRONMENT.is_demo and path.startswith(DEMO_PUBLIC))


def to_door(request: HttpRequest) -> HttpResponse:
    """Show the door, and come back after it."""
    door = reverse(settings.LOGIN_URL)
    if request.method == "POST" and entry_key_of(request):
        return refusal(request, SessionOver())  # the phone keeps it for its writer
    if request.headers.get("HX-Request") and request.method != "GET":
        return HttpResponse(status=401)  # the page says that the session ended, and keeps what was typed
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": door})
    back = request.get_full_path() if request.method == "GET" else _told_after(request) or _page_before(request)
    return HttpResponseRedirect(f"{door}?{urlencode({'next': back})}" if back != "/" else door)


def _told_after(request: HttpRequest) -> str:
    """Return the page of ours where something goes on that has none before it, as what another app shares: if no other site sent it."""
    after = request.GET.get("after", "")
    is_ours = request.headers.get("Sec-Fetch-Site") in {"none", "same-origin"}
    return after if is_ours and after.startswith("/") and not after.startswith(("//", "/\\")) else ""


def _page_before(request: HttpRequest) -> str:
    """Return the page of ours that a form stood on: its own address may have none."""
    before = urlsplit(request.headers.get("Referer", ""))
    if before.netloc != request.get_host():
        return "/"
    return f"{before.path}?{before.query}" if before.query else before.path or "/"


def _address(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))


def _number(request: HttpRequest) -> str:
    return str(getattr(request, "number", ""))
