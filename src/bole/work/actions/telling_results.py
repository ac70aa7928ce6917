"""Who is told of a result: who leads the person, that one waits; the person, what became of it. Never what it says."""

from datetime import datetime

from bole.notices.actions import tell
from bole.people.models import Person
from bole.people.queries import managers_on
from bole.values.viewer import SYSTEM, Viewer
from bole.work.models import Submission


def tell_waiting(made: Submission, *, at: datetime) -> None:
    """Tell who leads the person that a result waits."""
    manager = managers_on([made.person_id], made.day).get(made.person_id)
    accounts = _accounts(manager)
    if accounts:
        _tell(accounts, made, "work.result_waiting", {"name": made.person.name, "kind": made.kind}, at=at)


def tell_decided(found: Submission, *, by: Viewer, at: datetime) -> None:
    """Tell the person that a result was confirmed or returned."""
    accounts = _accounts(found.person_id)
    if accounts:
        _tell(accounts, found, f"work.result_{found.state}", {"name": by.name, "kind": found.kind}, at=at)


def _accounts(person_id: int | None) -> list[int]:
    found = Person.objects.filter(pk=person_id).first() if person_id is not None else None
    return [found.account_id] if found is not None and found.account_id is not None else []


def _tell(accounts: list[int], one: Submission, kind: str, params: dict[str, str | int], *, at: datetime) -> None:
    tell(accounts=accounts, kind=kind, key=f"{one.ref}:{one.version}", params=params, address=f"/results/{one.ref}/", by=SYSTEM, at=at)
