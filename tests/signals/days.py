"""Days of work made quickly: tickets and tasks straight into the record, a day or many in one delivery."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bole.people.models import Person
from bole.values.workdays import each_working_day
from bole.work.models import Connection
from bole.work.rules.item import ItemVersion
from tests import factories as make

BEIJING = ZoneInfo("Asia/Shanghai")
FIRST, SLOW, NOTICED, SHOWN = date(2025, 11, 3), date(2026, 9, 8), date(2026, 9, 14), date(2026, 9, 15)


def at(day: date, hour: int = 19, minute: int = 0) -> datetime:
    """Return a moment of a day; the evening, if no hour is given."""
    return datetime.combine(day, time(hour, minute), BEIJING)


def ticket(name: str, account: str, day: date, minutes: float) -> ItemVersion:
    """Return a ticket that was answered and solved on one afternoon."""
    opened = at(day, 13)
    answered = opened + timedelta(minutes=minutes)
    return ItemVersion(
        external_id=name, kind="ticket", version=1, account=account, state="done", title="工单", opened_at=opened, responded_at=answered,
        closed_at=answered,
    )  # fmt: skip


def serve(
    tool: Connection,
    account: str,
    days: Iterable[date],
    *,
    slow_from: date | None = SLOW,
    minutes: tuple[int, ...] = (45, 60, 75),
    slow: int = 180,
    is_daily: bool = False,
) -> None:
    """Let somebody answer tickets on these days, all told in one delivery or each on its day: an hour on average, then slower."""
    made = []
    for day in days:
        usual = minutes[day.toordinal() % len(minutes)]
        now = [slow - 10, slow, slow + 10] if slow_from and day >= slow_from else [usual - 15, usual, usual + 15]
        versions = [ticket(f"{account}-{day}-{n}", account, day, one) for n, one in enumerate(now)]
        if is_daily:
            make.send(tool, *versions, at=at(day, 17), delivery=f"{account}-{day}")
        made += versions
    if not is_daily:
        make.send(tool, *made, at=at(FIRST, 8))


def between(first: date, last: date, *, without: Collection[date] = ()) -> list[date]:
    """Return the working days."""
    return [day for day in each_working_day(first, last) if day not in without]


def team_of(*names: str) -> tuple[Connection, dict[str, Person]]:
    """Make a company of service people under the first of them, with a tool to which all are mapped, each by name."""
    company = make.make_company()
    make.make_model("solution_engineer", families=("programmer",))
    tool = make.make_connection("api", name="客服工单")
    boss = make.make_person(company, names[0], number="BL0031")
    people = {names[0]: boss}
    for n, name in enumerate(names[1:]):
        people[name] = make.make_person(company, name, number=f"BL5{n:03d}", manager="BL0031")
    for name, person in people.items():
        make.make_account(person)
        make.map_to(tool, name, person)
    return tool, people
