"""Which approvals of mentoring still wait for a decision, by the keys under which they were told."""

from collections.abc import Collection

from bole.mentoring.models import Application, HelpRequest, Plan, Wish
from bole.notices.registry import know_what_waits

REQUESTS = (
    "mentoring.asked_help", "mentoring.asked_rematch", "mentoring.mentor_to_replace", "mentoring.stepped_down_to_replace",
    "mentoring.line_to_resolve",
)  # fmt: skip


def tell_what_waits() -> None:
    """Let notices know it, for whoever stands in for somebody."""
    know_what_waits(["mentoring.applied"], _applications)
    know_what_waits(["mentoring.plan_submitted"], _plans)
    know_what_waits(["mentoring.asked", "mentoring.suggested_mentee"], _wishes)
    know_what_waits(REQUESTS, _requests)


def _applications(keys: Collection[str]) -> Collection[str]:
    return set(Application.objects.filter(ref__in=keys, state="waiting").values_list("ref", flat=True))


def _plans(keys: Collection[str]) -> Collection[str]:
    """Return the keys (`ref version`) of plans that were handed in and neither approved nor returned."""
    told = {key.partition(" ")[0] for key in keys}
    rows = Plan.objects.filter(ref__in=told, state="submitted").values_list("ref", "version")
    return {f"{ref} {version}" for ref, version in rows}


def _wishes(keys: Collection[str]) -> Collection[str]:
    """Return the keys (`ref-version`) of wishes whose mentor has not answered."""
    rows = Wish.objects.filter(ref__in={key.partition("-")[0] for key in keys}, state="asked").values_list("ref", "version")
    return {f"{ref}-{version}" for ref, version in rows}


def _requests(keys: Collection[str]) -> Collection[str]:
    return set(HelpRequest.objects.filter(ref__in=keys, answered_at=None).values_list("ref", flat=True))
