"""The life of a pair: what a mentee asks, a rest, and what HR answers, hands over and ends."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.mentoring.actions.handing_over import hand_over as hand_pair_over
from bole.mentoring.actions.life import end_mentorship, pause_mentorship, resume_mentorship
from bole.mentoring.actions.requests import answer_request, ask_help, ask_rematch
from bole.mentoring.forms_life import AnswerForm, EndForm, HandOverForm, HelpForm, RematchForm
from bole.mentoring.queries.life import own_requests, pair_of_hr, requests_for
from bole.mentoring.queries.pairs import pair_for
from bole.mentoring.shown.life import pair_shown, request_shown, requests_shown
from bole.mentoring.shown.naming import name_of
from bole.people.queries import cards
from bole.values.refusal import NotFound, NotYours, Refused

HELP, REQUESTS, PAIR = "mentoring/help.html", "mentoring/hr_requests.html", "mentoring/pair_of_hr.html"


@require_GET
def help_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a mentee what can be asked, and what was answered."""
    return _help(request, ref)


@require_POST
def ask(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask HR for help."""
    form = HelpForm(request.POST)
    form.is_valid()

    def change() -> object:
        return ask_help(pair_ref=ref, words=form.cleaned_data.get("words", ""), by=viewer_of(request), at=now())

    done = _("Sent. Only HR reads it.")
    return _take(request, form, change, done, redirect("pair_help", ref), lambda: _help(request, ref, help_form=form, status=422))


@require_POST
def rematch(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask for another mentor."""
    form = RematchForm(request.POST)
    form.is_valid()

    def change() -> object:
        return ask_rematch(pair_ref=ref, words=form.cleaned_data.get("words", ""), by=viewer_of(request), at=now())

    done = _("Sent. You hear from HR within 3 working days.")
    return _take(request, form, change, done, redirect("pair_help", ref), lambda: _help(request, ref, rematch_form=form, status=422))


@require_POST
def pause(request: HttpRequest, ref: str) -> HttpResponse:
    """Let a pair rest from today."""
    pause_mentorship(ref=ref, first_day=today(), by=viewer_of(request), at=now())
    messages.success(request, _("The pair rests. Nothing is due until it goes on."))
    return _back(request, ref)


@require_POST
def resume(request: HttpRequest, ref: str) -> HttpResponse:
    """Let a pair go on."""
    resume_mentorship(ref=ref, by=viewer_of(request), at=now())
    messages.success(request, _("The pair goes on. The days are set again."))
    return _back(request, ref)


def _back(request: HttpRequest, ref: str) -> HttpResponse:
    try:
        pair_for(viewer_of(request), ref)
    except NotFound:
        return redirect("pair_of_hr", ref)
    return redirect("mentoring_pair", ref)


def _help(
    request: HttpRequest, ref: str, *, help_form: HelpForm | None = None, rematch_form: RematchForm | None = None, status: int = 200
) -> HttpResponse:
    viewer, day = viewer_of(request), today()
    pair, asked = own_requests(viewer, ref)
    people = cards({pair.mentor_id, pair.mentee_id}, day)
    context = {
        "ref": ref,
        "mentor": name_of(people.get(pair.mentor_id)),
        "is_alive": pair.is_alive,
        "is_paused": pair.state == "paused",
        "asked": [request_shown(one, people, day=day, is_own=True) for one in asked],
        "open_kinds": {one.kind for one in asked if one.answered_at is None},
        "help_form": help_form or HelpForm(),
        "rematch_form": rematch_form or RematchForm(),
    }
    return page(request, HELP, context, status=status)


@require_GET
def requests(request: HttpRequest) -> HttpResponse:
    """List what HR has to answer."""
    return page(request, REQUESTS, {"shown": requests_shown(requests_for(viewer_of(request), day=today()), day=today())})


@require_GET
def pair_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Show HR a pair, its requests, and what can be done."""
    return _pair(request, ref)


@require_POST
def answer(request: HttpRequest, ref: str, asked: str) -> HttpResponse:
    """Answer a request."""
    form = AnswerForm(request.POST)
    form.is_valid()
    found = pair_of_hr(viewer_of(request), ref, day=today())
    if asked not in {one.ref for one in found.requests}:
        raise NotFound

    def change() -> object:
        return answer_request(ref=asked, words=form.cleaned_data.get("words", ""), by=viewer_of(request), at=now())

    return _of_pair(request, ref, form, change, _("The answer is sent."), name="answer_form")


@require_POST
def hand_over(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand a mentee over to another mentor."""
    found = pair_shown(pair_of_hr(viewer_of(request), ref, day=today()), day=today())
    form = HandOverForm(request.POST, mentors=found.mentors)
    if not form.is_valid():
        return _pair(request, ref, forms={"hand_form": form}, status=422)

    def change() -> object:
        told = form.cleaned_data
        return hand_pair_over(ref=ref, mentor_id=told["mentor"], why=told["why"], by=viewer_of(request), at=now())

    return _of_pair(request, ref, form, change, _("Handed over. Both have been told."), name="hand_form")


@require_POST
def end(request: HttpRequest, ref: str) -> HttpResponse:
    """End a pair."""
    pair_of_hr(viewer_of(request), ref, day=today())
    form = EndForm(request.POST)
    if not form.is_valid():
        return _pair(request, ref, forms={"end_form": form}, status=422)

    def change() -> object:
        told = form.cleaned_data
        return end_mentorship(ref=ref, on=told["on"], why=told["why"], left=form.left, by=viewer_of(request), at=now())

    return _of_pair(request, ref, form, change, _("Ended. Both have been told."), name="end_form")


def _of_pair(request: HttpRequest, ref: str, form: Form, change: Callable[[], object], done: str, *, name: str) -> HttpResponse:
    return _take(request, form, change, done, redirect("pair_of_hr", ref), lambda: _pair(request, ref, forms={name: form}, status=422))


def _take(
    request: HttpRequest, form: Form, change: Callable[[], object], done: str, then: HttpResponse, again: Callable[[], HttpResponse]
) -> HttpResponse:
    """Make the change; say at its form what it refused."""
    try:
        change()
    except (NotFound, NotYours):
        raise
    except Refused as refused:
        note(form, refused)
        response = again()
        response.status_code = refused.status
        return response
    messages.success(request, done)
    return then


def _pair(request: HttpRequest, ref: str, *, forms: dict[str, Form] | None = None, status: int = 200) -> HttpResponse:
    found = pair_of_hr(viewer_of(request), ref, day=today())
    shown = pair_shown(found, day=today())
    context = {
        "shown": shown,
        "answer_form": AnswerForm(),
        "hand_form": HandOverForm(mentors=shown.mentors),
        "end_form": EndForm(initial={"on": today()}),
        **(forms or {}),
    }
    return page(request, PAIR, context, status=status)
