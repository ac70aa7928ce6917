"""What rooms above tell accounts: whose work e-mail is whose."""

from collections.abc import Callable
from datetime import date

# A work e-mail → the key of the account of whoever works here with it on that day, or None.
ByEmail = Callable[[str, date], int | None]
_by_email: list[ByEmail] = []


def find_by_work_email(provider: ByEmail) -> None:
    """Let the people room tell whose account has a work e-mail."""
    _by_email[:] = [provider]


def account_of_work_email(email: str, day: date) -> int | None:
    """Return the key of the account whose person has this work e-mail; None if there is none."""
    return _by_email[0](email, day) if _by_email and email else None
