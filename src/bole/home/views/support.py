"""Asking one's manager for support, and taking it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bole.home.forms import SupportForm
from bole.home.queries.performance import manager_of, own_person
from bole.home.views.performance import PAGE, context_of
from bole.home.views.start import PAGE as HOME
from bole.home.views.start import context_of as home_context
from bole.kit.clock import now, today
from bole.kit.page import page, swaps, viewer_of
from bole.scoring.actions import ask_for_support, withdraw_support


@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """Ask the manager for support."""
    viewer, form = viewer_of(request), SupportForm(request.POST)
    person = own_person(viewer)
    if not form.is_valid():
        part = "support" if swaps(request) else ""
        return page(request, *_page_of(request, form=form), part=part, status=422)
    manager, name = manager_of(person, day=today())
    ask_for_support(words=form.cleaned_data["words"], manager_id=manager, by=viewer, at=now())
    said = _("%(manager)s knows. Asking for help does not affect your score.") % {"manager": name or _("HR")}
    return _answer(request, said)


@require_POST
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Take a request back."""
    withdraw_support(ref=ref, by=viewer_of(request), at=now())
    return _answer(request, _("Taken back."))


def _answer(request: HttpRequest, said: str) -> HttpResponse:
    if swaps(request):
        return page(request, *_page_of(request, said=said), part="support")
    messages.success(request, said)
    return redirect("performance" if viewer_of(request).is_scored else "start")


def _page_of(request: HttpRequest, *, form: SupportForm | None = None, said: str = "") -> tuple[str, dict[str, object]]:
    """Return the page on which the viewer asks: the own performance, or the home of whoever has no score."""
    if viewer_of(request).is_scored:
        return PAGE, context_of(request, form=form, said=said)
    return HOME, home_context(request, form=form, said=said)
