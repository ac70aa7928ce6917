"""One person's hand in one month: every thing that the person does becomes an item, as the company's tools would tell it."""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from bole.sandbox.rules import titles
from bole.sandbox.rules.clockwork import Clockwork
from bole.values.period import Period
from bole.work.rules.item import ItemVersion, Kind, Mark
from bole.work.rules.moments import microseconds

CODE, PLAN, DESK, VOICE, SCAN, TABLE, OWN = "code", "plan", "desk", "voice", "scan", "table", "own"
SOURCES = (
    (CODE, "github", "代码仓库"),
    (PLAN, "jira", "项目管理"),
    (DESK, "freshdesk", "客服工单"),
    (VOICE, "delighted", "客户满意度"),
    (SCAN, "api", "质量扫描"),
    (TABLE, "api", "表格导入"),
    (OWN, "people", "本人提交"),
)
Items = dict[str, list[ItemVersion]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """Somebody whose work is told, with a usual level from 0 to 100."""

    number: str
    name: str
    email: str
    family: str
    craft: str
    level: float

    @property
    def place(self) -> int:
        """The staff number as a number."""
        return int(self.number[2:])

    def account(self, source: str) -> str:
        """Return the person's own id in a tool."""
        if source == CODE:
            return str(48_200_000 + self.place * 41)
        if source == PLAN:
            return f"712020:{UUID(int=(self.place * 0x9E3779B97F4A7C15F39CC0605CEDC835) % 2**128)}"
        return self.email if source == DESK else self.number


@dataclass(slots=True)
class Hand:
    """Writes items; ids are made of month, person and count, so that the same company is made each time."""

    worker: Worker
    month: Period
    clock: Clockwork
    rng: random.Random
    items: Items = field(default_factory=lambda: defaultdict(list))
    late: Items = field(default_factory=lambda: defaultdict(list))
    project: tuple[str, str] = titles.PROJECTS[0]
    count: int = 0

    def next_id(self) -> str:
        """Return the next id."""
        self.count += 1
        months = (self.month.first_day.year - 2020) * 12 + self.month.first_day.month
        return f"{months}{self.worker.place:03d}{self.count:03d}"

    def add(self, source: str, kind: Kind, name: str, moment: datetime, **more: object) -> ItemVersion:
        """Add an item of this person, or of another account."""
        account = more.pop("account", None) or self.worker.account(source)
        item = ItemVersion(external_id=name, kind=kind, version=microseconds(moment), account=str(account), **more)  # type: ignore[arg-type]
        self.items[source].append(item)
        return item

    def task(
        self,
        opened: date,
        due: date | None,
        closed: date | None,
        *,
        hour: float = 16.0,
        postponed: Sequence[date] = (),
        title: str = "",
        project: str = "",
    ) -> ItemVersion:
        """Write a task; what is closed after the demo's moment is still open."""
        name = self.next_id()
        opened_at = self.clock.at(opened, 9.2)
        closed_at = self.clock.at(closed, hour) if closed else None
        if closed_at is not None and not self.clock.has_happened(closed_at):
            closed_at = None
        marks = frozenset(Mark("postponed", self.clock.at(day, 9.25 + n / 50)) for n, day in enumerate(sorted(postponed)))
        return self.add(
            PLAN,
            "task",
            name,
            closed_at or opened_at,
            state="done" if closed_at else "open",
            opened_at=opened_at,
            due_on=due,
            closed_at=closed_at,
            title=title or titles.task(self.rng, self.worker.craft, self.project[1]),
            project=project or self.project[1],
            link=f"https://jira.example.com/browse/{self.project[0]}-{name}",
            marks=marks,
        )

    def moved_task(self, opened: date, moved: date, due: date, closed: date, *, to: str, title: str, project: str) -> None:
        """Write a task that was somebody's, was moved to another (a staff number), and was done by that one."""
        first = self.task(opened, due, None, title=title, project=project)
        receiver = replace(self.worker, number=to)
        closed_at = self.clock.at(closed, 17.0)
        done = self.clock.has_happened(closed_at)
        self.items[PLAN].append(
            replace(
                first,
                account=receiver.account(PLAN),
                state="done" if done else "open",
                closed_at=closed_at if done else None,
                version=microseconds(closed_at if done else self.clock.at(moved, 14.0)),
            )
        )

    def delivery(self, opened: date, closed: date, *, is_passed: bool, hour: float = 15.0) -> None:
        """Write a delivery that was accepted, at the first go or after it was sent back."""
        name = self.next_id()
        closed_at = self.clock.at(closed, hour)
        opened_at = self.clock.at(opened, 9.5)
        marks = frozenset() if is_passed else frozenset({Mark("reopened", opened_at + (closed_at - opened_at) / 2)})
        self.add(
            PLAN,
            "delivery",
            name,
            closed_at,
            state="done",
            opened_at=opened_at,
            closed_at=closed_at,
            marks=marks,
            project=self.project[1],
            title=titles.delivery(self.rng, self.project[1]),
            link=f"https://jira.example.com/browse/{self.project[0]}-{name}",
        )

    def rework(self, day: date, closed: date, *, hour: float = 10.0) -> None:
        """Write a rework that was opened on the day, and done some days later."""
        name = self.next_id()
        opened_at, done_at = self.clock.at(day, hour), self.clock.at(closed, 17.5)
        closed_at = done_at if self.clock.has_happened(done_at) else None
        self.add(
            PLAN,
            "rework",
            name,
            closed_at or opened_at,
            state="done" if closed_at else "open",
            opened_at=opened_at,
            closed_at=closed_at,
            project=self.project[1],
            title=titles.rework(self.rng, self.project[1]),
            link=f"https://jira.example.com/browse/{self.project[0]}-{name}",
        )

    def ticket(self, answered: int, seconds: int, solved: int | None = None) -> None:
        """Write a ticket answered at a place on the line of working time, so many working seconds after it came; solved so many later."""
        name = self.next_id()
        opened_at, responded_at = self.clock.moment(answered - seconds), self.clock.answered(answered, self.count)
        closed_at = self.clock.moment(answered + solved) if solved is not None else None
        if closed_at is not None and not self.clock.has_happened(closed_at):
            closed_at = None
        self.add(
            DESK,
            "ticket",
            f"ticket:{name}",
            closed_at or responded_at,
            state="done" if closed_at else "open",
            opened_at=opened_at,
            responded_at=responded_at,
            closed_at=closed_at,
            title=titles.ticket(self.rng),
            project="客户支持",
            link=f"https://support.example.com/a/tickets/{name}",
        )

    def open_ticket(self, opened: int) -> None:
        """Write a ticket that nobody has answered yet."""
        name, opened_at = self.next_id(), self.clock.moment(opened)
        self.add(
            DESK,
            "ticket",
            f"ticket:{name}",
            opened_at,
            state="open",
            opened_at=opened_at,
            title=titles.ticket(self.rng),
            project="客户支持",
            link=f"https://support.example.com/a/tickets/{name}",
        )

    def rating(self, day: date, score: int, *, hour: float = 14.0) -> None:
        """Write a customer's answer from 0 to 10."""
        moment = self.clock.at(day, hour)
        name = self.next_id()
        self.add(
            VOICE,
            "rating",
            name,
            moment,
            state="done",
            opened_at=moment,
            closed_at=moment,
            title=f"{score}/10",
            values=(("satisfaction", score * 1000),),
            link=f"https://delighted.example.com/r/{name}",
        )

    def peer(self, day: date, hundredths: int) -> None:
        """Write what a closed round of colleagues' ratings came to."""
        moment = self.clock.at(day, 9.1)
        self.add(
            TABLE,
            "rating",
            f"round:{self.month.code}:{self.worker.number}",
            moment,
            state="done",
            opened_at=moment,
            closed_at=moment,
            title=f"{self.month.first_day.year}年{self.month.first_day.month}月互评",
            values=(("peer_rating", hundredths),),
        )

    def fact(self, source: str, day: date, values: tuple[tuple[str, int], ...], title: str, *, hour: float = 17.0) -> None:
        """Write numbers that a table or the person brings."""
        moment = self.clock.at(day, hour)
        self.add(
            source, "fact", f"fact:{self.next_id()}", moment, state="done", opened_at=moment, closed_at=moment, title=title, values=values
        )
