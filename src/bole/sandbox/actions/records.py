"""Sending the two years of work through `record`, as the connectors would: month by month, tool by tool."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from bole.sandbox.rules.days import CHINA, moment, months_between
from bole.sandbox.rules.hand import CODE, SOURCES
from bole.sandbox.rules.history import History
from bole.values.period import Period
from bole.values.viewer import SYSTEM
from bole.work.actions import DeliveryNote, open_connection, record
from bole.work.actions.record import MOST
from bole.work.models import Connection
from bole.work.rules.item import ItemVersion

Say = Callable[[str], None]
HABIT_MONTHS = 3  # so long before its silence the code source was heard day by day: nobody misses what has no habit


@dataclass
class Sender:
    """Sends items to the connections; the first items of an account tell whose it is, as a tool with the company's directory does."""

    links: dict[str, Connection]
    people: dict[tuple[str, str], tuple[str, str]]
    seen: set[tuple[str, str]] = field(default_factory=set)
    sent: int = 0

    def send(self, source: str, items: Sequence[ItemVersion], *, name: str, at: datetime) -> None:
        """Send items, those of new accounts first."""
        new, old = [], []
        for item in items:
            key = (source, item.account or "")
            if key not in self.seen and key in self.people:
                self.seen.add(key)
                new.append(self._told(item, *self.people[key]))
            else:
                old.append(item)
        parts = ([new] if new else []) + list(_parts(old))
        for n, part in enumerate(parts):
            note = DeliveryNote(f"{name} {n + 1}/{len(parts)}", event="history", size=len(part) * 400)
            record(connection_id=self.links[source].pk, versions=part, note=note, by=SYSTEM, at=at)
        self.sent += len(items)

    @staticmethod
    def _told(item: ItemVersion, name: str, email: str) -> ItemVersion:
        return replace(item, account_name=name, account_email=email)


@dataclass
class DayByDay:
    """Sends what a tool told on the day on which it told it: who looks back sees on which days it was heard, and on which it was silent."""

    sender: Sender
    source: str
    until: date
    silent: Collection[date]
    back_on: date
    later: list[ItemVersion] = field(default_factory=list)

    def send(self, items: Sequence[ItemVersion], month: Period) -> None:
        """Send the month's days; what closes in a later month waits for it."""
        days: defaultdict[date, list[ItemVersion]] = defaultdict(list)
        waiting = [*self.later, *items]
        self.later = []
        for item in waiting:
            day = moment_of(item).astimezone(CHINA).date()
            day = self.back_on if day in self.silent else day
            if day > month.last_day:
                self.later.append(item)
            else:
                days[max(day, month.first_day)].append(item)
        for day, some in sorted(days.items()):
            at = min(max(moment_of(item) for item in some) + timedelta(minutes=1), moment(self.until, 0.1))
            self.sender.send(self.source, some, name=f"history {day}", at=max(at, moment(day, 9)))


def moment_of(item: ItemVersion) -> datetime:
    """Return when a tool told of this version of an item."""
    return datetime.fromtimestamp(item.version / 1_000_000, UTC)


def open_connections(*, at: datetime) -> dict[str, Connection]:
    """Open the seven connections of the demo."""
    return {key: open_connection(vendor=vendor, name=name, runs_directory=True, by=SYSTEM, at=at)[0] for key, vendor, name in SOURCES}


def send_history(sender: Sender, history: History, *, say: Say) -> None:
    """Send all months up to last midnight; what came late a year ago comes on its day, and once more."""
    almanac = history.almanac
    months, outage = almanac.months, history.outage
    daily = DayByDay(sender, CODE, until=almanac.anchor, silent=outage.days, back_on=outage.back_on)
    for month in months:
        at = min(moment(history.clock.of_month(month)[-1], 23.5), moment(almanac.anchor, 0.1))
        for source, items in sorted(history.month(month).items()):
            if source == CODE and months_between(month, Period.of("month", outage.days[0])) <= HABIT_MONTHS:
                daily.send(items, month)
            else:
                sender.send(source, items, name=f"history {month.code}", at=at)
        if outage.back_on in month:
            for time in ("first", "again"):
                sender.send(
                    CODE, outage.deliver() if time == "first" else outage.late, name=f"catch-up {time}", at=moment(outage.back_on, 10)
                )
        if month.first_day.month % 3 == 0 or month == months[-1]:
            say(f"  work up to {month.code}: {sender.sent:,} records")


def send_morning(sender: Sender, history: History) -> None:
    """Send what only this morning brought."""
    for source, items in sorted(history.morning.items()):
        sender.send(source, items, name="this morning", at=history.clock.shown_at)


def accounts_of(history: History) -> dict[tuple[str, str], tuple[str, str]]:
    """Return name and e-mail of each account in each tool."""
    return {(source, worker.account(source)): (worker.name, worker.email) for worker in history.workers() for source, _, _ in SOURCES}


def _parts(items: Sequence[ItemVersion]) -> Iterator[Sequence[ItemVersion]]:
    for n in range(0, len(items), MOST):
        yield items[n : n + MOST]
