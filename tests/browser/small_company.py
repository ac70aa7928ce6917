"""A small company for browser tests, made in a data folder of its own: `python -m tests.browser.small_company` prints what a test needs."""

import json
import os
from datetime import UTC, date, datetime, timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bole.config.settings")

import django

django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402

from bole.access.actions import grant_role  # noqa: E402  (Django first)
from bole.accounts.actions import make_token, open_account  # noqa: E402
from bole.accounts.models import Account  # noqa: E402
from bole.accounts.queries import EPOCH_KEY  # noqa: E402
from bole.kit.clock import now, today  # noqa: E402
from bole.kit.worker import settle  # noqa: E402
from bole.people.models import Person  # noqa: E402
from bole.scoring.actions.scores import put_due  # noqa: E402
from bole.values.period import Period  # noqa: E402
from bole.values.viewer import SYSTEM  # noqa: E402
from bole.values.workdays import is_working_day, working_days  # noqa: E402
from bole.work.actions import open_connection  # noqa: E402
from bole.work.rules.item import ItemVersion  # noqa: E402
from tests import factories as make  # noqa: E402
from tests.browser.slow_hours import hire_service, tell  # noqa: E402

PEOPLE = {"林静": "BL0031", "李四": "BL0471", "沈一帆": "BL0402", "苏文": "BL0012", "何佳": "BL0148"}
# Signs in by hand.
BY_HAND, PASSWORD = "BL0900", make.PASSWORD


def scored_day() -> date:
    """Return a working day of the period that pages show: this month once it has five working days, else the month before."""
    day, first = today(), today().replace(day=1)
    if working_days(first, day) < 5:
        day = first - timedelta(days=1)
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def at_noon(day: date) -> datetime:
    """Return noon in Shanghai."""
    return datetime(day.year, day.month, day.day, 4, tzinfo=UTC)


def moment_of(day: date) -> datetime:
    """Return the last moment of a day at which work can have been done by now: noon, or a minute ago on a young day."""
    return min(at_noon(day), now() - timedelta(minutes=1)).replace(microsecond=0)


def records(day: date) -> list[ItemVersion]:
    """Return what 李四 did in the period: 9 of 10 tasks on time, 10 changes, 3 ratings, one round of colleagues' ratings."""
    first, who = day.replace(day=1), "lisi"
    early, due = at_noon(first), first + timedelta(days=3)
    tasks = [
        ItemVersion(
            external_id=f"PAY-{n}", kind="task", version=1, account=who, state="done" if n else "open", title=f"对账任务{n}",
            link=f"https://jira.example.com/browse/PAY-{n}", opened_at=early, due_on=due, closed_at=at_noon(due) if n else None,
        )
        for n in range(10)
    ]  # fmt: skip
    changes = [
        ItemVersion(
            external_id=f"api#{n}", kind="change", version=1, account=who, state="done", title=f"支付变更{n}", opened_at=early,
            closed_at=at_noon(due), labels=frozenset({"reuse"}) if n < 8 else frozenset(),
        )
        for n in range(10)
    ]  # fmt: skip
    ratings = [
        ItemVersion(
            external_id=f"r{n}",
            kind="rating",
            version=1,
            account=who,
            state="done",
            opened_at=at_noon(due),
            values=(("satisfaction", 8500),),
        )
        for n in range(3)
    ]
    peers = ItemVersion(
        external_id="peers", kind="rating", version=1, account=who, state="done", opened_at=at_noon(due), values=(("peer_rating", 8800),)
    )
    return [*tasks, *changes, *ratings, peers]


def hook_of(person: Person) -> tuple[str, str]:
    """Connect GitHub, where the person has the account of the payloads of the shared data; return where it sends to, and its secret."""
    forge, secret = open_connection(vendor="github", name="代码仓库", by=SYSTEM, at=now())
    make.map_to(forge, "21031067", person)
    return f"/hooks/{forge.ref}/", secret


def session_of(account: Account) -> str:
    """Return the key of a session, as signing in would make it."""
    kept = SessionStore()
    kept[SESSION_KEY], kept[BACKEND_SESSION_KEY] = str(account.pk), "bole.accounts.backends.ByLogin"
    kept[HASH_SESSION_KEY], kept[EPOCH_KEY], kept["seen"] = account.get_session_auth_hash(), account.session_epoch, now().timestamp()
    kept.save()
    return str(kept.session_key)


def main() -> None:
    """Make the company and say what the tests need."""
    call_command("migrate", verbosity=0)
    company = make.make_company()
    people = {
        name: make.make_person(company, name, number=PEOPLE[name], manager="" if name in {"林静", "苏文", "何佳"} else "BL0031")
        for name in PEOPLE
    }
    accounts = {person.number: make.make_account(person) for person in people.values()}
    open_account(login=BY_HAND, name="门口", password=PASSWORD, by=SYSTEM, at=now())
    Account.objects.update(first_page_seen_at=now())
    for number in ("BL0012", "BL0148"):
        grant_role(account_id=accounts[number].pk, role="hr_admin", by=SYSTEM, at=now())
    make.make_model("programmer", families=("programmer",))
    service = hire_service(company)
    accounts |= {person.number: Account.objects.get(login=person.number) for person in service.values()}
    Account.objects.update(first_page_seen_at=now())
    tell(service)
    tool, day = make.make_connection("api", name="项目管理"), scored_day()
    make.map_to(tool, "lisi", people["李四"])
    make.send(tool, *records(day), at=now())
    put_due(((person.pk, Period.of("month", day).code) for person in people.values()), at=now())
    settle(now())
    _, token = make_token(name="tests", scopes=["facts.write"], connection_ref=tool.ref, days=2, by=SYSTEM, at=now())
    sessions = {number: session_of(account) for number, account in accounts.items()}
    told = {"token": token, "sessions": sessions, "day": day.isoformat(), "moment": moment_of(day).isoformat()}
    print(json.dumps(told | {"hook": hook_of(people["李四"])}))


if __name__ == "__main__":
    main()
