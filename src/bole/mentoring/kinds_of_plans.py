"""What people are told about plans, records and reports; never what was written."""

from django.utils.translation import gettext_lazy as _

from bole.notices.kinds import offer_kind


def offer_plan_kinds() -> None:
    """Offer the kinds."""
    waits = _("{mentor} has handed in the mentoring plan for {mentee}. Approve it, or return it with remarks")
    offer_kind("mentoring.plan_submitted", waits, icon="clipboard-check", group="approval")
    offer_kind("mentoring.plan_approved", _("The mentoring plan with {name} is approved and runs from now on"), icon="check")
    offer_kind("mentoring.plan_returned", _("HR returned the mentoring plan for {name}. All you wrote is still there"), icon="undo-2")
    offer_kind("mentoring.meeting_shared", _("{name} lets {reader} read a meeting record too"), icon="users")
    offer_kind("mentoring.report_sent", _("{name} has sent you a report of results"), icon="file-text")
    opened = _("{name} of HR has opened meeting records, for 60 minutes and with a stated reason")
    offer_kind("mentoring.words_opened", opened, icon="lock")
