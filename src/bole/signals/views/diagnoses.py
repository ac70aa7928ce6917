"""Diagnoses of missed targets: the list, one of them down to its evidence, what is decided, and the second person."""

import re
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.kit.clock import now, today
from bole.kit.middleware import words_of
from bole.kit.page import page, viewer_of
from bole.signals.actions.diagnoses import check_target, decide_target, set_missed_months
from bole.signals.forms_diagnoses import CheckForm, DecisionForm, MonthsForm
from bole.signals.queries.diagnoses import PAGE, OneDiagnosis, diagnoses_for, diagnosis_for
from bole.signals.queries.evidence import evidence_for
from bole.signals.queries.evidence_month import evidence_month_for
from bole.signals.refusals import MoreIsKnown
from bole.signals.shown.decisions import decision_shown, target_shown, waiting_words
from bole.signals.shown.diagnoses import (
    causes_shown,
    finding_of,
    gap_of,
    how_to_give,
    intro_of,
    list_shown,
    months_shown,
    proposal_words,
    state_of,
    title_of,
)
from bole.signals.shown.evidence import evidence_shown
from bole.signals.shown.evidence_month import month_of_evidence_shown
from bole.values.refusal import Invalid, NotFound

LIST, ONE, EVIDENCE = "signals/diagnoses.html", "signals/diagnosis.html", "signals/evidence.html"
MONTH_PAGE = "signals/evidence_month.html"
MONTH = re.compile(r"(?:19|20)\d{2}-(?:0[1-9]|1[0-2])", re.ASCII)


@require_GET
def diagnoses(request: HttpRequest) -> HttpResponse:
    """Show the diagnoses that the viewer may open, a page at a time."""
    return _list(request)


@require_POST
def months(request: HttpRequest) -> HttpResponse:
    """Set after how many missed months one opens."""
    form = MonthsForm(request.POST)
    if not form.is_valid():
        if not diagnoses_for(viewer_of(request), day=today()).may_set_months:
            raise NotFound
        return _list(request, form=form, status=422)
    set_missed_months(indicator="", months=form.cleaned_data["months"], by=viewer_of(request), at=now())
    messages.success(request, _("Saved. It holds from the next look on."))
    return redirect("signals:diagnoses")


@require_GET
def diagnosis(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one."""
    return _one(request, diagnosis_for(viewer_of(request), ref, day=today()))


@require_POST
def decide(request: HttpRequest, ref: str) -> HttpResponse:
    """Accept the proposed target, set another, or keep the old one."""
    viewer, one = viewer_of(request), diagnosis_for(viewer_of(request), ref, day=today())
    form = DecisionForm(request.POST, has_proposal=bool(one.row.result.get("proposal")))
    if not form.is_valid() and one.may_decide:
        return _one(request, one, decision=form, status=422)
    told = form.cleaned_data
    try:
        decide_target(
            ref=ref, kind=told.get("decision", ""), value=form.thousandths if form.is_valid() else None, reason=told.get("reason", ""),
            version=told.get("version") or 0, by=viewer, at=now(),
        )  # fmt: skip
    except Invalid as refused:
        form.add_error(refused.where if refused.where in form.fields else None, " ".join(words_of(refused)).strip())
        return _one(request, one, decision=form, status=422)
    except MoreIsKnown as refused:
        return _again(request, ref, refused)
    messages.success(request, _("Kept, with your reason. The team can read it."))
    return redirect("signals:diagnosis", ref)


def _again(request: HttpRequest, ref: str, refused: MoreIsKnown) -> HttpResponse:
    """Show what is known by now, with what was written."""
    one = diagnosis_for(viewer_of(request), ref, day=today())
    written = request.POST.copy()
    written["version"] = str(one.row.version)
    form = DecisionForm(written, has_proposal=bool(one.row.result.get("proposal")))
    form.add_error(None, words_of(refused)[0])
    return _one(request, one, decision=form, status=refused.status)


@require_POST
def check(request: HttpRequest, ref: str) -> HttpResponse:
    """Approve a new target, or send it back."""
    viewer, one = viewer_of(request), diagnosis_for(viewer_of(request), ref, day=today())
    form = CheckForm(request.POST)
    if not form.is_valid() and one.may_check:
        return _one(request, one, checking=form, status=422)
    told = form.cleaned_data
    try:
        check_target(ref=ref, approves=told.get("approves") == "yes", words=told.get("words", ""), by=viewer, at=now())
    except Invalid as refused:
        form.add_error(refused.where if refused.where in form.fields else None, " ".join(words_of(refused)).strip())
        return _one(request, one, checking=form, status=422)
    messages.success(request, _("Kept. The unit's head sees it."))
    return redirect("signals:diagnosis", ref)


@require_GET
def evidence(request: HttpRequest, ref: str, kind: str) -> HttpResponse:
    """Show the months behind a line of evidence."""
    return page(request, EVIDENCE, {"shown": evidence_shown(evidence_for(viewer_of(request), ref, kind, day=today()))})


@require_GET
def evidence_month(request: HttpRequest, ref: str, kind: str, month: str) -> HttpResponse:
    """Show a month of a line of evidence: what it stands on, and where the records are."""
    if not MONTH.fullmatch(month):
        raise NotFound
    found = evidence_month_for(viewer_of(request), ref, kind, date.fromisoformat(f"{month}-01"), day=today())
    return page(request, MONTH_PAGE, {"shown": month_of_evidence_shown(found)})


def _list(request: HttpRequest, *, form: MonthsForm | None = None, status: int = 200) -> HttpResponse:
    after = request.GET.get("after", "")
    found = diagnoses_for(viewer_of(request), day=today(), after=after, size=PAGE)
    context = {
        "rows": list_shown(found),
        "next_url": f"/diagnoses/?after={found.after}" if found.after else "",
        "first_url": "/diagnoses/" if after else "",
        "may_set_months": found.may_set_months,
        "months": found.months,
        "form": form or MonthsForm(initial={"months": found.months}),
    }
    return page(request, LIST, context, status=status)


def _one(
    request: HttpRequest, one: OneDiagnosis, *, decision: DecisionForm | None = None, checking: CheckForm | None = None, status: int = 200
) -> HttpResponse:
    row, result = one.row, one.row.result
    context = {
        "ref": row.ref, "title": title_of(row), "finding": finding_of(row), "state": state_of(row.state), "outcome": row.outcome,
        "sees_whole": one.sees_whole, "intro": intro_of(row) if result else "", "months": months_shown(row), "gap": gap_of(row),
        "causes": causes_shown(row), "ways": how_to_give(result.get("missing", ())) if result else [], "proposal": proposal_words(row),
        "targets": [target_shown(spell, row.rule) for spell in reversed(one.targets)],
        "decisions": [decision_shown(made, row) for made in one.decisions],
        "waiting": waiting_words(one) if row.state == "proposed" else "",
        "may_decide": one.may_decide, "may_check": one.may_check, "checking": checking or CheckForm(),
        "decision": decision or DecisionForm(has_proposal=bool(result.get("proposal")), initial={"version": row.version}),
    }  # fmt: skip
    return page(request, ONE, context, status=status)
