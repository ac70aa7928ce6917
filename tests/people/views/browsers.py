"""Browsers of accounts with roles, and what they read."""

from django.test import Client

from bole.access.actions import grant_role
from bole.accounts.actions import open_account
from bole.accounts.models import Account
from bole.values.viewer import SYSTEM
from tests.people.company import MORNING


def browser(login: str, *roles: str, unit_ref: str = "") -> Client:
    """Return the browser of an account with these roles."""
    account: Account = open_account(login=login, name=login, password=None, by=SYSTEM, at=MORNING)
    for role in roles:
        grant_role(account_id=account.pk, role=role, unit_ref=unit_ref, by=SYSTEM, at=MORNING)
    client = Client(headers={"accept-language": "zh-CN"})
    client.force_login(account)
    return client


def words(answer) -> str:
    """Return what a page says."""
    return str(answer.content.decode())
