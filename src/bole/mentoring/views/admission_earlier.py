"""HR's page to take over mentoring from before the system."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bole.access.rules import insist, may_company
from bole.kit.clock import now
from bole.kit.page import page, viewer_of
from bole.kit.table_file.looking import looked_at
from bole.mentoring.admission_earlier import EarlierLook, look_at_earlier, take_looked_at
from bole.mentoring.forms_admission import EarlierFileForm
from bole.mentoring.shown.admission_rules import look_words

FILE = "mentoring/earlier.html"


@require_http_methods(["GET", "POST"])
def file(request: HttpRequest) -> HttpResponse:
    """Ask for a file, and show what it would do."""
    viewer = viewer_of(request)
    insist(viewer, "read" if request.method == "GET" else "change", "imports")
    if request.method == "GET":
        return _page(request, EarlierFileForm())
    form = EarlierFileForm(request.POST, request.FILES)
    look = looked_at(
        form,
        lambda body, name: look_at_earlier(body=body, name=name, framework=form.cleaned_data["framework"], by=viewer, at=now()),
    )
    return _page(request, form, look=look, status=200 if look and not look.problems else 422)


@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Take what was looked at."""
    insist(viewer_of(request), "change", "imports")
    count = take_looked_at(sealed=request.POST.get("look", ""), by=viewer_of(request), at=now())
    messages.success(request, _("%(n)s mentorships were taken over, verified by you.") % {"n": count})
    return redirect("mentor_applications")


def _page(request: HttpRequest, form: EarlierFileForm, *, look: EarlierLook | None = None, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "look": look,
        "words": look_words(look) if look else "",
        "may_import": may_company(viewer_of(request), "change", "imports"),
    }
    return page(request, FILE, context, status=status)
