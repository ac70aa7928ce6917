"""Letting somebody sign in: an account of their own, and a new first password when the old one is forgotten."""

import secrets
from datetime import datetime

from bole.access.queries import roles_of
from bole.accounts.actions import open_account, renew_password
from bole.kit.action import action, on_record
from bole.people.actions._holding import lock_people
from bole.people.actions.identities import link_account
from bole.people.models import Person
from bole.people.permissions import can_change_employment
from bole.values.refusal import Invalid, NotFound, NotYours, Refused, say
from bole.values.viewer import Viewer

# A mentor sees no more than was agreed with the mentee; every other role sees people who did not agree.
HARMLESS = frozenset({"mentor"})


class HoldsRole(Invalid):
    """Whoever gives such an account a password could act in its role."""

    code = "holds_role"
    sentence = say("{name} holds the role “{role}”. The operator of the machine gives the new password.")
    hint = say("At the terminal: bole account {login} --new-password")


class SignsInAlready(Refused):
    """There is an account."""

    code = "signs_in_already"
    status = 409
    sentence = say("{name} can sign in already.")


@action("people.open_sign_in")
def open_sign_in(*, person_id: int, by: Viewer, at: datetime) -> str:
    """Open an account whose login is the staff number; return its first password, once.

    :raises NotYours: unless HR admin opens it, for somebody else
    :raises SignsInAlready: if there is one
    """
    person = _person(person_id, by)
    if person.account_id is not None:
        raise SignsInAlready(name=person.name)
    password = secrets.token_urlsafe(12)
    made = open_account(login=person.number, name=person.name, password=password, by=by, at=at)
    link_account(person_id=person_id, account_id=made.pk, by=by, at=at)
    on_record(subject=str(person.ref))
    return password


@action("people.renew_sign_in")
def renew_sign_in(*, person_id: int, by: Viewer, at: datetime) -> str:
    """Give somebody a new first password, returned once; all devices are signed out.

    :raises NotYours: unless HR admin gives it, to somebody else
    :raises HoldsRole: if the account sees other people's data
    """
    person = _person(person_id, by)
    if person.account_id is None:
        raise NotFound(where="account")
    held = [role for role in roles_of(person.account_id) if role not in HARMLESS]
    if held:
        raise HoldsRole(name=person.name, role=held[0], login=person.number)
    on_record(subject=str(person.ref))
    return renew_password(account_id=person.account_id, by=by, at=at)


def _person(person_id: int, by: Viewer) -> Person:
    if not (by.is_system or by.has_role("hr_admin")) or not can_change_employment(by, person_id):
        raise NotYours
    return lock_people([person_id])[person_id]
