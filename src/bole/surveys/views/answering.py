"""What waits for somebody, and answering it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.kit.phone.middleware import without_trace
from bole.surveys.actions import answer
from bole.surveys.forms import AnswerForm
from bole.surveys.queries.waiting import RoundRow, round_for, rounds_for
from bole.surveys.refusals import AnsweredAlready
from bole.surveys.registry import question_set
from bole.surveys.shown.rounds import about_words, rows_shown, until_words
from bole.values.refusal import Invalid


@require_GET
def surveys(request: HttpRequest) -> HttpResponse:
    """List what waits for whoever asks, and what can still be changed."""
    rows = rows_shown(rounds_for(viewer_of(request), day=today()))
    waiting, answered = [one for one in rows if not one.has_answered], [one for one in rows if one.has_answered]
    return page(request, "surveys/surveys.html", {"waiting": waiting, "answered": answered})


@without_trace
@require_http_methods(["GET", "POST"])
def survey(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask the questions, and take the answers."""
    found = round_for(viewer_of(request), ref, day=today())
    questions = question_set(found.questions)
    if request.method == "GET":
        return _show(request, found, AnswerForm(questions=questions, initial={"again": found.has_answered}))
    form = AnswerForm(request.POST, questions=questions)
    if not form.is_valid():
        return _show(request, found, form, status=422)
    again = form.cleaned_data.pop("again")
    try:
        times = answer(round_ref=ref, values=form.cleaned_data, again=again, by=viewer_of(request), at=now())
    except (Invalid, AnsweredAlready) as refused:
        note(form, refused)
        return _show(request, found, form, status=refused.status)
    messages.success(request, _("Thank you. This was no. %(n)s; it is joined with the others.") % {"n": times})
    return redirect("surveys")


def _show(request: HttpRequest, found: RoundRow, form: AnswerForm, *, status: int = 200) -> HttpResponse:
    kind = found.kind
    context = {
        "url": request.path,
        "form": form,
        "title": _(kind.title),
        "about": about_words(found.person),
        "promise": _(kind.promise),
        "urgent": _(kind.urgent) if kind.urgent else "",
        "help_url": kind.help_url,
        "until": until_words(found),
        "has_answered": found.has_answered,
    }
    return page(request, "surveys/survey.html", context, status=status)
