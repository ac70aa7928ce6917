"""What the demo desk and the command line show."""

from dataclasses import dataclass

from bole.accounts.models import Account
from bole.mentoring.models import Mentorship
from bole.people.models import Headship
from bole.sandbox.models import DemoState
from bole.sandbox.rules.personas import BY_KEY, PERSONAS
from bole.signals.models import Alert, Diagnosis

HEAD = "head"


@dataclass(frozen=True, slots=True)
class SignIn:
    """A way into the demo."""

    key: str
    login: str
    password: str
    persona: str
    persona_en: str


def sign_ins() -> list[SignIn]:
    """Return how to sign in as each persona."""
    return [SignIn(one.key, one.login, one.password, one.zh, one.en) for one in PERSONAS]


def demo_state() -> DemoState | None:
    """Return the demo's state; None if no demo was made here."""
    return DemoState.objects.filter(is_ready=True).first()


def account_of(persona: str) -> Account | None:
    """Return the account of a persona."""
    one = BY_KEY.get(persona)
    return Account.objects.filter(login=one.login).first() if one else None


def address_of_thing(whose: str, indicator: str) -> str:
    """Return where a unit whose head changes, a pair, or the newest alert of somebody or diagnosis of a unit stands; nothing if none is."""
    if indicator == HEAD:
        unit = Headship.objects.known().filter(unit__code=whose).order_by("first_day")[1:2]
        return next((f"/company/units/{one.unit.ref}/" for one in unit.select_related("unit")), "")
    pair = Mentorship.objects.filter(mentor__number=whose, mentee__number=indicator).order_by("-first_day").first()
    if pair is not None:
        return f"/mentoring/pairs/{pair.ref}/"
    alert = Alert.objects.filter(person__number=whose, indicator=indicator).order_by("-noticed_on").first()
    if alert is not None:
        return f"/alerts/{alert.ref}/"
    found = Diagnosis.objects.filter(unit__code=whose, indicator=indicator).order_by("-last_month").first()
    return f"/diagnoses/{found.ref}/" if found else ""
