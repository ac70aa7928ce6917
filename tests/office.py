"""The office of HR in tests: a small company with somebody of each role, each with a browser of their own that reads Chinese."""

import html
import re
from dataclasses import dataclass, field

from django.test import Client

from bole.access.actions import grant_role
from bole.accounts.models import Account
from bole.people.models import Person
from bole.values.viewer import SYSTEM, Viewer
from tests.factories import BEFORE, Company, make_account, make_company, make_person

NUMBERS = {"苏文": "BL0012", "许静": "BL0013", "顾海峰": "BL0014", "罗工": "BL0015", "白审": "BL0016", "林静": "BL0031", "李四": "BL0471"}
ROLES = {"苏文": "hr_admin", "许静": "hr_admin", "顾海峰": "hr_partner", "罗工": "system_admin", "白审": "auditor"}


@dataclass
class Office:
    """The company, its people and their accounts by name."""

    company: Company
    people: dict[str, Person] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)

    def browser(self, name: str) -> Client:
        """Return a browser on which this person is signed in."""
        client = Client(headers={"accept-language": "zh-CN"})
        client.force_login(self.accounts[name])
        return client

    def viewer(self, name: str) -> Viewer:
        """Return this person as who looks and acts."""
        from bole.access.queries import viewer_for
        from bole.kit.clock import today

        return viewer_for(self.accounts[name], day=today())[0]


def make_office() -> Office:
    """Make the company: 苏文 and 许静 are HR admins, 顾海峰 looks after the team, 罗工 runs the system, 白审 audits, 林静 leads 李四."""
    company = make_company()
    office = Office(company)
    for name, number in NUMBERS.items():
        unit = company.team if name in {"林静", "李四"} else company.root
        office.people[name] = make_person(company, name, number=number, unit=unit, manager="BL0031" if name == "李四" else "")
        office.accounts[name] = make_account(office.people[name])
    Account.objects.update(first_page_seen_at=BEFORE)
    for name, role in ROLES.items():
        unit = company.team.ref if role == "hr_partner" else ""
        grant_role(account_id=office.accounts[name].pk, role=role, unit_ref=unit, by=SYSTEM, at=BEFORE)
    return office


def text(body: bytes) -> str:
    """Return the words of a page without its markup and without space between them."""
    page = body.decode()
    page = re.sub(r"<(script|svg|select)\b.*?</\1>", "", page, flags=re.DOTALL)
    return re.sub(r"\s+", "", html.unescape(re.sub(r"<[^>]+>", "", page)))
