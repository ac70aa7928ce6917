"""Whom admission tells what: the applicant how it stands, HR that somebody applies. No value of anybody is in it."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from bole.access.models import Grant
from bole.kit.clock import local_day
from bole.mentoring.models import Application
from bole.notices.actions import tell
from bole.notices.kinds import InPlace, offer_kind
from bole.people.models import Person, Unit
from bole.people.queries import assignments_on
from bole.values.viewer import SYSTEM, Viewer

BECOME, APPLICATIONS = "/mentoring/become/", "/company/mentoring/applications/"


def offer_admission_kinds() -> None:
    """Offer the sentences."""
    offer_kind(
        "mentoring.invited",
        _("You meet every requirement and we would like you to mentor. Accept, or not now; it affects no review."),
        icon="hand-heart", group="news",
    )  # fmt: skip
    offer_kind("mentoring.admitted", _("You are a mentor now. Your letter of appointment is here."), icon="award", group="news")
    offer_kind("mentoring.returned", _("HR has answered your application to be a mentor."), icon="message-circle", group="news")
    admit = InPlace(_("Admit"), "admit/", is_change=True)
    applies = _("{name} applies to be a mentor. Please answer by {date}.")
    offer_kind("mentoring.applied", applies, icon="user-check", group="approval", does=[admit])
    _offer_ends()


def _offer_ends() -> None:
    soon = _("You mentor as an exception until {date}: {n} days are left. Pairs that run go on; nobody new comes after it.")
    offer_kind("mentoring.exception_soon", soon, icon="calendar-clock", group="reminder")
    ends = _("The last day of your exception as a mentor is {date}. Pairs that run go on; from the day after you can apply again.")
    offer_kind("mentoring.exception_ends", ends, icon="calendar-clock", group="reminder")
    soon_of = _("{name} mentors as an exception until {date}: {n} days are left, {pairs} pairs run.")
    offer_kind("mentoring.exception_soon_of", soon_of, icon="calendar-clock", group="reminder")
    ends_of = _("The last day of {name}'s exception as a mentor is {date}. {pairs} pairs run and go on; nobody new comes.")
    offer_kind("mentoring.exception_ends_of", ends_of, icon="calendar-clock", group="reminder")


def tell_applicant(person: Person, what: str, about: Application, *, by: Viewer, at: datetime) -> None:
    """Tell somebody how the own application stands, inside the action that decided it."""
    if person.account_id is not None:
        tell(accounts=[person.account_id], kind=f"mentoring.{what}", key=about.ref, params={}, address=BECOME, by=by, at=at)


def tell_of_application(person: Person, about: Application, *, at: datetime) -> None:
    """Tell HR that looks after the person; without a partner, HR of the whole company."""
    params = {"name": person.name, "date": about.answer_by.isoformat() if about.answer_by else ""}
    address = f"{APPLICATIONS}{about.ref}/"
    accounts = hr_accounts_of(person, at=at)
    tell(accounts=accounts, kind="mentoring.applied", key=about.ref, params=params, address=address, by=SYSTEM, at=at)


def hr_accounts_of(person: Person, *, at: datetime) -> list[int]:
    """Return the accounts of the HR partners of somebody's units; without one, those of HR and HR admin. Never the own account."""
    post = assignments_on([person.pk], local_day(at)).get(person.pk)
    units = [int(key) for key in post.unit_path.strip("/").split("/") if key] if post else []
    refs = list(Unit.objects.filter(pk__in=units).values_list("ref", flat=True))
    living = Grant.objects.filter(ended_at=None).exclude(account=person.account_id)
    partners = list(living.filter(role="hr_partner", unit_ref__in=refs).values_list("account_id", flat=True).distinct())
    return partners or list(living.filter(role__in=("hr", "hr_admin")).values_list("account_id", flat=True).distinct())
