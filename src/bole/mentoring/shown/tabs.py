"""The ways between HR's pages of mentoring."""

from django.utils.translation import gettext as _

from bole.kit.ui.controls import Way


def company_tabs(path: str) -> list[Way]:
    """Return the ways, the current one marked."""
    ways = (
        (_("Programme health"), "/company/mentoring/"),
        (_("Effect"), "/company/mentoring/effect/"),
        (_("What works"), "/mentoring/methods/"),
    )
    return [Way(words, url, url == path) for words, url in ways]


def company_ways() -> list[tuple[str, str, str]]:
    """Return HR's other pages of mentoring: words, address, icon."""
    return [
        (_("Plans"), "/company/mentoring/plans/", "clipboard-check"),
        (_("Applications"), "/company/mentoring/applications/", "award"),
        (_("Matching"), "/company/mentoring/matching/", "users"),
        (_("Requests"), "/company/mentoring/requests/", "message-circle"),
        (_("Frameworks"), "/company/mentoring/frameworks/", "list-checks"),
        (_("Admission rules"), "/company/mentoring/rules/", "scale"),
    ]
