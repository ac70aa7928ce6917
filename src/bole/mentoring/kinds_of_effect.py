"""What people are told of what came of mentoring: that there is something to read, never a figure."""

from django.utils.translation import gettext_lazy as _

from bole.notices.kinds import offer_kind


def offer_effect_kinds() -> None:
    """Offer the kinds."""
    offer_kind("mentoring.survey", _("Three questions about your mentoring wait for you; they take a minute"), icon="list-checks")
    offer_kind("mentoring.coaching", _("Your mentoring: improve first, together. Please have a look"), icon="sprout")
    offer_kind("mentoring.retirement", _("There is news about your mentor role. Please have a look"), icon="award")
    answered = _("HR has answered about your mentor role. Please have a look")
    offer_kind("mentoring.retirement_answered", answered, icon="award")
    offer_kind("mentoring.hours_decided", _("HR has decided about your hours as a mentor. Please have a look"), icon="clock")
    offer_kind("mentoring.hours_proposed", _("Hours of mentors of last month wait for your decision"), icon="clock", group="approval")
    offer_kind("mentoring.objection", _("{name} has answered about the end of the mentor role"), icon="message-circle", group="approval")
