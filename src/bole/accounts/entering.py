"""From a provider's code to an account, or to the reason why there is none."""

from datetime import datetime

from django.utils.timezone import localdate

from bole.accounts.actions import take_by_directory
from bole.accounts.im.asking import SilentProvider, who_signs_in
from bole.accounts.im.shape import Found, NotAMember, RefusedByProvider, Seat
from bole.accounts.models import Account
from bole.accounts.queries import account_of_user, is_known_user, runs_directory
from bole.accounts.refusals import NobodyKnown, ProviderSilent, WayOver
from bole.accounts.registry import account_of_work_email
from bole.values.refusal import Refused
from bole.values.viewer import SYSTEM


def account_of_code(seat: Seat, *, code: str, back: str, is_begun: bool, at: datetime) -> Account | Refused:
    """Return the account behind a code that came back, or why nobody is let in. Without a state of ours the provider is not even asked."""
    if not is_begun or not code:
        return WayOver()
    try:
        found = who_signs_in(seat, code=code, back=back)
    except RefusedByProvider:
        return WayOver()
    except NotAMember:
        return NobodyKnown()
    except SilentProvider:
        return ProviderSilent()
    return account_of_user(seat.code, found.user_id) or _by_directory(seat.code, found, at) or NobodyKnown()


def _by_directory(code: str, found: Found, at: datetime) -> Account | None:
    """Take the work e-mail's word, where the company's directory is run at this provider and nobody said otherwise."""
    if not found.work_email or is_known_user(code, found.user_id) or not runs_directory(code):
        return None
    account_id = account_of_work_email(found.work_email, localdate(at))
    if account_id is None:
        return None
    try:
        take_by_directory(provider=code, user_id=found.user_id, account_id=account_id, by=SYSTEM, at=at)
    except Refused:
        return None  # the account has another user there already: a person has to look at it
    return account_of_user(code, found.user_id)
