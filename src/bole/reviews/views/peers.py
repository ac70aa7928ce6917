"""Peer rating: colleagues tap, HR and heads open and close rounds."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.kit.phone.middleware import without_trace
from bole.reviews.actions.peers import close_peer_round, open_peer_round, rate_colleagues
from bole.reviews.forms_peers import PeerRoundForm, RateForm
from bole.reviews.peer_questions import PEER, PEER_QUESTIONS, RATING
from bole.reviews.queries.peers import PeerRounds, RateeRow, open_ratees_of, peer_round_for, peer_rounds_for, round_of
from bole.reviews.refusals import OpenAlready
from bole.reviews.shown.peers import row_shown, whole_shown
from bole.values.refusal import Invalid, NotYours


@without_trace
@require_http_methods(["GET", "POST"])
def rate(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask about each colleague, and take what was tapped."""
    ratees = open_ratees_of(viewer_of(request), ref, day=today())
    if request.method == "GET":
        return _ask(request, ref, ratees, RateForm(ratees=ratees))
    form = RateForm(request.POST, ratees=ratees)
    if not form.is_valid():
        return _ask(request, ref, ratees, form, status=422)
    try:
        rated = rate_colleagues(round_ref=ref, ratings=form.ratings, by=viewer_of(request), at=now())
    except Invalid as refused:
        note(form, refused)
        return _ask(request, ref, ratees, form, status=422)
    messages.success(request, _("Thank you. %(n)s rated; it is joined with the others when the round closes.") % {"n": rated})
    return redirect("surveys")


@require_GET
def rounds(request: HttpRequest) -> HttpResponse:
    """List the rounds, and offer to open one."""
    found = peer_rounds_for(viewer_of(request), day=today())
    return _list(request, found, PeerRoundForm(units=found.units, day=today()))


@require_POST
def open_round(request: HttpRequest) -> HttpResponse:
    """Open a round."""
    found = peer_rounds_for(viewer_of(request), day=today())
    if not found.units:
        raise NotYours
    form = PeerRoundForm(request.POST, units=found.units, day=today())
    if not form.is_valid():
        return _list(request, found, form, status=422)
    told = form.cleaned_data
    try:
        made = open_peer_round(
            unit_ref=told["unit"], first_day=told["first_day"], last_day=told["last_day"], closes_on=told["closes_on"],
            by=viewer_of(request), at=now(),
        )  # fmt: skip
    except (Invalid, OpenAlready) as refused:
        note(form, refused)
        return _list(request, found, form, status=refused.status)
    messages.success(request, _("Opened. Whoever is asked finds it on the home page."))
    return redirect("peer_round", made.ref)


@require_GET
def one_round(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a round with those who are rated."""
    return page(request, "reviews/peer_round.html", {"shown": whole_shown(peer_round_for(viewer_of(request), ref, day=today()))})


@require_POST
def close_round(request: HttpRequest, ref: str) -> HttpResponse:
    """Close a round before its last day."""
    rated = close_peer_round(ref=ref, by=viewer_of(request), at=now())
    messages.success(request, _("Closed. %(n)s people have a result.") % {"n": rated})
    return redirect("peer_round", ref)


def _ask(request: HttpRequest, ref: str, ratees: list[RateeRow], form: RateForm, *, status: int = 200) -> HttpResponse:
    found, question = round_of(ref), PEER_QUESTIONS.question(RATING)
    context = {
        "url": request.path,
        "form": form,
        "title": _(question.words) if question else "",
        "first_day": found.first_day,
        "last_day": found.last_day,
        "closes_on": found.closes_on,
        "promise": _(PEER.promise),
        "left": sum(not one.is_rated for one in ratees),
    }
    return page(request, "reviews/rate.html", context, status=status)


def _list(request: HttpRequest, found: PeerRounds, form: PeerRoundForm, *, status: int = 200) -> HttpResponse:
    context = {"rows": [row_shown(one) for one in found.rows], "form": form, "may_open": bool(found.units)}
    return page(request, "reviews/peer_rounds.html", context, status=status)
