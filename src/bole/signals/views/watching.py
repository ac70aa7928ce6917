"""What the company watches: HR's settings, and what came of each kind."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.access.rules import may_company
from bole.kit.clock import now, today
from bole.kit.page import page, viewer_of
from bole.signals.actions import set_watch
from bole.signals.forms import WatchForm
from bole.signals.queries import watch_rows
from bole.signals.shown.watching import watch_shown

PAGE = "signals/watch.html"


@require_GET
def watch(request: HttpRequest) -> HttpResponse:
    """Show what is watched."""
    return page(request, PAGE, _context(request))


@require_POST
def change(request: HttpRequest, code: str) -> HttpResponse:
    """Change how an indicator is watched."""
    form = WatchForm(request.POST)
    if not form.is_valid():
        return page(request, PAGE, _context(request, refused=code, form=form), status=422)
    told = form.cleaned_data
    set_watch(
        indicator=code, is_on=told["is_on"], grace_days=told["grace_days"], version=told["version"], by=viewer_of(request), at=now()
    )  # fmt: skip
    messages.success(request, _("Saved. It holds for what is noticed from now on."))
    return redirect("signals:watch")


def _context(request: HttpRequest, *, refused: str = "", form: WatchForm | None = None) -> dict[str, object]:
    viewer = viewer_of(request)
    rows = [watch_shown(one) for one in watch_rows(viewer, day=today())]
    may_change = may_company(viewer, "change", "watching")
    return {"rows": rows, "may_change": may_change, "refused": refused, "form": form}
