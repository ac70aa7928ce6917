"""Writing feedback: whom to, what, and who will read it."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.middleware import words_of
from bole.kit.page import page, swaps, viewer_of
from bole.reviews.actions import keep_draft, send_feedback
from bole.reviews.forms import FeedbackForm
from bole.reviews.queries.abouts import about_for, choices_for
from bole.reviews.queries.alerts import alert_to_handle
from bole.reviews.queries.recipients import Recipient, insist_on_person, people_to_choose, recipient_for
from bole.reviews.refusals import ForAnotherCompany, NotOpenToYou, ReadersChanged, Unknown
from bole.reviews.refusals import ToOneself as Oneself
from bole.reviews.rules.about import About
from bole.reviews.rules.followed import look_again_on
from bole.reviews.shown.feedback import ALONE, KINDS, about_choices, person_shown, reader_choices
from bole.reviews.shown.naming import name_of
from bole.values.refusal import Invalid, NotFound, Refused

WRITE, CHOOSE = "reviews/write.html", "reviews/choose.html"


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Choose whom to write to, write, and send."""
    number, alert_ref = request.GET.get("to", ""), request.GET.get("alert", "")
    if alert_ref:
        handled = alert_to_handle(viewer_of(request), alert_ref, at=now())
        return redirect(f"/feedback/new/?{urlencode({'to': handled.number, 'kind': 'advice', 'about': f'alert:{alert_ref}'})}")
    if not number:
        return _choose(request)
    try:
        found = recipient_for(viewer_of(request), number, day=today())
    except NotFound:
        if request.method == "GET":
            raise
        return _choose(request, refused=Unknown(number=number[:40]))
    if found.is_own or found.is_external:
        return _choose(request, refused=Oneself() if found.is_own else ForAnotherCompany(name=name_of(found.card)))
    return _send(request, found) if request.method == "POST" else _write(request, found, _form(request, found))


@require_POST
def draft(request: HttpRequest) -> HttpResponse:
    """Keep what is being written, so that it is there again after a session that ended."""
    viewer, told = viewer_of(request), request.POST
    person = insist_on_person(viewer, request.GET.get("to", ""), day=today())
    once, kind, words = (told.get(name, "") for name in ("once", "kind", "words"))
    keep_draft(once=once, recipient_id=person, kind=kind, words=words, by=viewer, at=now())
    return HttpResponse(status=204)


def _send(request: HttpRequest, found: Recipient) -> HttpResponse:
    form = _form(request, found)
    if not form.is_valid():
        return _write(request, found, form, status=422)
    told = form.cleaned_data
    try:
        made = send_feedback(
            once=told["once"],
            recipient_id=found.card.person_id,
            kind=told["kind"],
            words=told["words"],
            about=_about(request, found, told["about"], told["kind"]),
            shared_with_id=found.manager.person_id if told["reader"] != ALONE and found.manager else None,
            by=viewer_of(request),
            at=now(),
        )
    except (Invalid, ReadersChanged) as refused:
        note(form, refused)
        return _write(request, found, form, status=refused.status)
    messages.success(request, _("Sent to %(name)s") % {"name": name_of(found.card)})
    return redirect("feedback_piece", made.ref)


def _form(request: HttpRequest, found: Recipient) -> FeedbackForm:
    """Return the form: empty with what the address says and the draft holds, or as it was sent."""
    asked = request.GET.get("kind", "")
    kind = asked if asked in KINDS else found.draft_kind or "praise"
    given = _given(request, found, request.GET.get("about", ""), kind)
    abouts = about_choices(choices_for(viewer_of(request), found.card.person_id, day=today()), given)
    about = abouts[1][0] if given is not None else ""
    initial = {"kind": kind, "words": found.draft_words, "about": about}
    data = request.POST if request.method == "POST" else None
    return FeedbackForm(data, initial=initial, abouts=abouts, readers=reader_choices(found))


def _about(request: HttpRequest, found: Recipient, text: str, kind: str) -> About | None:
    return about_for(viewer_of(request), text, recipient_id=found.card.person_id, kind=kind, day=today(), at=now())


def _given(request: HttpRequest, found: Recipient, text: str, kind: str) -> About | None:
    """Return what the address says that it is about; nothing if that is not open to who asks."""
    try:
        return _about(request, found, text, kind)
    except NotOpenToYou:
        return None


def _write(request: HttpRequest, found: Recipient, form: FeedbackForm, *, status: int = 200) -> HttpResponse:
    query = urlencode([(key, request.GET[key]) for key in ("to", "kind", "about") if key in request.GET])
    context = {
        "form": form,
        "name": name_of(found.card),
        "person": person_shown(found.card, ""),
        "url": f"/feedback/new/?{query}",
        "draft_url": f"/feedback/draft/?to={found.card.number}",
        "has_draft": bool(found.draft_words) and not form.is_bound,
        "has_abouts": len(form.fields["about"].choices) > 1,  # type: ignore[attr-defined]  # a ChoiceField
        "readers": reader_choices(found),
        "look_again_on": look_again_on(today()) if request.GET.get("about", "").startswith("alert:") else None,
    }
    return page(request, WRITE, context, status=status)


def _choose(request: HttpRequest, *, refused: Refused | None = None) -> HttpResponse:
    text = request.GET.get("q", "").strip()
    found = people_to_choose(viewer_of(request), text, day=today())
    query = urlencode([(key, request.GET[key]) for key in ("kind", "about") if key in request.GET])
    query = f"&{query}" if query else ""
    context = {
        "q": text,
        "manager": person_shown(found.manager, query) if found.manager else None,
        "reports": [person_shown(one, query) for one in found.reports],
        "others": [person_shown(one, query) for one in found.others],
        "has_searched": found.has_searched,
        "refused": words_of(refused)[0] if refused else "",
        "kept": request.POST.get("words", ""),
    }
    return page(
        request, CHOOSE, context, part="found" if swaps(request) else "", status=422 if refused and request.method == "POST" else 200
    )
