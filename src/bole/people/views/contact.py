"""Private contact and birthday: on one's own page, and on HR's file of a person."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.people.actions import change_contact
from bole.people.forms import ContactForm
from bole.people.queries.contacts import PrivateContact, contact_of_person, own_contact
from bole.people.rules.refusals import ChangedMeanwhile
from bole.people.shown.files import both_versions
from bole.values.refusal import Invalid


@require_http_methods(["GET", "POST"])
def own(request: HttpRequest) -> HttpResponse:
    """Show and change one's own."""
    return _answer(request, own_contact(viewer_of(request), day=today()), "own_contact")


@require_http_methods(["GET", "POST"])
def of_person(request: HttpRequest, number: str) -> HttpResponse:
    """Show and change somebody's, as HR that looks after the person."""
    return _answer(request, contact_of_person(viewer_of(request), number, day=today(), at=now()), "contact_of_person", number)


def _answer(request: HttpRequest, found: PrivateContact, *address: str) -> HttpResponse:
    begun = {"mobile": found.contact.mobile, "birthday": found.contact.birthday, "version": found.card.version}
    form = ContactForm(request.POST or None, initial=begun)
    if request.method == "GET":
        return _page(request, found, form)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    try:
        change_contact(person_id=found.card.person_id, by=viewer_of(request), at=now(), **form.cleaned_data)
    except ChangedMeanwhile as stale:
        form.data = {**form.data, "version": str(found.card.version)}
        return _page(request, found, form, status=409, stale=stale)
    except Invalid as refused:
        note(form, refused)
        return _page(request, found, form, status=422)
    messages.success(request, _("Saved."))
    return redirect(*address)


def _page(
    request: HttpRequest, found: PrivateContact, form: ContactForm, *, status: int = 200, stale: ChangedMeanwhile | None = None
) -> HttpResponse:
    context: dict[str, object] = {"found": found, "form": form, "name": found.card.name, "number": found.card.number}
    if stale is not None:
        context |= both_versions(stale)
    return page(request, "people/contact.html", context, status=status)
