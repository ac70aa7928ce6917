"""Roles in words."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _

from bole.values.refusal import say

ROLES: Mapping[str, str] = {
    "hr": say("HR"),
    "hr_partner": say("HR partner"),
    "hr_admin": say("HR admin"),
    "auditor": say("auditor"),
    "system_admin": say("system admin"),
    "mentor": say("mentor"),
}
MAY: Mapping[str, str] = {
    "hr": say("Looks after everybody: reads scores and records, answers data objections, maps accounts."),
    "hr_partner": say("The same for one unit and all below it."),
    "hr_admin": say("Also decides models, targets and closings, imports people and grants roles."),
    "auditor": say("Reads everything that HR reads, and the record; changes nothing."),
    "system_admin": say("Connects tools and makes tokens; sees nobody's score or records."),
    "mentor": say("Mentors colleagues."),
}


def role_names(codes: Collection[str]) -> dict[str, str]:
    """Return roles in the reader's language."""
    return {code: _(ROLES[code]) for code in codes if code in ROLES}
