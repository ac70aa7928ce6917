"""Groups: gathering some of one's mentees, one plan for all, one talk for all who came."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.mentoring.actions.groups import gather_group, leave_group, record_group_talk, share_plan_in_group
from bole.mentoring.forms_groups import GatherForm, GroupTalkForm
from bole.mentoring.queries.groups import Group, group_for, groups_for
from bole.mentoring.shown.groups import group_shown, groups_shown, member_choices
from bole.mentoring.shown.naming import topic_name
from bole.mentoring.shown.records import Chip, topic_choices
from bole.values.refusal import Invalid, Refused


@require_http_methods(["GET", "POST"])
def groups(request: HttpRequest) -> HttpResponse:
    """List one's groups; gather some of one's mentees."""
    viewer = viewer_of(request)
    shown = groups_shown(groups_for(viewer, day=today()))
    form = GatherForm(request.POST if request.method == "POST" else None, mentees=shown.mentees)
    if request.method == "POST" and form.is_valid():
        try:
            made = gather_group(pair_refs=form.cleaned_data["members"], by=viewer, at=now())
        except Invalid as refused:
            note(form, refused)
        else:
            return redirect("mentoring_group", made)
    return page(request, "mentoring/groups.html", {"shown": shown, "form": form}, status=422 if form.errors else 200)


@require_GET
def group(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a group: who, how far, who came."""
    return _show(request, ref)


def _show(request: HttpRequest, ref: str, *, refused: str = "", status: int = 200) -> HttpResponse:
    context = {"shown": group_shown(group_for(viewer_of(request), ref, day=today())), "refused": refused}
    return page(request, "mentoring/group.html", context, status=status)


@require_POST
def share(request: HttpRequest, ref: str) -> HttpResponse:
    """Give one plan to all who have none."""
    count = share_plan_in_group(group=ref, pair_ref=request.POST.get("pair", ""), by=viewer_of(request), at=now())
    words = ngettext("%(n)s mentee has it as a draft.", "%(n)s mentees have it as a draft.", count) % {"n": count}
    messages.success(request, words)
    return redirect("mentoring_group", ref)


@require_POST
def leave(request: HttpRequest, ref: str) -> HttpResponse:
    """Let a member go on alone."""
    found = leave_group(group=ref, pair_ref=request.POST.get("pair", ""), by=viewer_of(request), at=now())
    messages.success(request, _("Goes on alone."))
    return redirect("mentoring_pair", found.ref)


@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, ref: str) -> HttpResponse:
    """Record one talk for all who came."""
    viewer = viewer_of(request)
    found = group_for(viewer, ref, day=today())
    data = request.POST if request.method == "POST" else None
    form = GroupTalkForm(
        data, members=member_choices(found), topics=topic_choices(found.topics), day=found.held_on, next_on=found.next_on
    )  # fmt: skip
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            count = record_group_talk(group=ref, came=form.cleaned_data["came"], talk=form.talk, by=viewer, at=now())
        except Refused as refused:
            if refused.status not in {409, 422}:
                raise
            note(form, refused)
            status = refused.status
        else:
            messages.success(request, ngettext("Saved for %(n)s mentee.", "Saved for %(n)s mentees.", count) % {"n": count})
            return redirect("mentoring_group", ref)
    elif request.method == "POST":
        status = 422
    return page(request, "mentoring/group_record.html", {**_chips(found, form), "form": form, "ref": ref}, status=status)


def _chips(found: Group, form: GroupTalkForm) -> dict[str, object]:
    ticked, came = set(form["codes"].value() or []), set(form["came"].value() or [])
    return {
        "topics": [Chip(one.code, topic_name(one), one.code in ticked, one.is_core) for one in found.topics],
        "members": [Chip(pair, name, pair in came) for pair, name in member_choices(found)],
    }
