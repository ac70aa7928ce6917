"""What the other one of a talk is told: that it is called off, or takes place after all. By whom and for which day, never why."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from bole.notices.actions import tell
from bole.notices.kinds import offer_kind
from bole.people.models import Person
from bole.reviews.models import OneToOne
from bole.values.viewer import SYSTEM, Viewer

OFF, ON = "reviews.talk_called_off", "reviews.talk_after_all"


def offer_talk_kinds() -> None:
    """Offer the two sentences."""
    offer_kind(OFF, _("{name} has called off your one-to-one on {day}. Plan another one when it suits both of you"), icon="calendar-x")
    offer_kind(ON, _("Your one-to-one with {name} on {day} takes place after all"), icon="calendar-check")


def tell_of_talk(talk: OneToOne, *, is_off: bool, by: Viewer, at: datetime) -> None:
    """Tell the other one of the two, each time that it changes."""
    other = talk.report_id if talk.manager_id == by.person_id else talk.manager_id
    account = Person.objects.filter(pk=other).values_list("account_id", flat=True).first()
    if account is not None:
        tell(
            accounts=[account], kind=OFF if is_off else ON, key=f"{talk.ref}-{at:%Y%m%d%H%M%S}",
            params={"name": by.name, "day": talk.planned_on.isoformat()}, address=f"/one-to-ones/{talk.ref}/", by=SYSTEM, at=at,
        )  # fmt: skip
