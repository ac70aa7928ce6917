"""The ways between HR's pages of mentoring."""

from django.utils.translation import gettext as _

from bole.kit.ui.controls import Way
from bole.mentoring.queries.plans import looks_at_plans
from bole.values.viewer import Viewer


def company_tabs(path: str) -> list[Way]:
    """Return the ways, the current one marked."""
    ways = (
        (_("Programme health"), "/company/mentoring/"),
        (_("Effect"), "/company/mentoring/effect/"),
        (_("What works"), "/mentoring/methods/"),
    )
    return [Way(words, url, url == path) for words, url in ways]


def company_ways(viewer: Viewer) -> list[tuple[str, str, str]]:
    """Return HR's other pages of mentoring that are open to the viewer: words, address, icon."""
    plans = [(_("Plans"), "/company/mentoring/plans/", "clipboard-check")] if looks_at_plans(viewer) else []
    return [
        *plans,
        (_("Applications"), "/company/mentoring/applications/", "award"),
        (_("Matching"), "/company/mentoring/matching/", "users"),
        (_("Requests"), "/company/mentoring/requests/", "message-circle"),
        (_("Hours of mentors"), "/company/mentoring/hours/", "clock"),
        (_("Frameworks"), "/company/mentoring/frameworks/", "list-checks"),
        (_("Mentoring agreement"), "/company/mentoring/agreement/", "pen-line"),
        (_("Admission rules"), "/company/mentoring/rules/", "scale"),
    ]
