"""What people are told about agreements, and about core topics that were left when a programme was over."""

from django.utils.translation import gettext_lazy as _

from bole.notices.kinds import InPlace, offer_kind

ANSWERS = [
    InPlace(_("Out of time"), "no_time/", is_change=True),
    InPlace(_("No need"), "not_needed/", is_change=True),
    InPlace(_("Will follow"), "later/", is_change=True),
    InPlace(_("Say why")),
]


def offer_end_kinds() -> None:
    """Offer the kinds."""
    read = [InPlace(_("Read and sign"))]
    made = _("Your mentoring agreement with {name} is ready. Please read and sign it; mentoring goes on meanwhile")
    offer_kind("mentoring.agreement", made, icon="pen-line", group="reminder", does=read)
    anew = _("Your plan with {name} has changed, and the agreement with it. Please read and sign it again")
    offer_kind("mentoring.agreement_anew", anew, icon="pen-line", group="reminder", does=read)
    unsigned = _("You have not signed your mentoring agreement with {name} yet. This is the only reminder; mentoring goes on")
    offer_kind("mentoring.agreement_unsigned", unsigned, icon="pen-line", group="reminder", does=read)
    asked = _("Your programme with {name} is over and {n} core topics were left. Why? One tap is enough")
    offer_kind("mentoring.why_left", asked, icon="list-checks", group="reminder", does=ANSWERS)
    again = _("{n} core topics of your programme with {name} were left. Please say why; this is the only reminder")
    offer_kind("mentoring.why_left_again", again, icon="list-checks", group="reminder", does=ANSWERS)
