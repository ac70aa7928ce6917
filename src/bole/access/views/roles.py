"""Who holds which role."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.access.actions import end_role, grant_role
from bole.access.forms import GrantForm
from bole.access.grants import account_of, grant_of, grants_for, insist
from bole.access.registry import unit_names
from bole.access.rules import may_company
from bole.access.shown import roles_shown
from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.values.refusal import Invalid


@require_GET
def roles(request: HttpRequest) -> HttpResponse:
    """Show who holds which role."""
    return _show(request)


@require_POST
def grant(request: HttpRequest) -> HttpResponse:
    """Grant a role."""
    insist(viewer_of(request))
    form = GrantForm(request.POST, units=unit_names(today()))
    if not form.is_valid():
        return _show(request, form, status=422)
    given = form.cleaned_data
    account = account_of(given["login"])
    if account is None:
        form.add_error("login", _("Nobody signs in with this staff number."))
        return _show(request, form, status=422)
    try:
        grant_role(account_id=account, role=given["role"], unit_ref=given["unit_ref"], by=viewer_of(request), at=now())
    except Invalid as refused:
        note(form, refused)
        return _show(request, form, status=422)
    messages.success(request, _("Granted. It holds from the next click on."))
    return redirect("roles")


@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """End a role."""
    insist(viewer_of(request))
    found = grant_of(*(request.POST.get(name, "") for name in ("login", "role", "unit_ref")))
    end_role(grant_id=found, by=viewer_of(request), at=now())
    messages.success(request, _("Ended."))
    return redirect("roles")


def _show(request: HttpRequest, form: GrantForm | None = None, *, status: int = 200) -> HttpResponse:
    viewer, units = viewer_of(request), unit_names(today())
    context = {
        "groups": roles_shown(grants_for(viewer), units),
        "form": form or GrantForm(units=units),
        "may_change": may_company(viewer, "change", "roles"),
    }
    return page(request, "access/roles.html", context, status=status)
