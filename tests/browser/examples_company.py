"""The two worked examples of the specification as a company: `python -m tests.browser.examples_company` prints what a test needs.

Beside the two there are an HR partner of the programmer's unit, an auditor and a system admin.
It takes the 23rd of November 2026 for today, as a demo may, for the programmer's score is one of a month that is not over.
"""

import json
import os
from dataclasses import replace
from datetime import UTC, date, datetime

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bole.config.settings")
os.environ["BOLE_KIND"] = "demo"

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from bole.access.actions import grant_role  # noqa: E402  (Django first)
from bole.accounts.models import Account  # noqa: E402
from bole.kit.clock import now, today  # noqa: E402
from bole.kit.worker import settle  # noqa: E402
from bole.people.actions import add_family, add_position, add_unit  # noqa: E402
from bole.people.models import Person  # noqa: E402
from bole.sandbox.dial import turn_to  # noqa: E402
from bole.scoring.actions import close_period  # noqa: E402
from bole.values.period import Period  # noqa: E402
from bole.values.viewer import SYSTEM  # noqa: E402
from bole.work.models import Connection  # noqa: E402
from bole.work.rules.item import ItemVersion  # noqa: E402
from tests import factories as make  # noqa: E402
from tests.browser.small_company import session_of  # noqa: E402
from tests.home.crew import change, task, told  # noqa: E402

PROGRAMMER, WORKER = "BL0471", "BL0801"
OFFICE = {"何佳": ("BL0148", "hr_partner"), "白审": ("BL0901", "auditor"), "罗工": ("BL0902", "system_admin")}
DAY, SHIFT = date(2026, 11, 10), date(2026, 10, 20)


def worker_of(company: make.Company) -> Person:
    """Hire somebody into the factory, a unit with another model."""
    unit = add_unit(code="F", name="装配车间", kind="team", first_day=make.START, parent_id=company.root.pk, by=SYSTEM, at=make.BEFORE)
    family = add_family(code="worker", name="生产", by=SYSTEM, at=make.BEFORE)
    position = add_position(code="line", name="装配工", family_id=family.pk, by=SYSTEM, at=make.BEFORE)
    make.make_model("factory", families=("worker",))
    return make.make_person(replace(company, family=family, position=position), "王强", number=WORKER, unit=unit)


def of_programmer(who: Person) -> list[ItemVersion]:
    """Return 10 changes of which 9 reuse, 2 defects, 19 of 20 tasks on time, 3 customers and one round of colleagues."""
    at = datetime(2026, 11, 9, 3, tzinfo=UTC)
    defects = [
        ItemVersion(
            external_id=f"BUG-{n}", kind="defect", version=1, account=who.number, state="open", title=f"支付缺陷{n}", opened_at=at,
            link=f"https://jira.example.com/browse/BUG-{n}",
        )
        for n in (1, 2)
    ]  # fmt: skip
    tasks = [task(n, who, due=DAY, closed=DAY) for n in range(19)]
    ratings = [told(f"r{n}", who, day=DAY, measure="satisfaction", value=8400) for n in range(3)]
    peers = told("peers", who, day=DAY, measure="peer_rating", value=8800)
    changes = [change(n, who, day=DAY, reuses=n < 9) for n in range(10)]
    return [*changes, *defects, *tasks, task(19, who, due=DAY, closed=date(2026, 11, 11)), *ratings, peers]


def of_worker(who: Person) -> list[ItemVersion]:
    """Return 920 pieces of which 810 are good, one proposal, 3 customers and one round of colleagues."""
    shift = told("白班第1批", who, day=SHIFT, measure="output_units", value=920)
    numbers = {"good_units": 810, "proposals_accepted": 1, "peer_rating": 9000}
    ratings = [told(f"w{n}", who, day=SHIFT, measure="satisfaction", value=8500) for n in range(3)]
    others = [told(f"worker-{name}", who, day=SHIFT, measure=name, value=value) for name, value in numbers.items()]
    return [replace(shift, link="https://mes.example.com/shifts/1"), *others, *ratings]


def open_office(company: make.Company) -> None:
    """Hire who looks after people, records and connections, each with one role."""
    for name, (number, role) in OFFICE.items():
        account = make.make_account(make.make_person(company, name, number=number))
        unit_ref = company.team.ref if role == "hr_partner" else ""
        grant_role(account_id=account.pk, role=role, unit_ref=unit_ref, by=SYSTEM, at=make.BEFORE)


def tool_for(*people: Person) -> Connection:
    """Connect the tool that knows these people by their numbers."""
    tool = make.make_connection("api", name="生产与项目系统")
    for person in people:
        make.map_to(tool, person.number, person)
    return tool


def main() -> None:
    """Make the company, score November as far as it has come, and close October."""
    call_command("migrate", verbosity=0)
    turn_to(date(2026, 11, 23))
    company = make.make_company()
    make.make_model("programmer", families=("programmer",))
    programmer, worker = make.make_person(company, "李四", number=PROGRAMMER), worker_of(company)
    for person in (programmer, worker):
        make.make_account(person)
    open_office(company)
    Account.objects.update(first_page_seen_at=now())
    make.send(tool_for(programmer, worker), *of_programmer(programmer), *of_worker(worker), at=now())
    settle(now())
    close_period(period=Period.parse("2026-10"), by=SYSTEM, at=now())
    settle(now())
    sessions = {account.login: session_of(account) for account in Account.objects.all()}
    print(json.dumps({"token": "", "sessions": sessions, "day": today().isoformat(), "moment": now().isoformat(), "kind": "demo"}))


if __name__ == "__main__":
    main()
