"""How somebody signs in: an account, and a new first password."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_POST

from bole.kit.clock import now, today
from bole.kit.middleware import words_of
from bole.kit.page import page, viewer_of
from bole.people.actions.signing_in import open_sign_in, renew_sign_in
from bole.people.queries.signing_in import SignIn, sign_in_of
from bole.values.refusal import NotYours, Refused


@require_GET
def sign_in(request: HttpRequest, number: str) -> HttpResponse:
    """Show how somebody signs in."""
    return _show(request, sign_in_of(viewer_of(request), number, day=today()))


@require_POST
def open_one(request: HttpRequest, number: str) -> HttpResponse:
    """Open an account and show its first password, once."""
    return _change(request, number, open_sign_in)


@require_POST
def renew(request: HttpRequest, number: str) -> HttpResponse:
    """Give a new first password and show it, once."""
    return _change(request, number, renew_sign_in)


def _change(request: HttpRequest, number: str, change: Callable[..., str]) -> HttpResponse:
    viewer = viewer_of(request)
    found = sign_in_of(viewer, number, day=today())
    try:
        password = change(person_id=found.card.person_id, by=viewer, at=now())
    except NotYours:
        raise
    except Refused as refused:
        return _show(request, found, refusal=words_of(refused), status=refused.status)
    return _show(request, sign_in_of(viewer, number, day=today()), password=password)


def _show(
    request: HttpRequest, found: SignIn, *, password: str = "", refusal: tuple[str, str] | None = None, status: int = 200
) -> HttpResponse:
    context = {"found": found, "name": found.card.name, "number": found.card.number, "password": password, "refusal": refusal}
    return page(request, "people/sign_in.html", context, status=status)
