"""How somebody signs in, for HR."""

from dataclasses import dataclass
from datetime import date, datetime

from bole.accounts.models import Account
from bole.accounts.queries import has_second_factor
from bole.people.models import Person
from bole.people.permissions import can_change_employment
from bole.people.queries.directory import Card, get_person_for
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """The account of a person; no login where there is none."""

    card: Card
    login: str = ""
    is_active: bool = False
    last_at: datetime | None = None
    has_second_factor: bool = False
    may_change: bool = False


def sign_in_of(viewer: Viewer, number: str, *, day: date) -> SignIn:
    """Return how a person signs in (seven queries).

    :raises NotFound: unless the viewer looks after the person
    """
    card = get_person_for(viewer, number, day)
    if not can_change_employment(viewer, card.person_id):
        raise NotFound(where="number")
    may_change = viewer.has_role("hr_admin")
    account = Account.objects.filter(pk__in=Person.objects.filter(pk=card.person_id).values("account")).first()
    if account is None:
        return SignIn(card=card, may_change=may_change)
    return SignIn(
        card=card,
        login=account.login,
        is_active=account.is_active,
        last_at=account.last_login,
        has_second_factor=has_second_factor(account),
        may_change=may_change,
    )
