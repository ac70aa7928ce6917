"""Making what a test is about, through the product's own actions: a small company, its people, a tool, a model."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count

from bole.accounts.actions import open_account
from bole.accounts.models import Account
from bole.people.actions import add_family, add_grade, add_position, add_unit, hire
from bole.people.models import JobFamily, JobGrade, Person, Position, Unit
from bole.people.rules.entries import Identity, Newcomer, Post
from bole.scoring.actions import publish_version, save_draft, save_indicator, use_model
from bole.scoring.models import Indicator
from bole.scoring.rules.indicator import indicator_json
from bole.scoring.rules.library import LIBRARY
from bole.scoring.rules.templates import TEMPLATES
from bole.scoring.rules.tree import tree_json
from bole.values.viewer import SYSTEM
from bole.work.actions import DeliveryNote, Recorded, open_connection, record
from bole.work.actions.identities import map_account
from bole.work.models import Connection, OutsideAccount
from bole.work.rules.item import ItemVersion

START = date(2025, 1, 1)
BEFORE = datetime(2025, 1, 1, 1, tzinfo=UTC)
PASSWORD = "ink-on-paper-2026"
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Company:
    """A company with one team, one family, one grade and one position."""

    root: Unit
    team: Unit
    family: JobFamily
    grade: JobGrade
    position: Position


def make_company(*, family: str = "programmer", at: datetime = BEFORE) -> Company:
    """Make a company that began on the first of January 2025."""
    root = add_unit(code="C", name="青骓智能", kind="company", first_day=START, by=SYSTEM, at=at)
    team = add_unit(code="T", name="交付一组", kind="team", first_day=START, parent_id=root.pk, by=SYSTEM, at=at)
    kind = add_family(code=family, name="程序员", by=SYSTEM, at=at)
    grade = add_grade(code="P5", rank=5, by=SYSTEM, at=at)
    position = add_position(code="dev", name="工程师", family_id=kind.pk, by=SYSTEM, at=at)
    return Company(root, team, kind, grade, position)


def make_person(
    company: Company, name: str, *, number: str = "", manager: str = "", unit: Unit | None = None, at: datetime = BEFORE
) -> Person:
    """Hire somebody into the team (or another unit)."""
    post = Post(unit_id=(unit or company.team).pk, position_id=company.position.pk, family_id=company.family.pk, grade_id=company.grade.pk)
    newcomer = Newcomer(
        number=number or f"BL{next(_numbers):04d}",
        identity=Identity(name=name),
        employer_id=company.root.pk,
        first_day=START,
        post=post,
        manager_number=manager,
    )
    return hire(newcomer=newcomer, by=SYSTEM, at=at)


def make_account(person: Person, *, password: str | None = None, at: datetime = BEFORE) -> Account:
    """Open an account for somebody; without a password nobody signs in by hand (`client.force_login` does)."""
    account = open_account(login=person.number, name=person.name, password=password, by=SYSTEM, at=at)
    Person.objects.filter(pk=person.pk).update(account=account)
    return account


def make_connection(vendor: str = "api", *, name: str = "表格导入", at: datetime = BEFORE) -> Connection:
    """Open a connection."""
    return open_connection(vendor=vendor, name=name, by=SYSTEM, at=at)[0]


def map_to(connection: Connection, account: str, person: Person, *, at: datetime = BEFORE) -> None:
    """Say whose account it is, seen or not."""
    outside, _ = OutsideAccount.objects.get_or_create(connection=connection, account=account, defaults={"first_seen_at": at})
    map_account(account_ref=outside.ref, person_id=person.pk, by=SYSTEM, at=at)


def make_model(code: str, *, families: tuple[str, ...], first_day: date = START, at: datetime = BEFORE) -> None:
    """Put a model that ships in force for job families."""
    tree = TEMPLATES[code]
    known = set(Indicator.objects.values_list("code", flat=True))  # of another model
    for leaf in (one for one in tree.leaves if one.indicator not in known):
        save_indicator(definition=indicator_json(LIBRARY[leaf.indicator]), version=0, by=SYSTEM, at=at)
    save_draft(code=code, tree=tree_json(tree), version=0, by=SYSTEM, at=at)
    publish_version(code=code, first_day=first_day, note="", by=SYSTEM, at=at)
    use_model(code=code, families=families, first_day=first_day, by=SYSTEM, at=at)


_calls = count(1)


def send(connection: Connection, *versions: ItemVersion, at: datetime, delivery: str = "") -> Recorded:
    """Record versions as one delivery."""
    note = DeliveryNote(delivery or f"test {next(_calls)}")
    return record(connection_id=connection.pk, versions=versions, note=note, by=SYSTEM, at=at)
