"""Closing periods, what came after, and opening one person's again by two people."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.access.rules import insist, may_company
from bole.kit.clock import now, today
from bole.kit.page import page, viewer_of
from bole.scoring.actions import close_period, decide_reopening, propose_reopening
from bole.scoring.forms_closing import ProposalForm
from bole.scoring.queries.closings import PersonClosing, closings, one_closing, person_closing
from bole.scoring.shown import closings as shown
from bole.scoring.shown.periods import period_words
from bole.values.period import Period, UnknownPeriod
from bole.values.refusal import NotFound

LIST, ONE, PERSON = "scoring/closings.html", "scoring/closings_period.html", "scoring/closings_person.html"


@require_GET
def periods(request: HttpRequest) -> HttpResponse:
    """Show the periods, open and closed, and what waits for a second person."""
    viewer = viewer_of(request)
    found = closings(viewer, day=today(), before=request.GET.get("before", ""))
    context = {
        "title": shown.title_of(found),
        "open": [shown.open_shown(one) for one in found.open],
        "closed": [shown.closed_shown(one) for one in found.closed],
        "waiting": [shown.proposal_shown(found.cards[one.person_id], one) for one in found.waiting],
        "next_url": f"?before={found.next_before}" if found.next_before else "",
        "may_close": may_company(viewer, "change", "closing"),
        "may_decide": may_company(viewer, "approve", "closing"),
    }
    return page(request, LIST, context)


@require_POST
def close(request: HttpRequest, code: str) -> HttpResponse:
    """Close a period."""
    insist(viewer_of(request), "change", "closing")
    made = close_period(period=_period(code), by=viewer_of(request), at=now())
    messages.success(request, _("Closed for %(people)s people.") % {"people": made.people})
    return redirect("closings")


@require_GET
def period(request: HttpRequest, code: str) -> HttpResponse:
    """Show a closed period and who has late changes; `number` leads to that person."""
    number = request.GET.get("number", "").strip()
    if "/" in number:
        raise NotFound(where="number")  # no address could lead there
    if number:
        return redirect("closing_of_person", _period(code).code, number)
    viewer = viewer_of(request)
    found = one_closing(viewer, _period(code).code, day=today(), at=now(), after=request.GET.get("after", ""))
    context = {
        "title": shown.one_title(found),
        "words": shown.one_words(found),
        "late": [shown.late_shown(card, one) for card, one in found.late],
        "proposals": [shown.proposal_shown(card, one) for card, one in found.proposals],
        "next_url": f"?after={found.next_after}" if found.next_after else "",
    }
    return page(request, ONE, context)


@require_GET
def person(request: HttpRequest, code: str, number: str) -> HttpResponse:
    """Show one person's closed period: every revision, and what came later."""
    found = person_closing(viewer_of(request), _period(code).code, number, day=today(), at=now())
    return _person_page(request, found, ProposalForm())


@require_POST
def propose(request: HttpRequest, code: str, number: str) -> HttpResponse:
    """Propose to open one person's closed period again."""
    viewer, form, which = viewer_of(request), ProposalForm(request.POST), _period(code)
    found = person_closing(viewer, which.code, number, day=today(), at=now())
    if not form.is_valid():
        return _person_page(request, found, form, status=422)
    propose_reopening(person_id=found.card.person_id, period=which, reason=form.cleaned_data["reason"], by=viewer, at=now())
    messages.success(request, _("Proposed. Another person decides."))
    return redirect("closing_of_person", which.code, found.card.number)


@require_POST
def decide(request: HttpRequest, ref: str) -> HttpResponse:
    """Approve or decline a proposal that somebody else made."""
    approves = request.POST.get("decision") == "approve"
    decide_reopening(ref=ref, approves=approves, by=viewer_of(request), at=now())
    messages.success(request, _("Approved. The score is frozen again; both revisions are kept.") if approves else _("Declined."))
    return redirect("closings")


def _person_page(request: HttpRequest, found: PersonClosing, form: ProposalForm, *, status: int = 200) -> HttpResponse:
    viewer = viewer_of(request)
    proposals = [shown.proposal_shown(found.card, one) for one in found.proposals]
    changes = may_company(viewer, "change", "closing") and viewer.person_id != found.card.person_id
    context = {
        "card": found.card,
        "period": period_words(found.period),
        "code": found.period.code,
        "words": shown.person_words(found),
        "revisions": [shown.revision_shown(one) for one in found.revisions],
        "proposals": proposals,
        "form": form,
        "may_propose": changes and not any(one.is_open for one in proposals),
        "may_decide": may_company(viewer, "approve", "closing") and viewer.person_id != found.card.person_id,
    }
    return page(request, PERSON, context, status=status)


def _period(code: str) -> Period:
    """Return the period of an address.

    :raises NotFound: if it names none
    """
    try:
        return Period.parse(code)
    except UnknownPeriod as wrong:
        raise NotFound(where="period") from wrong
