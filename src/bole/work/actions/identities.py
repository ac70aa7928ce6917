"""Whose account it is: mapping moves facts, as if they had come in time."""

from datetime import date, datetime

from django.db.models import Q

from bole.access.rules import may_company
from bole.kit.action import action, on_record
from bole.people.models import Person
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer
from bole.work.actions.settling import bring_in_line, corrections, version_of, work_out
from bole.work.models import Connection, Identity, Item, OutsideAccount
from bole.work.refusals import IdentityOverlaps, OwnAccount

CHUNK = 5_000


@action("work.map_account")
def map_account(
    *, account_ref: str, person_id: int, by: Viewer, at: datetime, active_from: date | None = None, active_to: date | None = None
) -> int:
    """Say whose account it was in those days; all its items are settled anew. Return how many items it has.

    :raises OwnAccount: if it would be one's own: another person of HR decides that
    :raises IdentityOverlaps: if it belongs to someone in some of those days
    """
    outside = _locked(account_ref, by)
    person = Person.objects.filter(pk=person_id).first()
    if person is None:
        raise NotFound
    if person.pk == by.person_id:
        raise OwnAccount(where="person")
    clash = _clashing(outside, active_from, active_to)
    if clash is not None:
        raise IdentityOverlaps(name=clash.person.name, where="person")
    Identity.objects.create(outside=outside, person=person, active_from=active_from, active_to=active_to, by=by.name, recorded_at=at)
    OutsideAccount.objects.filter(pk=outside.pk).update(is_nobody=False)
    on_record(subject=str(person.ref), thing=f"account {outside.ref}", fields=("identity",))
    return settle_account(outside, at=at)


@action("work.unmap_account")
def unmap_account(*, account_ref: str, by: Viewer, at: datetime) -> int:
    """Take back whose account it was; its items wait again. Return how many items it has."""
    outside = _locked(account_ref, by)
    if not Identity.objects.filter(outside=outside, withdrawn_at=None).update(withdrawn_at=at):
        raise NotFound
    on_record(thing=f"account {outside.ref}", fields=("identity",))
    return settle_account(outside, at=at)


@action("work.call_nobody")
def call_nobody(*, account_ref: str, by: Viewer, at: datetime, is_nobody: bool = True) -> int:
    """Say that an account is a robot or an outsider, whose items count for nobody and need not wait."""
    outside = _locked(account_ref, by)
    OutsideAccount.objects.filter(pk=outside.pk).update(is_nobody=is_nobody)
    outside.is_nobody = is_nobody
    on_record(thing=f"account {outside.ref}", fields=("is_nobody",))
    return settle_account(outside, at=at)


def _locked(account_ref: str, by: Viewer) -> OutsideAccount:
    if not may_company(by, "change", "identities"):
        raise NotYours
    found = OutsideAccount.objects.filter(ref=account_ref).first()
    if found is None:
        raise NotFound
    Connection.objects.select_for_update(no_key=True).get(pk=found.connection_id)
    return found


def _clashing(outside: OutsideAccount, start: date | None, end: date | None) -> Identity | None:
    rows = Identity.objects.filter(outside=outside, withdrawn_at=None).select_related("person")
    if end is not None:
        rows = rows.filter(Q(active_from=None) | Q(active_from__lt=end))
    if start is not None:
        rows = rows.filter(Q(active_to=None) | Q(active_to__gt=start))
    return rows.first()


def settle_account(outside: OutsideAccount, *, at: datetime) -> int:
    """Settle all items of an account anew."""
    nobodies = frozenset({outside.account}) if outside.is_nobody else frozenset()
    ids = list(
        Item.objects.filter(connection_id=outside.connection_id, account=outside.account).order_by("id").values_list("id", flat=True)
    )
    for n in range(0, len(ids), CHUNK):
        settle_items(ids[n : n + CHUNK], connection_id=outside.connection_id, nobodies=nobodies, at=at)
    return len(ids)


def settle_items(ids: list[int], *, connection_id: int, nobodies: frozenset[str], at: datetime) -> None:
    """Settle items anew from what is kept of them."""
    rows = list(Item.objects.filter(pk__among=ids))
    names = {row.external_id: row.pk for row in rows}
    settled = work_out([version_of(row) for row in rows], connection_id=connection_id, nobodies=nobodies, fixes=corrections(ids))
    Item.objects.filter(pk__among=ids).update(person_id=None, is_waiting=False)
    for person in set(settled.owners.values()):
        own = [names[name] for name, owner in settled.owners.items() if owner == person]
        Item.objects.filter(pk__among=own).update(person_id=person)
    Item.objects.filter(pk__among=[names[name] for name in settled.waiting]).update(is_waiting=True)
    bring_in_line(settled, names, had_facts=ids, at=at)
