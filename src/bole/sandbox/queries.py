"""What the demo desk and the command line show."""

from dataclasses import dataclass

from bole.accounts.models import Account
from bole.sandbox.models import DemoState
from bole.sandbox.rules.personas import BY_KEY, PERSONAS


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
