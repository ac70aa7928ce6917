"""What every form of HR's does: it shows what is kept, saves what was typed, and says what was refused beside its field."""

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from bole.kit.forms import note
from bole.kit.page import page
from bole.values.refusal import Refused


def edit(
    request: HttpRequest, form: Form, save: Callable[[], object], title: str, back: str, *, template: str = "growth/keep.html",
    more: Mapping[str, object] | None = None,
) -> HttpResponse:  # fmt: skip
    """Show a form, or save what was typed and lead back."""
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        try:
            save()
        except Refused as refused:
            note(form, refused)
            status = refused.status
        else:
            messages.success(request, _("Saved."))
            return redirect(back)
    context = {"form": form, "title": title, "back": back, "url": request.path, **(more or {})}
    return page(request, template, context, status=status)
