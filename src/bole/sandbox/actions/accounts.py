"""Accounts of the personas; everybody else signs in nowhere."""

from collections.abc import Mapping
from datetime import datetime

from bole.access.actions import grant_role
from bole.accounts.actions import open_account
from bole.people.actions import link_account
from bole.people.models import Unit
from bole.sandbox.rules.company import CompanyPlan
from bole.sandbox.rules.personas import PERSONAS
from bole.values.viewer import SYSTEM


def open_accounts(plan: CompanyPlan, keys: Mapping[str, int], *, at: datetime) -> None:
    """Open an account for each persona, with its roles."""
    refs = dict(Unit.objects.values_list("code", "ref"))
    for one in PERSONAS:
        account = open_account(login=one.login, name=plan.by_number[one.number].name, password=one.password, by=SYSTEM, at=at)
        link_account(person_id=keys[one.number], account_id=account.pk, by=SYSTEM, at=at)
        for role, unit in one.roles:
            grant_role(account_id=account.pk, role=role, unit_ref=refs[unit] if unit else "", by=SYSTEM, at=at)
