"""Reading accounts, sessions, tokens, providers of sign-in and tickets."""

from bole.accounts.queries.accounts import (
    BEGAN_KEY,
    EPOCH_KEY,
    ONE_FACTOR_KEY,
    account_of_login,
    has_second_factor,
    is_session_alive,
    token_for,
    tokens,
)
from bole.accounts.queries.providers import (
    PROVIDER_NAMES,
    ProviderRow,
    UserRow,
    account_of_user,
    is_known_user,
    open_providers,
    provider_rows,
    runs_directory,
    seat_of,
    user_ids_of,
    users_of,
)
from bole.accounts.queries.scanning import Asking, asking_of, is_waiting

__all__ = [
    "BEGAN_KEY",
    "EPOCH_KEY",
    "ONE_FACTOR_KEY",
    "PROVIDER_NAMES",
    "Asking",
    "ProviderRow",
    "UserRow",
    "account_of_login",
    "account_of_user",
    "asking_of",
    "has_second_factor",
    "is_known_user",
    "is_session_alive",
    "is_waiting",
    "open_providers",
    "provider_rows",
    "runs_directory",
    "seat_of",
    "token_for",
    "tokens",
    "user_ids_of",
    "users_of",
]
