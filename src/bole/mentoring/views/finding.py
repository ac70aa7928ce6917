"""Looking for a mentor by request: a sentence, three mentors, one is asked and answers; and a mentor's own style."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.mentoring.actions.askings import answer_asking, ask_mentor, take_back_asking
from bole.mentoring.actions.wishes import make_wish, set_preference, withdraw_wish
from bole.mentoring.feeds_of_growth import wish_of_plan
from bole.mentoring.forms_matching import WishForm
from bole.mentoring.forms_person import PersonForm
from bole.mentoring.queries.matching_own import Looking, askings_for, is_asked, looking_for
from bole.mentoring.queries.style import own_style_for
from bole.mentoring.shown.matching_find import askings_shown, looking_shown, style_shown
from bole.mentoring.views.naming import Looked, look_for, number_in
from bole.people.queries import get_person_for
from bole.values.refusal import NotFound, Refused

PAGE = "mentoring/find.html"
LIKES = {"like": True, "not": False, "forget": None}


@require_GET
def find(request: HttpRequest) -> HttpResponse:
    """Show the form, or the own wish with three mentors."""
    found = looking_for(viewer_of(request), day=today())
    framework = request.GET.get("framework", "")
    told = wish_of_plan(framework) if framework in found.frameworks else {}
    return _page(request, found, form=WishForm(skills=found.skills, frameworks=found.frameworks, initial=told))


@require_POST
def wish(request: HttpRequest) -> HttpResponse:
    """Wait for a mentor."""
    viewer = viewer_of(request)
    found = looking_for(viewer, day=today())
    form = WishForm(request.POST, skills=found.skills, frameworks=found.frameworks)
    if form.is_valid():
        try:
            make_wish(wanted=form.wanted, by=viewer, at=now())
        except Refused as refused:
            note(form, refused)
        else:
            return redirect("find_mentor")
    return _page(request, found, form=form, status=422)


@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """Ask one of the three."""
    viewer, own = viewer_of(request), _own(request)
    mentor = get_person_for(viewer, request.POST.get("mentor", ""), today())
    ask_mentor(ref=own, mentor_id=mentor.person_id, by=viewer, at=now())
    messages.success(request, _("%(name)s has been asked.") % {"name": mentor.name})
    return redirect("find_mentor")


@require_POST
def take_back(request: HttpRequest) -> HttpResponse:
    """Ask no more, and wait on."""
    take_back_asking(ref=_own(request), by=viewer_of(request), at=now())
    messages.success(request, _("Taken back."))
    return redirect("find_mentor")


@require_POST
def withdraw(request: HttpRequest) -> HttpResponse:
    """Wait no more."""
    withdraw_wish(ref=_own(request), by=viewer_of(request), at=now())
    messages.success(request, _("Taken back."))
    return redirect("find_mentor")


def _own(request: HttpRequest) -> str:
    found = looking_for(viewer_of(request), day=today()).wish
    if found is None:
        raise NotFound
    return found.ref


@require_POST
def prefer(request: HttpRequest) -> HttpResponse:
    """Note whom one would like, or would rather not."""
    viewer, told = viewer_of(request), request.POST.get("likes", "")
    found, number = looking_for(viewer, day=today()), number_in(request)
    if not number:
        return _page(request, found, looked=look_for(request))
    try:
        other = get_person_for(viewer, number, today())
        set_preference(person_id=other.person_id, likes=LIKES.get(told), by=viewer, at=now())
    except Refused as refused:
        words = _("Nobody has this number.") if isinstance(refused, NotFound) else _("Choose a colleague, not yourself.")
        return _page(request, found, refused=words, status=422)
    messages.success(request, _("Noted. Nobody else reads it."))
    return redirect("find_mentor")


def _page(
    request: HttpRequest,
    found: Looking,
    *,
    form: WishForm | None = None,
    looked: Looked | None = None,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "shown": looking_shown(found),
        "form": form or WishForm(skills=found.skills, frameworks=found.frameworks),
        "person_form": looked.form if looked else PersonForm(),
        "person_said": looked.said if looked else "",
        "refused": refused,
    }
    return page(request, PAGE, context, status=looked.status if looked else status)


@require_GET
def requests(request: HttpRequest) -> HttpResponse:
    """Show a mentor who asks."""
    viewer = viewer_of(request)
    return page(request, "mentoring/askings.html", {"askings": askings_shown(askings_for(viewer, day=today()), me=viewer.person_id)})


@require_POST
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    """Accept who asks, or decline without a reason."""
    accepts = request.POST.get("answer") == "accept"
    viewer = viewer_of(request)
    is_own = is_asked(viewer, ref)
    pair_ref = answer_asking(ref=ref, accepts=accepts, by=viewer, at=now())
    if accepts and not is_own:
        messages.success(request, _("They are a pair now. The two, their manager and HR have been told."))
        return redirect("mentor_askings")
    if accepts:
        messages.success(request, _("You are a pair now. Manager and HR have been told."))
        return redirect("mentoring_pair", pair_ref)
    messages.success(request, _("Declined. No reason is asked and none is given."))
    return redirect("mentor_askings")


@require_GET
def style(request: HttpRequest) -> HttpResponse:
    """Show a mentor the own style, and what it is made of."""
    return page(request, "mentoring/style.html", {"shown": style_shown(own_style_for(viewer_of(request), day=today()))})
