"""Ratings of years: the list, one year and its closing, earlier years from a file, one person's corrections."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.access.rules import insist, may_company
from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.kit.table_file.looking import looked_at
from bole.kit.ui.words import points
from bole.scoring.actions.years import close_year, decide_year_correction, propose_year_correction, set_scale
from bole.scoring.forms_years import CorrectionForm, RatingFileForm, ScaleForm
from bole.scoring.queries.year_pages import PersonYear, YearPage, one_year, person_year
from bole.scoring.queries.year_pages import years as all_years
from bole.scoring.rules.ratings import LEVELS
from bole.scoring.rules.rounding import five_point
from bole.scoring.shown import years as shown
from bole.scoring.taking_ratings import RatingLook, look_at_ratings, take_looked_at
from bole.values.refusal import Invalid

LIST, ONE, PERSON, FILE = "scoring/years.html", "scoring/year.html", "scoring/year_person.html", "scoring/years_file.html"


@require_GET
def years(request: HttpRequest) -> HttpResponse:
    """Show the years and what waits for a second person."""
    viewer = viewer_of(request)
    found = all_years(viewer, day=today())
    context = {
        "lines": [shown.line_shown(one) for one in found.lines],
        "waiting": [shown.correction_shown(one) for one in found.waiting],
        "may_import": may_company(viewer, "change", "imports"),
        "may_decide": may_company(viewer, "approve", "years"),
    }
    return page(request, LIST, context)


@require_GET
def year(request: HttpRequest, year: int) -> HttpResponse:
    """Show a year: as it was closed, or as it would be."""
    found = one_year(viewer_of(request), year, day=today())
    return _year_page(request, found, _scale_form(found))


@require_POST
def scale(request: HttpRequest, year: int) -> HttpResponse:
    """Set the scale of a year."""
    viewer, form = viewer_of(request), ScaleForm(request.POST)
    insist(viewer, "change", "years")
    if form.is_valid():
        told = form.cleaned_data
        try:
            set_scale(year=year, bands=form.bands, excellent=told["excellent"], version=told["version"], by=viewer, at=now())
        except Invalid as refused:
            note(form, refused)
        else:
            messages.success(request, _("Saved."))
            return redirect("rating_year", year)
    return _year_page(request, one_year(viewer, year, day=today()), form, status=422)


@require_POST
def close(request: HttpRequest, year: int) -> HttpResponse:
    """Close a year."""
    insist(viewer_of(request), "change", "years")
    made = close_year(year=year, by=viewer_of(request), at=now())
    messages.success(request, _("%(n)s people are rated.") % {"n": made.people})
    return redirect("rating_year", year)


@require_http_methods(["GET", "POST"])
def file(request: HttpRequest) -> HttpResponse:
    """Ask for a file with earlier ratings, and show what it would do."""
    viewer = viewer_of(request)
    insist(viewer, "read" if request.method == "GET" else "change", "imports")
    if request.method == "GET":
        return _file_page(request, RatingFileForm())
    form = RatingFileForm(request.POST, request.FILES)
    look = looked_at(form, lambda body, name: look_at_ratings(body=body, name=name, most=form.cleaned_data["most"], by=viewer, at=now()))
    return _file_page(request, form, look=look, status=200 if look and not look.problems else 422)


@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Take what was looked at."""
    insist(viewer_of(request), "change", "imports")
    count = take_looked_at(sealed=request.POST.get("look", ""), by=viewer_of(request), at=now())
    messages.success(request, _("%(n)s ratings were taken over, verified by you.") % {"n": count})
    return redirect("rating_years")


@require_GET
def person(request: HttpRequest, year: int, number: str) -> HttpResponse:
    """Show every revision of a person's rating of a year."""
    found = person_year(viewer_of(request), year, number, day=today(), at=now())
    return _person_page(request, found, CorrectionForm())


@require_POST
def propose(request: HttpRequest, year: int, number: str) -> HttpResponse:
    """Propose another rating for one person."""
    viewer, form = viewer_of(request), CorrectionForm(request.POST)
    found = person_year(viewer, year, number, day=today(), at=now())
    insist(viewer, "change", "years")
    if form.is_valid():
        told = form.cleaned_data
        try:
            propose_year_correction(
                person_id=found.card.person_id, year=year, score=form.hundredths, level=told["level"], reason=told["reason"], by=viewer,
                at=now(),
            )  # fmt: skip
        except Invalid as refused:
            note(form, refused)
        else:
            messages.success(request, _("Proposed. Another person decides."))
            return redirect("rating_of_person", year, found.card.number)
    return _person_page(request, found, form, status=422)


@require_POST
def decide(request: HttpRequest, ref: str) -> HttpResponse:
    """Approve or decline a correction that somebody else proposed."""
    approves = request.POST.get("decision") == "approve"
    decide_year_correction(ref=ref, approves=approves, by=viewer_of(request), at=now())
    messages.success(request, _("Approved. Every revision is kept.") if approves else _("Declined."))
    return redirect("rating_years")


def _scale_form(found: YearPage) -> ScaleForm:
    bands = {f"band_{level}": points(five_point(found.scale.bands[level]), 2) for level in LEVELS[:-1]}
    return ScaleForm(initial={**bands, "excellent": list(found.scale.excellent), "version": found.scale.version})


def _year_page(request: HttpRequest, found: YearPage, form: ScaleForm, *, status: int = 200) -> HttpResponse:
    may_change = may_company(viewer_of(request), "change", "years")
    context = {"shown": shown.page_shown(found), "year": found.year, "form": form, "may_change": may_change}
    return page(request, ONE, context, status=status)


def _person_page(request: HttpRequest, found: PersonYear, form: CorrectionForm, *, status: int = 200) -> HttpResponse:
    viewer = viewer_of(request)
    corrections = [shown.correction_shown(one) for one in found.corrections]
    is_other = viewer.person_id != found.card.person_id
    context = {
        "title": shown.person_title(found),
        "card": found.card,
        "year": found.year,
        "revisions": [shown.revision_shown(one) for one in found.revisions],
        "corrections": corrections,
        "form": form,
        "may_propose": may_company(viewer, "change", "years") and is_other and not any(one.is_open for one in corrections),
        "may_decide": may_company(viewer, "approve", "years") and is_other,
    }
    return page(request, PERSON, context, status=status)


def _file_page(request: HttpRequest, form: RatingFileForm, *, look: RatingLook | None = None, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "look": look,
        "words": shown.look_words(look) if look else "",
        "may_import": may_company(viewer_of(request), "change", "imports"),
    }
    return page(request, FILE, context, status=status)
