"""The people of these tests: 张三 and 叶青 are mentors, 李四 and 丁一 learn; 林静 leads 交付一组, 高远 leads 林静; and HR."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from django.test import Client

from bole.access.actions import grant_role
from bole.access.queries import viewer_for
from bole.accounts.models import Account
from bole.kit.clock import today
from bole.mentoring.actions.pairs import begin_mentorship
from bole.mentoring.models import MentorRole, Mentorship
from bole.people.actions import add_unit, hire
from bole.people.models import Person, Unit
from bole.people.rules.entries import Identity, Newcomer, Post
from bole.values.viewer import SYSTEM, Viewer
from tests.factories import BEFORE, START, Company, make_account, make_company, make_person

MONDAY = date(2026, 5, 18)
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)  # Monday, 23 November 2026, 12:00 in Beijing
NUMBERS = {
    "高远": "BL0008", "林静": "BL0031", "张三": "BL0064", "叶青": "BL0125", "李四": "BL0471", "丁一": "BL0490", "吴铮": "BL0093",
    "苏文": "BL0012", "何佳": "BL0148", "周宁": "BL0013", "陆衡": "BL0016", "方磊": "BL0015",
}  # fmt: skip
MANAGERS = {"林静": "BL0008", "张三": "BL0031", "叶青": "BL0031", "李四": "BL0031"}
IN_TEAM = {"林静", "张三", "叶青", "李四"}
ROLES = {"苏文": "hr_admin", "何佳": "hr_partner", "周宁": "hr", "陆衡": "auditor", "方磊": "system_admin"}
# Everybody who is neither 张三 nor 李四.
THIRD = ("高远", "林静", "叶青", "丁一", "吴铮", "苏文", "何佳", "周宁", "陆衡", "方磊")


@dataclass
class Cast:
    """The company and its people by name."""

    company: Company
    other: Unit
    people: dict[str, Person] = field(default_factory=dict)

    def viewer(self, name: str, day: date | None = None) -> Viewer:
        """Return somebody as who looks and acts."""
        return viewer_for(Account.objects.get(login=self.people[name].number), day=day or today())[0]

    def browser(self, name: str, language: str = "zh-CN") -> Client:
        """Return somebody's browser."""
        client = Client(headers={"accept-language": language})
        client.force_login(Account.objects.get(login=self.people[name].number))
        return client

    def pk(self, name: str) -> int:
        """Return somebody's key."""
        return self.people[name].pk

    def pair(self, mentor: str = "张三", mentee: str = "李四", **more: object) -> Mentorship:
        """Make a pair, twelve months from 18 May 2026 if nothing else is said."""
        return make_pair(self.people[mentor], self.people[mentee], **more)


def make_cast() -> Cast:
    """Make the company; 张三 and 叶青 are mentors of three at most, of nobody yet."""
    company = make_company()
    other = add_unit(code="S", name="人力与运营", kind="department", first_day=START, parent_id=company.root.pk, by=SYSTEM, at=BEFORE)
    cast = Cast(company, other)
    for name, number in NUMBERS.items():
        unit = company.team if name in IN_TEAM else other
        cast.people[name] = make_person(company, name, number=number, unit=unit, manager=MANAGERS.get(name, ""))
    for person in cast.people.values():
        make_account(person)
    Account.objects.update(first_page_seen_at=BEFORE)
    for name, role in ROLES.items():
        unit_ref = company.root.ref if role == "hr_partner" else ""
        grant_role(account_id=_account(cast.people[name]), role=role, unit_ref=unit_ref, by=SYSTEM, at=BEFORE)
    for name in ("张三", "叶青"):
        make_mentor(cast.people[name])
    return cast


def _account(person: Person) -> int:
    return Account.objects.get(login=person.number).pk


def make_mentor(person: Person, *, capacity: int = 3, first_day: date = START, at: datetime = BEFORE) -> MentorRole:
    """Let somebody be a mentor: the role of the room, and the role of access if there is an account."""
    account = Account.objects.filter(login=person.number).first()
    if account is not None:
        grant_role(account_id=account.pk, role="mentor", by=SYSTEM, at=at)
    return MentorRole.objects.create(person=person, first_day=first_day, how="import", capacity=capacity)


def make_pair(
    mentor: Person,
    mentee: Person,
    *,
    framework: str = "new_graduate",
    first_day: date = MONDAY,
    months: int = 12,
    state: str = "planned",
    at: datetime = BEFORE,
) -> Mentorship:
    """Make a pair through the action; with state `running` as if its plan had been approved (no plan, no duties)."""
    ref = begin_mentorship(
        mentor_id=mentor.pk, mentee_id=mentee.pk, framework_code=framework, first_day=first_day, months=months, source="hand", why_so=[],
        by=SYSTEM, at=at,
    )  # fmt: skip
    if state != "planned":
        Mentorship.objects.filter(ref=ref).update(state=state)
    return Mentorship.objects.get(ref=ref)


def make_outsider(company: Company) -> Person:
    """Hire somebody who works for another company."""
    post = Post(unit_id=company.team.pk, position_id=company.position.pk, family_id=company.family.pk, grade_id=company.grade.pk)
    newcomer = Newcomer(
        number="WB0007", identity=Identity(name="外包"), employer_id=company.root.pk, first_day=START, post=post,
        manager_number="BL0031", kind="outsourced",
    )  # fmt: skip
    return hire(newcomer=newcomer, by=SYSTEM, at=BEFORE)
