"""Opening a panel: for which post, who is reviewed and by whom; people are found by name, then picked, with scripts or without."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bole.access.rules import insist
from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, swaps, viewer_of
from bole.mentoring.actions.promotion import PostToFill, open_panel
from bole.mentoring.forms_promotion import LISTS, MOST_NAMED, PanelForm
from bole.mentoring.queries.promotion_people import found_for_panel, named_for_panel
from bole.mentoring.shown.naming import either
from bole.mentoring.shown.promotion_people import Picked, picked
from bole.people.queries import unit_rows
from bole.values.refusal import Invalid


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Open a panel, or find whom to name for it."""
    insist(viewer_of(request), "change", "promotion")
    lists = {name: _picked(request, name) for name in LISTS}
    if request.method == "GET" or "find" in request.POST or any(one.said for one in lists.values()):
        is_refused = request.method == "POST" and "find" not in request.POST
        return _show(request, _form(request, lists, is_bound=False), lists, status=422 if is_refused else 200)
    form = _form(request, lists, is_bound=True)
    if not form.is_valid():
        return _show(request, form, lists, status=422)
    told = form.cleaned_data
    wanted = PostToFill(
        unit_ref=told["unit"], post=told["post"], begins_on=told["begins_on"], candidates=told["candidates"], members=told["members"]
    )
    try:
        made = open_panel(wanted=wanted, by=viewer_of(request), at=now())
    except Invalid as refused:
        note(form, refused)
        return _show(request, form, lists, status=422)
    messages.success(request, _("Opened. Candidates and panel have been told."))
    return redirect("promotion_panel", made.ref)


def _picked(request: HttpRequest, name: str) -> Picked:
    """Return who was picked for a list, and who was found for it."""
    numbers = list(dict.fromkeys(request.POST.getlist(name)))[:MOST_NAMED]
    text = request.POST.get(f"find_{name}", "").strip()[:40]
    found = found_for_panel(viewer_of(request), text, day=today())
    return picked(numbers, named_for_panel(numbers, day=today()), found, text=text)


def _form(request: HttpRequest, lists: dict[str, Picked], *, is_bound: bool) -> PanelForm:
    units = [(one.ref, either(one.name, one.name_en)) for one in unit_rows(today())]
    people = {name: one.choices for name, one in lists.items()}
    if is_bound:
        return PanelForm(request.POST, units=units, people=people)
    initial = {name: request.POST.get(name, "") for name in ("unit", "post", "begins_on")} | {name: lists[name].numbers for name in LISTS}
    return PanelForm(initial=initial, units=units, people=people)


def _show(request: HttpRequest, form: PanelForm, lists: dict[str, Picked], *, status: int) -> HttpResponse:
    return page(
        request, "mentoring/promotion_new.html", {"form": form, "lists": lists}, part="form" if swaps(request) else "", status=status
    )
