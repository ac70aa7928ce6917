"""The ways between HR's pages of mentoring."""

from django.utils.translation import gettext as _

from bole.kit.ui.controls import Way


def company_tabs(path: str) -> list[Way]:
    """Return the ways, the current one marked."""
    ways = (
        (_("Programme health"), "/company/mentoring/"),
        (_("Effect"), "/company/mentoring/effect/"),
        (_("Plans"), "/company/mentoring/plans/"),
        (_("Applications"), "/company/mentoring/applications/"),
        (_("Matching"), "/company/mentoring/matching/"),
        (_("Requests"), "/company/mentoring/requests/"),
        (_("What works"), "/mentoring/methods/"),
        (_("Frameworks"), "/company/mentoring/frameworks/"),
        (_("Admission rules"), "/company/mentoring/rules/"),
    )
    return [Way(words, url, url == path) for words, url in ways]
