"""`bole account`: open an account for somebody, and give its first roles. The first HR admin of a company comes to be here."""

import secrets
from argparse import ArgumentParser, Namespace

from bole.cli.command import Command, answer, declare_data, declare_json, make_ready, operator, take_place


def declare(reader: ArgumentParser) -> None:
    """Read for whom, and which roles."""
    reader.add_argument("login", metavar="LOGIN", help="staff number of somebody who works here, or any name for an operator without one")
    reader.add_argument("--role", action="append", default=[], dest="roles", metavar="ROLE", help="such as hr_admin; repeat for several")
    reader.add_argument("--name", default="", metavar="NAME", help="name of an operator who is not in the people file")
    reader.add_argument("--new-password", action="store_true", help="for an account that is there: a new first password, and nothing else")
    declare_data(reader)
    declare_json(reader)


def run(options: Namespace) -> int:
    """Open the account and show its first password, once."""
    take_place(options)
    make_ready()
    if options.new_password:
        return _renew(options)
    from django.db import transaction

    from bole.access.actions import grant_role
    from bole.accounts.actions import open_account
    from bole.kit.clock import now
    from bole.people.actions import link_account
    from bole.people.queries import cards, ids_of

    by, at, password = operator(), now(), secrets.token_urlsafe(12)
    person_id = ids_of([options.login]).get(options.login)
    name = cards([person_id], at.date())[person_id].name if person_id else options.name or options.login
    with transaction.atomic():
        account = open_account(login=options.login, name=name, password=password, by=by, at=at)
        if person_id:
            link_account(person_id=person_id, account_id=account.pk, by=by, at=at)
        for role in options.roles:
            grant_role(account_id=account.pk, role=role, by=by, at=at)
    facts = {"login": account.login, "name": name, "password": password, "roles": options.roles, "is_in_people_file": bool(person_id)}
    words = f"{name} signs in as {account.login} with {password}\nThis is shown once. Change it under 我的 / Me after the first sign-in."
    answer(facts, as_json=options.json, words=words)
    return 0


def _renew(options: Namespace) -> int:
    """Give an account that is there a new first password; shown once."""
    from bole.accounts.actions import renew_password
    from bole.accounts.queries import account_of_login
    from bole.kit.clock import now

    account = account_of_login(options.login)
    password = renew_password(account_id=account.pk, by=operator(), at=now())
    words = f"{account.name} signs in as {account.login} with {password}\nThis is shown once; all devices are signed out."
    answer({"login": account.login, "name": account.name, "password": password}, as_json=options.json, words=words)
    return 0


COMMAND = Command(
    name="account",
    words="open an account for somebody, with roles; shows the first password once",
    declare=declare,
    run=run,
    more="A new company begins with `bole account NUMBER --role hr_admin`; that person grants all other roles on the page.",
)
