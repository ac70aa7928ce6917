"""Ways in beside the password: how we stand with WeCom, DingTalk and Feishu, and whose user is whose."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.access.forms_ways_in import ProviderUserForm, WayInForm
from bole.access.grants import account_of
from bole.access.rules import insist, may_company
from bole.access.shown_ways_in import way_shown
from bole.accounts.actions import map_user, open_provider, save_provider, shut_provider, unmap_user
from bole.accounts.queries import ProviderRow, provider_rows, users_of
from bole.kit.clock import now
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.values.refusal import Invalid, NotFound, NotYours, Stale


@require_GET
def ways_in(request: HttpRequest) -> HttpResponse:
    """Show the providers and how each stands."""
    insist(viewer_of(request), "read", "sign_in")
    return page(request, "access/ways_in.html", {"ways": [way_shown(row) for row in provider_rows()]})


@require_GET
def way_in(request: HttpRequest, code: str) -> HttpResponse:
    """Show how we stand with a provider, and whose user is whose."""
    return _show(request, _row(request, code))


@require_POST
def save(request: HttpRequest, code: str) -> HttpResponse:
    """Keep how we stand with a provider; nobody signs in by it until another opens it."""
    row = _row(request, code)
    insist(viewer_of(request), "change", "sign_in")
    form = WayInForm(request.POST, row=row)
    if not form.is_valid():
        return _show(request, row, form=form, status=422)
    try:
        save_provider(code=code, **form.given(), by=viewer_of(request), at=now())
    except (Invalid, Stale) as refused:
        note(form, refused)
        return _show(request, row, form=form, status=refused.status)
    messages.success(request, _("Saved. An HR admin opens it; until then nobody signs in by it."))
    return redirect("way_in", code)


@require_POST
def open_it(request: HttpRequest, code: str) -> HttpResponse:
    """Let people sign in by a provider."""
    row = _row(request, code)
    insist(viewer_of(request), "approve", "sign_in")
    version = request.POST.get("version", "")
    try:
        open_provider(code=code, version=int(version) if version.isdigit() else 0, by=viewer_of(request), at=now())
    except (Invalid, Stale) as refused:
        form = WayInForm({}, row=row)
        form.errors.clear()
        note(form, refused)
        return _show(request, row, form=form, status=refused.status)
    messages.success(request, _("Open. People can sign in by it from now on."))
    return redirect("way_in", code)


@require_POST
def shut(request: HttpRequest, code: str) -> HttpResponse:
    """Let nobody sign in by a provider any more."""
    _row(request, code)
    if not any(may_company(viewer_of(request), verb, "sign_in") for verb in ("change", "approve")):
        raise NotYours
    shut_provider(code=code, by=viewer_of(request), at=now())
    messages.success(request, _("Shut. Nobody signs in by it any more; sessions that stand go on."))
    return redirect("way_in", code)


@require_POST
def add_user(request: HttpRequest, code: str) -> HttpResponse:
    """Say which account a user signs in to."""
    row = _row(request, code)
    insist(viewer_of(request), "approve", "sign_in")
    form = ProviderUserForm(request.POST)
    account = account_of(form.cleaned_data["login"]) if form.is_valid() else None
    if form.is_valid() and account is None:
        form.add_error("login", _("Nobody signs in with this staff number."))
    if account is None:
        return _show(request, row, user_form=form, status=422)
    try:
        map_user(provider=code, user_id=form.cleaned_data["user_id"], account_id=account, by=viewer_of(request), at=now())
    except Invalid as refused:
        note(form, refused)
        return _show(request, row, user_form=form, status=422)
    messages.success(request, _("Linked."))
    return redirect("way_in", code)


@require_POST
def end_user(request: HttpRequest, ref: str) -> HttpResponse:
    """End that a user signs in to an account."""
    insist(viewer_of(request), "approve", "sign_in")
    unmap_user(ref=ref, by=viewer_of(request), at=now())
    messages.success(request, _("Ended, and the account was signed out everywhere."))
    return redirect("ways_in")


def _row(request: HttpRequest, code: str) -> ProviderRow:
    """Return how we stand with a provider.

    :raises NotFound: if the ways in are not open to the viewer, or there is no such provider
    """
    insist(viewer_of(request), "read", "sign_in")
    found = next((row for row in provider_rows() if row.code == code), None)
    if found is None:
        raise NotFound
    return found


def _show(
    request: HttpRequest, row: ProviderRow, *, form: WayInForm | None = None, user_form: ProviderUserForm | None = None, status: int = 200
) -> HttpResponse:
    viewer = viewer_of(request)
    may_approve = may_company(viewer, "approve", "sign_in")
    context = {
        "shown": way_shown(row),
        "row": row,
        "form": form or WayInForm(row=row),
        "user_form": user_form or ProviderUserForm(),
        "users": users_of(row.code),
        "may_change": may_company(viewer, "change", "sign_in"),
        "may_approve": may_approve,
        "may_open": may_approve and not row.is_on and row.version > 0 and row.written_by != viewer.account_id,
    }
    return page(request, "access/way_in.html", context, status=status)
