"""The people of these tests: 林静 leads 李四 and 沈一帆, 高远 leads 林静, 吴铮 works elsewhere; HR and an auditor."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.test import Client

from bole.access.actions import grant_role
from bole.access.queries import viewer_for
from bole.accounts.models import Account
from bole.kit.clock import today
from bole.people.actions import add_unit, hire
from bole.people.models import Person
from bole.people.rules.entries import Identity, Newcomer, Post
from bole.reviews.actions import send_feedback
from bole.reviews.models import Feedback
from bole.values.viewer import SYSTEM, Viewer
from tests.factories import BEFORE, START, Company, make_account, make_company, make_person

MORNING = datetime(2026, 11, 20, 1, tzinfo=UTC)
NUMBERS = {
    "高远": "BL0021", "林静": "BL0031", "李四": "BL0471", "沈一帆": "BL0402", "吴铮": "BL0093", "苏文": "BL0012", "何佳": "BL0148",
    "陆衡": "BL0016", "方磊": "BL0015",
}  # fmt: skip
MANAGERS = {"林静": "BL0021", "李四": "BL0031", "沈一帆": "BL0031"}
ROLES = {"苏文": "hr_admin", "何佳": "hr_partner", "陆衡": "auditor", "方磊": "system_admin"}
# Everybody who is neither sender nor recipient of what 林静 writes to 李四.
THIRD = ("高远", "沈一帆", "吴铮", "苏文", "何佳", "陆衡", "方磊")


@dataclass
class Team:
    """The company and its people by name."""

    company: Company
    people: dict[str, Person] = field(default_factory=dict)

    def viewer(self, name: str) -> Viewer:
        """Return somebody as who looks and acts today."""
        return viewer_for(Account.objects.get(login=self.people[name].number), day=today())[0]

    def browser(self, name: str, language: str = "zh-CN") -> Client:
        """Return somebody's browser."""
        client = Client(headers={"accept-language": language})
        client.force_login(Account.objects.get(login=self.people[name].number))
        return client

    def pk(self, name: str) -> int:
        """Return somebody's key."""
        return self.people[name].pk


def make_team() -> Team:
    """Make the team."""
    company = make_company()
    team, staff = (
        Team(company),
        add_unit(code="S", name="人力与运营", kind="department", first_day=START, parent_id=company.root.pk, by=SYSTEM, at=BEFORE),
    )
    for name, number in NUMBERS.items():
        unit = company.team if name in {"林静", "李四", "沈一帆"} else staff
        team.people[name] = make_person(company, name, number=number, unit=unit, manager=MANAGERS.get(name, ""))
    team.people["外包"] = _outsourced(company)
    for person in team.people.values():
        make_account(person)
    Account.objects.update(first_page_seen_at=BEFORE)
    for name, role in ROLES.items():
        unit_ref = company.root.ref if role == "hr_partner" else ""
        account = Account.objects.get(login=NUMBERS[name])
        grant_role(account_id=account.pk, role=role, unit_ref=unit_ref, by=SYSTEM, at=BEFORE)
    return team


def _outsourced(company: Company) -> Person:
    post = Post(unit_id=company.team.pk, position_id=company.position.pk, family_id=company.family.pk, grade_id=company.grade.pk)
    newcomer = Newcomer(
        number="WB0007", identity=Identity(name="外包"), employer_id=company.root.pk, first_day=START, post=post,
        manager_number="BL0031", kind="outsourced",
    )  # fmt: skip
    return hire(newcomer=newcomer, by=SYSTEM, at=BEFORE)


_sent = iter(range(10**6))


def send(
    team: Team,
    sender: str,
    recipient: str,
    *,
    kind: str = "praise",
    words: str = "对账方案写得清楚",
    shared: str = "",
    at: datetime = MORNING,
) -> Feedback:
    """Send a piece of feedback."""
    return send_feedback(
        once=f"once{next(_sent):08d}",
        recipient_id=team.pk(recipient),
        kind=kind,
        words=words,
        about=None,
        shared_with_id=team.pk(shared) if shared else None,
        by=team.viewer(sender),
        at=at,
    )
