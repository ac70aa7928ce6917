"""Days of work made quickly: tickets and tasks straight into the record, a day or many in one delivery."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bole.people.models import Person
from bole.values.workdays import each_working_day
from bole.work.models import Connection
from bole.work.rules.item import ItemVersion
from tests import factories as make

BEIJING = ZoneInfo("Asia/Shanghai")
USUAL = (45, 60, 75)
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
    minutes: tuple[int, ...] = USUAL,
    slow: int = 180,
) -> None:
    """Let somebody answer tickets on these days, all told in one delivery: an hour on average, then slower."""
    made = []
    for day in days:
        made += tickets(account, day, minutes) if slow_from is None or day < slow_from else tickets(account, day, (slow,), 10)
    make.send(tool, *made, at=at(FIRST, 8))


def serve_daily(tool: Connection, accounts: Sequence[str], days: Iterable[date]) -> None:
    """Let each of them answer tickets on these days, each day told on its evening: an hour on average."""
    for day in days:
        made = [one for account in accounts for one in tickets(account, day, USUAL)]
        make.send(tool, *made, at=at(day, 17), delivery=f"day {day}")


def tickets(account: str, day: date, minutes: tuple[int, ...], apart: int = 15) -> list[ItemVersion]:
    """Return the three tickets of a day, which took about as long as it is this day's turn."""
    usual = minutes[day.toordinal() % len(minutes)]
    return [ticket(f"{account}-{day}-{n}", account, day, usual + apart * (n - 1)) for n in range(3)]


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
