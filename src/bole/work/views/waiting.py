"""Saying whose an outside account is."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from bole.kit.clock import now, today
from bole.kit.middleware import words_of
from bole.kit.page import page, swaps, viewer_of
from bole.values.refusal import Invalid, NotFound
from bole.work.actions import call_nobody, map_account, unmap_account
from bole.work.forms import MapForm
from bole.work.queries.waiting import OneAccount, account_for, people_to_choose, records_counting, waiting_for
from bole.work.shown.waiting import choices_of, list_shown, one_shown

LIST, ONE = "work/waiting.html", "work/account.html"


@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """List the accounts whose records wait, a page at a time."""
    told = request.GET.get("from", "")
    start = int(told) if told.isascii() and told.isdigit() and len(told) < 10 else 0
    return page(request, LIST, {"shown": list_shown(waiting_for(viewer_of(request), day=today(), start=start))})


@require_GET
def account(request: HttpRequest, ref: str) -> HttpResponse:
    """Show an account, and find whose it is."""
    viewer, text = viewer_of(request), request.GET.get("q", "").strip()
    found = account_for(viewer, ref, day=today())
    people = people_to_choose(viewer, found.account, day=today(), text=text)
    return _show(request, found, MapForm(choices_of(people)), part="found" if swaps(request) else "", q=text)


@require_POST
def map_it(request: HttpRequest, ref: str) -> HttpResponse:
    """Say whose account it is; the answer says how many records count now."""
    viewer, number = viewer_of(request), request.POST.get("person", "").strip()
    found = account_for(viewer, ref, day=today())
    try:
        people = people_to_choose(viewer, found.account, day=today(), number=number)
    except NotFound:
        people = []
    form = MapForm(choices_of(people), request.POST)
    if not form.is_valid():
        return _show(request, found, form, status=422)
    days = {"active_from": form.cleaned_data["first_day"], "active_to": form.active_to}
    try:
        map_account(account_ref=ref, person_id=people[0].person_id, **days, by=viewer, at=now())
    except Invalid as refused:
        form.add_error("person", words_of(refused)[0])
        return _show(request, found, form, status=422)
    count = records_counting(ref, people[0].person_id)
    said = ngettext("%(count)s record counts for %(name)s now.", "%(count)s records count for %(name)s now.", count)
    messages.success(request, said % {"count": count, "name": people[0].name})
    return redirect("waiting")


@require_POST
def nobody(request: HttpRequest, ref: str) -> HttpResponse:
    """Say that an account is nobody's of the company, or take that back."""
    viewer, is_nobody = viewer_of(request), request.POST.get("is_nobody") != "no"
    account_for(viewer, ref, day=today())
    count = call_nobody(account_ref=ref, is_nobody=is_nobody, by=viewer, at=now())
    said = _("Its %(count)s records count for nobody and no longer wait.") if is_nobody else _("Taken back. Its records wait again.")
    messages.success(request, said % {"count": count} if is_nobody else said)
    return redirect("waiting")


@require_POST
def unmap(request: HttpRequest, ref: str) -> HttpResponse:
    """Take back whose account it is."""
    viewer = viewer_of(request)
    account_for(viewer, ref, day=today())
    unmap_account(account_ref=ref, by=viewer, at=now())
    messages.success(request, _("Taken back. Its records wait again."))
    return redirect("waiting")


def _show(request: HttpRequest, found: OneAccount, form: MapForm, *, part: str = "", status: int = 200, q: str = "") -> HttpResponse:
    return page(request, ONE, {"shown": one_shown(found), "form": form, "q": q}, part=part, status=status)
