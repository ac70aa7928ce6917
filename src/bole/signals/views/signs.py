"""Signs of gaming: evidence for HR, and what HR found."""

from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.kit.clock import now, today
from bole.kit.page import page, viewer_of
from bole.signals.actions.signs import decide_sign
from bole.signals.forms_signs import SignForm
from bole.signals.queries.foresight import foresights_for
from bole.signals.queries.signs import SignRow, sign_for, signs_for
from bole.signals.shown.amounts import month_words
from bole.signals.shown.foresight import foresight_shown, title_of_foresight
from bole.signals.shown.signs import sign_shown
from bole.values.refusal import NotYours

PAGE, AHEAD = "signals/signs.html", "signals/foresight.html"


@require_GET
def signs(request: HttpRequest) -> HttpResponse:
    """Show the signs, a page at a time."""
    return _show(request)


@require_POST
def decide(request: HttpRequest, ref: str) -> HttpResponse:
    """Note what HR found."""
    viewer, form = viewer_of(request), SignForm(request.POST)
    one = sign_for(viewer, ref, day=today())
    if not one.may_decide:
        raise NotYours
    if not form.is_valid():
        return _show(request, bad=one, bad_form=form, status=422)
    told = form.cleaned_data
    decide_sign(ref=ref, outcome=told["outcome"], words=told["words"], version=told["version"], by=viewer, at=now())
    messages.success(request, _("Noted. Nothing else follows by itself."))
    return redirect("signals:signs")


@require_GET
def foresight(request: HttpRequest) -> HttpResponse:
    """Show the chance of each unit's target in the month to come."""
    ahead, rows = foresights_for(viewer_of(request), day=today())
    context = {"title": title_of_foresight(rows), "month": month_words(ahead), "rows": [foresight_shown(one) for one in rows]}
    return page(request, AHEAD, context)


def _show(request: HttpRequest, *, bad: SignRow | None = None, bad_form: SignForm | None = None, status: int = 200) -> HttpResponse:
    """Show a page of the list; a refused form stands alone where its sign is on another page than the first."""
    found = signs_for(viewer_of(request), day=today(), after="" if bad else request.GET.get("after", ""))
    is_elsewhere = bad is not None and bad.ref not in {one.ref for one in found.rows}
    shown = [sign_shown(one) for one in ([bad] if bad and is_elsewhere else found.rows)]
    context = {
        "forms": [
            (one, bad_form if bad and one.ref == bad.ref else SignForm(auto_id=f"id_{one.ref}_%s", initial={"version": one.version}))
            for one in shown
        ],
        "waiting": found.waiting,
        "next_url": f"/company/signs/?after={quote(found.after, safe='')}" if found.after and not is_elsewhere else "",
        "first_url": "" if found.is_first and not is_elsewhere else "/company/signs/",
    }
    return page(request, PAGE, context, status=status)
