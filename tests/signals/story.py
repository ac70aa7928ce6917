"""张三's three hours, as the outside tools tell it: tickets by signed Freshdesk hooks, tasks of a project tool, day by day."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import time_machine
from django.test import Client

from bole.access.actions import grant_role
from bole.access.queries import viewer_for
from bole.accounts.models import Account
from bole.kit.worker import settle
from bole.people.models import Person
from bole.values.viewer import SYSTEM, Viewer
from bole.values.workdays import each_working_day, working_days
from bole.work.actions import open_connection
from bole.work.models import Connection
from bole.work.rules.item import ItemVersion
from tests import factories as make
from tests.signals.days import ticket

BEIJING = ZoneInfo("Asia/Shanghai")
EARLIER, FIRST, TAKEN_ON, SLOW, NOTICED, SHOWN, MOVED, BACK = (
    date(2025, 11, 3), date(2026, 6, 12), date(2026, 9, 7), date(2026, 9, 8), date(2026, 9, 14), date(2026, 9, 15), date(2026, 9, 16),
    date(2026, 9, 29),
)  # fmt: skip
USUAL = (60, 75, 45)  # minutes: quick days and slow ones, one hour on average
RECOVERING = {date(2026, 9, 20): 2.8, date(2026, 9, 21): 2.5, date(2026, 9, 22): 2.2, date(2026, 9, 23): 2.0}


@dataclass
class Story:
    """The company, the tools, and who is in it."""

    desk: Connection
    secret: str
    tasks: Connection
    people: dict[str, Person] = field(default_factory=dict)
    calls: int = 0
    noticed: dict[date, int] = field(default_factory=dict)

    def account(self, name: str) -> Account:
        """Return somebody's account."""
        return Account.objects.get(login=self.people[name].number)

    def viewer(self, name: str, day: date) -> Viewer:
        """Return somebody as they stand on a day."""
        return viewer_for(self.account(name), day=day)[0]

    def browser(self, name: str, language: str = "zh-CN") -> Client:
        """Return a browser on which this person is signed in."""
        client = Client(headers={"accept-language": language})
        client.force_login(self.account(name))
        return client

    def ticket(self, name: str, opened: datetime, hours: float) -> None:
        """Let a ticket come in, be answered after so many hours, and be solved with the answer."""
        self.calls += 1
        answered = opened + timedelta(hours=hours)
        told = {
            "zone": "Asia/Shanghai", "ticket_id": str(self.calls), "ticket_subject": "质检结果打不开", "ticket_group": "日常支持",
            "ticket_agent_email": f"{name}@example.com", "ticket_agent_name": self.people[name].name,
            "created_at": f"{opened:%Y-%m-%d %H:%M:%S}", "status_changed_at": f"{opened:%Y-%m-%d %H:%M:%S}",
            "updated_at": f"{opened:%Y-%m-%d %H:%M:%S}",
        }  # fmt: skip
        self._call({**told, "event": "created", "ticket_status": "Open"}, opened)
        moment = f"{answered:%Y-%m-%d %H:%M:%S}"
        solved = {"event": "replied", "ticket_status": "Resolved", "status_changed_at": moment, "resolved_at": moment, "updated_at": moment}
        self._call({**told, **solved}, answered)

    def _call(self, told: dict[str, str], at: datetime) -> None:
        with time_machine.travel(at, tick=False):
            answer = Client().post(
                f"/hooks/{self.desk.ref}/",
                json.dumps({"freshdesk_webhook": told}),
                "application/json",
                headers={"X-Bole-Secret": self.secret},
            )
        assert answer.status_code in {200, 202}, answer.content

    def task(self, number: int, name: str, project: str, opened: date, *, version: int = 1, at: datetime) -> None:
        """Let a task stand in somebody's name."""
        one = ItemVersion(
            external_id=f"T-{number}", kind="task", version=version, account=name, state="open", title=f"任务{number}", project=project,
            opened_at=datetime.combine(opened, time(10), BEIJING),
        )  # fmt: skip
        make.send(self.tasks, one, at=at)


def begin() -> Story:
    """Found the company: 林静 leads 张三, 韩雪峰 and 罗佳宁; 高远 leads 林静; 苏文 is HR admin, 秦舒 auditor."""
    company = make.make_company(family="programmer", at=make.BEFORE)
    make.make_model("solution_engineer", families=("programmer",))
    desk, secret = open_connection(vendor="freshdesk", name="客服工单", by=SYSTEM, at=make.BEFORE)
    story = Story(desk, secret, make.make_connection("api", name="项目管理"))
    leads = {"gao": "", "lin": "BL0008", "zhang": "BL0031", "han": "BL0031", "luo": "BL0031", "su": "", "qin": ""}
    names = {"gao": "高远", "lin": "林静", "zhang": "张三", "han": "韩雪峰", "luo": "罗佳宁", "su": "苏文", "qin": "秦舒"}
    numbers = {"gao": "BL0008", "lin": "BL0031", "zhang": "BL0064", "han": "BL0102", "luo": "BL0233", "su": "BL0012", "qin": "BL0022"}
    for name, leader in leads.items():
        unit = company.root if name in {"gao", "su", "qin"} else company.team
        story.people[name] = make.make_person(company, names[name], number=numbers[name], manager=leader, unit=unit)
        make.make_account(story.people[name])
        for tool, account in ((desk, f"{name}@example.com"), (story.tasks, name)):
            make.map_to(tool, account, story.people[name])
    Account.objects.update(first_page_seen_at=make.BEFORE)
    grant_role(account_id=story.account("su").pk, role="hr_admin", by=SYSTEM, at=make.BEFORE)
    grant_role(account_id=story.account("qin").pk, role="auditor", by=SYSTEM, at=make.BEFORE)
    return story


def remember(story: Story) -> None:
    """Put what was before the story into the record: tickets of seven months, a delivery a day."""
    for day in each_working_day(EARLIER, FIRST - timedelta(days=1)):
        versions = [ticket(f"before:{day}:{n}", "zhang@example.com", day, one) for n, one in enumerate(minutes_of(day))]
        make.send(story.desk, *versions, at=datetime.combine(day, time(17), BEIJING), delivery=f"before {day}")


def live(story: Story, first: date, last: date) -> Iterator[date]:
    """Let days go by as the story tells them; yield the evening of each working day."""
    for day in each_working_day(first, last):
        begin_of_day = datetime.combine(day, time(9), BEIJING)
        if day == FIRST:
            for n in range(6):
                story.task(n, "zhang", "日常支持", day, at=begin_of_day)
        if day == TAKEN_ON:
            for n in range(6, 14):
                story.task(n, "zhang", "云栈质检二期", day, at=begin_of_day)
        for n, minutes in enumerate(minutes_of(day)):
            story.ticket("zhang", begin_of_day + timedelta(hours=4, minutes=7 * n), minutes / 60)
        yield day


def minutes_of(day: date) -> tuple[float, ...]:
    """Return after how many minutes of work each ticket of a day is answered."""
    if day < SLOW:
        usual = USUAL[(working_days(EARLIER, day) - working_days(EARLIER, TAKEN_ON)) % 3 - 1]
        return (usual - 15, usual, usual + 15)
    hours = RECOVERING.get(day, 3.0 if day < date(2026, 9, 20) else 1.1)
    return tuple(round(60 * hours) + extra for extra in (-6, 0, 6))


def evening(day: date) -> datetime:
    """Return the moment at which a day is looked at."""
    return datetime.combine(day, time(19), BEIJING)


def move_five(story: Story) -> None:
    """Let 林静 move five items: three to 韩雪峰, two to 罗佳宁."""
    at = datetime.combine(MOVED, time(15), BEIJING)
    for n, to in enumerate(("han", "han", "han", "luo", "luo")):
        story.task(6 + n, to, "云栈质检二期", TAKEN_ON, version=2, at=at)
    settle(at.astimezone(UTC))
