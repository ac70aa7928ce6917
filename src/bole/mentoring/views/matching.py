"""Matching, for HR: the board, adjusting by hand, another capacity, publishing, and who waits."""

import re

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.access.rules import insist
from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.middleware import words_of
from bole.kit.page import page, viewer_of
from bole.mentoring.actions.askings import take_back_asking
from bole.mentoring.actions.matching_runs import start_matching, start_publishing
from bole.mentoring.actions.matching_trying import take_over, try_capacity
from bole.mentoring.actions.rounds import bar_pair, fix_pair, free_pair
from bole.mentoring.actions.wishes import make_wishes_for, withdraw_wish
from bole.mentoring.forms_matching import TryForm, WishesForm
from bole.mentoring.queries.matching_board import board_for, draft_for, list_for
from bole.mentoring.shown.matching_board import board_shown
from bole.people.queries import ids_of
from bole.values.refusal import NotFound, Refused

BOARD = "mentoring/matching.html"


@require_GET
def board(request: HttpRequest) -> HttpResponse:
    """Show the draft, or who waits."""
    return _board(request)


def _board(request: HttpRequest, *, refused: str = "", chosen: str = "", status: int = 200) -> HttpResponse:
    wish = chosen or request.GET.get("wish", "")
    found = board_for(viewer_of(request), day=today(), chosen=wish, start=_start(request))
    shown = board_shown(found)
    context = {"shown": shown, "refused": refused, "try_form": TryForm(mentors=shown.mentors), "wish": wish, "running": found.running}
    return page(request, BOARD, context, status=status)


def _start(request: HttpRequest) -> int:
    told = request.GET.get("start", "")
    return int(told) if told.isdecimal() and len(told) < 6 else 0


@require_POST
def draft(request: HttpRequest) -> HttpResponse:
    """Have the whole pool matched, and show how far it is."""
    try:
        run = start_matching(by=viewer_of(request), at=now())
    except NotFound:
        raise
    except Refused as refused:
        return _board(request, refused=words_of(refused)[0], status=refused.status)
    return redirect("matching_run", ref=run.ref)


@require_POST
def adjust(request: HttpRequest) -> HttpResponse:
    """Fix a pair, bar it, or let it be free again."""
    viewer, told = viewer_of(request), request.POST
    made = draft_for(viewer)
    keys = ids_of([told.get("mentee", ""), told.get("mentor", "")])
    mentee, mentor = keys.get(told.get("mentee", "")), keys.get(told.get("mentor", ""))
    version = int(told["version"]) if told.get("version", "").isdecimal() and len(told["version"]) < 9 else 0
    wish = made.wishes.get(mentee or 0, "")
    if mentee is None or not wish or (mentor is None and told.get("act") != "free"):
        raise NotFound
    try:
        if told.get("act") == "free":
            run = free_pair(ref=made.ref, mentee_id=mentee, version=version, by=viewer, at=now())
        else:
            change = bar_pair if told.get("act") == "bar" else fix_pair
            run = change(ref=made.ref, mentee_id=mentee, mentor_id=mentor or 0, version=version, by=viewer, at=now())
    except Refused as refused:
        return _board(request, refused=words_of(refused)[0], chosen=wish, status=refused.status)
    return redirect("matching_run", ref=run.ref)


@require_POST
def capacity(request: HttpRequest) -> HttpResponse:
    """Have it worked out what another capacity of one mentor would change; taken over, it goes into the draft."""
    viewer, told = viewer_of(request), request.POST
    number, wanted, take = told.get("mentor", ""), told.get("capacity", ""), told.get("take", "")
    seats = int(wanted) if wanted.isdecimal() and len(wanted) < 4 else 0
    try:
        if take:
            run = take_over(run_ref=take, by=viewer, at=now())
            messages.success(request, _("Matched again with it. Publishing makes it the mentor's capacity."))
        else:
            run = try_capacity(number=number, capacity=seats, by=viewer, at=now())
    except NotFound:
        raise
    except Refused as refused:
        return _board(request, refused=words_of(refused)[0], status=refused.status)
    return redirect("matching_run", ref=run.ref)


@require_POST
def publish(request: HttpRequest) -> HttpResponse:
    """Have the pairs of the draft begun, and show how far it is."""
    viewer, told = viewer_of(request), request.POST.get("version", "")
    made = draft_for(viewer)
    version = int(told) if told.isdecimal() and len(told) < 9 else 0
    try:
        run = start_publishing(ref=made.ref, version=version, by=viewer, at=now())
    except Refused as refused:
        return _board(request, refused=words_of(refused)[0], status=refused.status)
    return redirect("matching_run", ref=run.ref)


@require_http_methods(["GET", "POST"])
def waiting(request: HttpRequest) -> HttpResponse:
    """Show who waits, and let more people wait."""
    viewer = viewer_of(request)
    found = list_for(viewer, day=today(), start=_start(request))
    skills = [one for one in found.skills if one.is_offered]
    form = WishesForm(request.POST if request.method == "POST" else None, skills=skills, frameworks=found.frameworks)
    if request.method == "POST" and form.is_valid():
        numbers = re.split(r"[\s,，、;；]+", form.cleaned_data["numbers"])
        try:
            made = make_wishes_for(numbers=numbers, wanted=form.wanted, by=viewer, at=now())
        except Refused as refused:
            note(form, refused)
        else:
            words = ngettext("%(n)s person waits for a mentor now.", "%(n)s people wait for a mentor now.", len(made))
            messages.success(request, words % {"n": len(made)})
            return redirect("mentoring_waiting")
    context = {"shown": board_shown(found), "form": form}
    return page(request, "mentoring/matching_waiting.html", context, status=422 if form.errors else 200)


@require_POST
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Take somebody's wish back."""
    viewer = viewer_of(request)
    insist(viewer, "change", "matching")
    withdraw_wish(ref=ref, by=viewer, at=now())
    messages.success(request, _("Taken back."))
    return redirect("mentoring_waiting")


@require_POST
def take_back(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask the mentor no more; the person waits on."""
    viewer = viewer_of(request)
    insist(viewer, "change", "matching")
    take_back_asking(ref=ref, by=viewer, at=now())
    messages.success(request, _("Taken back."))
    return redirect("mentoring_waiting")
