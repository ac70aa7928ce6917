"""A small crew for the pages: a manager, two who report to her, a colleague, HR; what one of them did in November."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bole.access.actions import grant_role
from bole.access.queries import viewer_for
from bole.accounts.models import Account
from bole.kit.worker import settle
from bole.people.models import Person
from bole.values.viewer import SYSTEM, Viewer
from bole.work.models import Connection
from bole.work.rules.item import ItemVersion
from tests.factories import Company, make_account, make_company, make_connection, make_model, make_person, map_to, send

FRIDAY = datetime(2026, 11, 20, 4, tzinfo=UTC)
TODAY = date(2026, 11, 20)
LAST_FRIDAY = FRIDAY - timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Crew:
    """Who is there, and the tool their facts come from."""

    company: Company
    tool: Connection
    lin: Person  # leads the team
    li: Person  # works
    shen: Person  # works too
    wu: Person  # a colleague of another line
    su: Person  # HR admin
    he: Person  # HR partner of the whole company

    def account(self, person: Person) -> Account:
        """Return somebody's account."""
        return Account.objects.get(login=person.number)

    def viewer(self, person: Person) -> Viewer:
        """Return somebody as a viewer of today."""
        return viewer_for(self.account(person), day=TODAY)[0]


def make_crew(*, model: str = "programmer") -> Crew:
    """Make the crew under one model, everybody's accounts mapped."""
    company = make_company()
    make_model(model, families=("programmer",))
    lin, wu = make_person(company, "林静", number="BL0031"), make_person(company, "吴铮", number="BL0093")
    li, shen = (make_person(company, name, number=number, manager="BL0031") for name, number in (("李四", "BL0471"), ("沈一帆", "BL0402")))
    su, he = make_person(company, "苏文", number="BL0012"), make_person(company, "何佳", number="BL0148")
    for person in (lin, li, shen, wu, su, he):
        make_account(person)
    Account.objects.update(first_page_seen_at=FRIDAY)
    crew = Crew(company, make_connection("api", name="项目管理"), lin, li, shen, wu, su, he)
    grant_role(account_id=crew.account(su).pk, role="hr_admin", by=SYSTEM, at=FRIDAY)
    grant_role(account_id=crew.account(he).pk, role="hr_partner", unit_ref=company.root.ref, by=SYSTEM, at=FRIDAY)
    for person in (lin, li, shen, wu):
        map_to(crew.tool, person.number, person)
    return crew


def task(number: int, who: Person, *, due: date, closed: date | None, version: int = 1) -> ItemVersion:
    """Return a task; closed at five in the afternoon."""
    return ItemVersion(
        external_id=f"PAY-{number}", kind="task", version=version, account=who.number, state="done" if closed else "open",
        title=f"对账任务{number}", link=f"https://jira.example.com/browse/PAY-{number}", opened_at=FRIDAY - timedelta(days=30), due_on=due,
        closed_at=datetime(closed.year, closed.month, closed.day, 9, tzinfo=UTC) if closed else None,
    )  # fmt: skip


def change(number: int, who: Person, *, day: date, reuses: bool = True) -> ItemVersion:
    """Return a merged change."""
    at = datetime(day.year, day.month, day.day, 3, tzinfo=UTC)
    labels = frozenset({"reuse"}) if reuses else frozenset()
    return ItemVersion(
        external_id=f"api#{number}", kind="change", version=1, account=who.number, state="done", title=f"支付变更{number}",
        opened_at=at, closed_at=at, labels=labels,
    )  # fmt: skip


def told(name: str, who: Person, *, day: date, measure: str, value: int) -> ItemVersion:
    """Return a number that another system sent."""
    at = datetime(day.year, day.month, day.day, 3, tzinfo=UTC)
    return ItemVersion(
        external_id=name, kind="fact", version=1, account=who.number, state="done", title=name, opened_at=at, values=((measure, value),)
    )


def work(crew: Crew, who: Person, *, on_time: int = 9, late: int = 1, at: datetime = LAST_FRIDAY) -> None:
    """Let somebody do a month's work: tasks on time and late, and nothing else."""
    day, base = at.date() - timedelta(days=3), who.pk * 1000
    done = [task(base + n, who, due=day, closed=day) for n in range(on_time)]
    overdue = [task(base + 500 + n, who, due=day, closed=day + timedelta(days=1)) for n in range(late)]
    send(crew.tool, *done, *overdue, at=at)
    settle(at)
