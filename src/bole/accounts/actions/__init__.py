"""Changes to accounts, tokens, providers of sign-in and tickets."""

from bole.accounts.actions.accounts import (
    LONGEST,
    SCOPES,
    LoginTaken,
    TooLongLife,
    UnknownNetwork,
    UnknownScope,
    end_sessions,
    end_token,
    hashed,
    make_token,
    note_first_page,
    note_sign_in,
    open_account,
    renew_password,
)
from bole.accounts.actions.providers import map_user, open_provider, save_provider, shut_provider, take_by_directory, unmap_user
from bole.accounts.actions.scanning import confirm_ticket, make_ticket, refuse_ticket, take_ticket

__all__ = [
    "LONGEST",
    "SCOPES",
    "LoginTaken",
    "TooLongLife",
    "UnknownNetwork",
    "UnknownScope",
    "confirm_ticket",
    "end_sessions",
    "end_token",
    "hashed",
    "make_ticket",
    "make_token",
    "map_user",
    "note_first_page",
    "note_sign_in",
    "open_account",
    "open_provider",
    "refuse_ticket",
    "renew_password",
    "save_provider",
    "shut_provider",
    "take_by_directory",
    "take_ticket",
    "unmap_user",
]
