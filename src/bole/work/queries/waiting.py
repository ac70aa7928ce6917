"""Outside accounts whose records wait for a person, and who it may be. Nobody is taken by itself: a person of HR decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q

from bole.access.rules import may_company
from bole.people.queries import Card, cards, find_people, get_person_for, people_by_work_email, people_for
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.work.models import OWN, Fact, Identity, Item, OutsideAccount

MOST_LISTED = 50
FEW = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingAccount:
    """An account, how many of its records wait, and who it may be."""

    ref: str
    account: str
    name: str
    email: str
    tool: str
    connection_ref: str
    waiting: int
    first_seen_at: datetime
    is_nobody: bool = False
    likely: Card | None = None
    by_email: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedAccount:
    """An account and whose it was, from a day to a day (half-open); without a person it is nobody's of the company."""

    ref: str
    account: str
    tool: str
    name: str
    active_from: date | None
    active_to: date | None
    by: str
    recorded_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingList:
    """A page of the accounts, those with most records first, from `start` on; what was decided lately."""

    rows: tuple[WaitingAccount, ...]
    start: int
    accounts: int
    records: int
    decided: tuple[MappedAccount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneAccount:
    """One account with whose it was."""

    account: WaitingAccount
    spells: tuple[MappedAccount, ...]


def waiting_for(viewer: Viewer, *, day: date, start: int = 0) -> WaitingList:
    """Return a page of the accounts that wait (nine queries); where there is none so far on, the first.

    :raises NotFound: if they are not open to the viewer
    """
    if not may_company(viewer, "read", "identities"):
        raise NotFound
    groups = Item.objects.filter(is_waiting=True).values("connection_id", "account").annotate(times=Count("id"))
    counts = {(one["connection_id"], one["account"]): one["times"] for one in groups.order_by("-times", "connection_id", "account")}
    start = start if start < len(counts) else 0
    first = list(counts)[start : start + MOST_LISTED]
    rows = OutsideAccount.objects.filter(
        connection__in={link for link, _ in first}, account__in={account for _, account in first}
    ).select_related("connection")
    kept = sorted(
        (one for one in rows if (one.connection_id, one.account) in first), key=lambda one: first.index((one.connection_id, one.account))
    )
    likely = _likely(viewer, kept, day=day)
    return WaitingList(
        rows=tuple(_account(one, counts[one.connection_id, one.account], likely) for one in kept),
        start=start,
        accounts=len(counts),
        records=sum(counts.values()),
        decided=_decided(),
    )


def account_for(viewer: Viewer, ref: str, *, day: date) -> OneAccount:
    """Return one account.

    :raises NotFound: if there is none, or accounts are not open to the viewer
    """
    if not may_company(viewer, "read", "identities"):
        raise NotFound(where="ref")
    one = OutsideAccount.objects.filter(ref=ref).select_related("connection").first()
    if one is None:
        raise NotFound(where="ref")
    waiting = Item.objects.filter(connection=one.connection_id, account=one.account, is_waiting=True).count()
    spells = Identity.objects.filter(outside=one, withdrawn_at=None).select_related("person", "outside__connection")
    return OneAccount(
        account=_account(one, waiting, _likely(viewer, [one], day=day)),
        spells=tuple(_mapped(spell) for spell in spells.order_by("active_from", "id")),
    )


def people_to_choose(viewer: Viewer, account: WaitingAccount, *, day: date, text: str = "", number: str = "") -> list[Card]:
    """Return whom a search finds; without one who it may be. `number` is somebody who was chosen already."""
    if number:
        return [get_person_for(viewer, number, day)]
    if text:
        return find_people(viewer, text, day, limit=FEW)
    return [account.likely] if account.likely else []


def records_counting(account_ref: str, person_id: int) -> int:
    """Return how many records of the account count for the person."""
    outside = OutsideAccount.objects.filter(ref=account_ref).first()
    if outside is None:
        return 0
    rows = Fact.objects.filter(item__connection=outside.connection_id, item__account=outside.account, person=person_id, withdrawn_at=None)
    return rows.values("item").distinct().count()


def _likely(viewer: Viewer, rows: Sequence[OutsideAccount], *, day: date) -> Mapping[int, tuple[Card, bool]]:
    """Return who each account may be: by the work e-mail, else by a name that exactly one person here has."""
    by_email = people_by_work_email({one.email for one in rows if one.email})
    names = {one.name for one in rows if one.name}
    here = people_for(viewer, day).filter(Q(name__in=names) | Q(name_en__in=names)).values_list("id", "name", "name_en") if names else []
    by_name: dict[str, set[int]] = {}
    for person, *own in here:
        for name in set(own) & names:
            by_name.setdefault(name, set()).add(person)
    found: dict[int, tuple[int, bool]] = {}
    for one in rows:
        mail = by_email.get(one.email.casefold()) if one.email else None
        named = by_name.get(one.name, set())
        if mail is not None:
            found[one.pk] = (mail, True)
        elif len(named) == 1:
            found[one.pk] = (next(iter(named)), False)
    shown = cards({person for person, _ in found.values()}, day) if found else {}
    return {key: (shown[person], is_mail) for key, (person, is_mail) in found.items() if person in shown}


def _account(one: OutsideAccount, waiting: int, likely: Mapping[int, tuple[Card, bool]]) -> WaitingAccount:
    card, by_email = likely.get(one.pk, (None, False))
    return WaitingAccount(
        ref=one.ref,
        account=one.account,
        name=one.name,
        email=one.email,
        tool=one.connection.name,
        connection_ref=one.connection.ref,
        waiting=waiting,
        first_seen_at=one.first_seen_at,
        is_nobody=one.is_nobody,
        likely=card,
        by_email=by_email,
    )


def _decided() -> tuple[MappedAccount, ...]:
    # What Bole maps by itself, on its own connections, nobody decided.
    own = Q(outside__connection__vendor__in=OWN)
    spells = Identity.objects.filter(withdrawn_at=None).exclude(own).select_related("person", "outside__connection")
    nobodies = OutsideAccount.objects.filter(is_nobody=True).select_related("connection").order_by("-id")
    return (
        *(_mapped(one) for one in spells.order_by("-recorded_at", "-id")[:FEW]),
        *(
            MappedAccount(
                ref=one.ref,
                account=one.account,
                tool=one.connection.name,
                name="",
                active_from=None,
                active_to=None,
                by="",
                recorded_at=None,
            )
            for one in nobodies[:FEW]
        ),
    )


def _mapped(one: Identity) -> MappedAccount:
    return MappedAccount(
        ref=one.outside.ref,
        account=one.outside.account,
        tool=one.outside.connection.name,
        name=one.person.name,
        active_from=one.active_from,
        active_to=one.active_to,
        by=one.by,
        recorded_at=one.recorded_at,
    )


def accounts_waiting(viewer: Viewer) -> int:
    """Count the outside accounts whose records wait for a person (one query); none for whoever may not see them."""
    if not may_company(viewer, "read", "identities"):
        return 0
    return Item.objects.filter(is_waiting=True).values("connection_id", "account").distinct().count()
