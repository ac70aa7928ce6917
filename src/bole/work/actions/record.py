"""Recording what came from outside: every delivery, every item in it, and the fate of each."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Case, DateField, F, IntegerField, Q, When

from bole.kit.action import action, on_record
from bole.kit.bulk import merge_rows
from bole.kit.clock import local_day
from bole.values.viewer import Viewer
from bole.work.actions.identities import settle_account
from bole.work.actions.seen_accounts import see_accounts
from bole.work.actions.settling import Settled, bring_in_line, corrections, detail_of, version_of, work_out
from bole.work.models import Connection, Delivery, Item
from bole.work.refusals import ConnectionOff, TooMany, WrongConnection
from bole.work.rules.item import ItemVersion
from bole.work.rules.merge import newer

MOST = 5_000
FATES = ("stored", "same", "older", "waiting", "ignored", "refused")
ITEM_COLUMNS = (
    "connection_id", "external_id", "kind", "account", "person_id", "state", "title", "link", "project", "opened_at", "due_on",
    "responded_at", "closed_at", "detail", "version", "is_retracted", "is_waiting", "changed_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DeliveryNote:
    """What is known of the call itself. The id repeats when the tool sends again.

    `reason` is a sentence of the catalogue with `facts` that fill it, so that each reader reads it in their own language; `where` is the
    first place it is about, `refused` how many parts could not be read and so are not among the versions.
    """

    delivery_id: str
    event: str = ""
    size: int = 0
    reason: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    where: str = ""
    refused: int = 0


@dataclass(frozen=True, slots=True)
class Recorded:
    """The fate of each version, in the order given, and of the delivery as a whole."""

    fates: tuple[str, ...]
    fate: str
    is_repeat: bool = False


@action("work.record")
def record(*, connection_id: int, versions: Sequence[ItemVersion], note: DeliveryNote, by: Viewer, at: datetime) -> Recorded:
    """Take a delivery: keep the newest version of each item, and bring facts and readings in line with it.

    :raises WrongConnection: if the sender writes to another's connection
    :raises ConnectionOff: if the connection is switched off
    :raises TooMany: if there are more than 5,000 items
    """
    if not (by.is_system or by.connection_id == connection_id):
        raise WrongConnection
    if len(versions) > MOST:
        raise TooMany(count=len(versions), most=MOST)
    link = Connection.objects.select_for_update(no_key=True).get(pk=connection_id)
    if not link.is_on:
        raise ConnectionOff
    kept = Delivery.objects.filter(connection_id=connection_id, delivery_id=note.delivery_id).exclude(fate="refused").first()
    if kept is not None:
        return Recorded(tuple("same" for _ in versions), "same", is_repeat=True)
    fates = take(link, versions, at=at)
    fate = _of_all(fates, note)
    counts = dict(Counter(fates)) | ({"refused": note.refused} if note.refused else {})
    Delivery.objects.create(
        connection_id=connection_id, delivery_id=note.delivery_id, event=note.event, received_at=at, fate=fate, reason=note.reason[:300],
        facts=dict(note.facts), where=note.where[:200], counts=counts, size=note.size,
    )  # fmt: skip
    _count(connection_id, at=at, last_at=at, **({"last_refused_at": at} if note.refused else {}))
    on_record(thing=f"connection {link.ref}")
    return Recorded(tuple(fates), fate)


def _count(connection_id: int, *, at: datetime, **more: datetime) -> None:
    """Keep when a delivery came, and how many came that day; one that comes over midnight after one of the next day counts no more."""
    day = local_day(at)
    is_late = Q(counted_on=day + timedelta(days=1))
    Connection.objects.filter(pk=connection_id).update(
        counted=Case(When(counted_on=day, then=F("counted") + 1), When(is_late, then=F("counted")), default=1, output_field=IntegerField()),
        counted_on=Case(When(is_late, then=F("counted_on")), default=day, output_field=DateField()),
        **more,
    )


def _of_all(fates: Sequence[str], note: DeliveryNote) -> str:
    """Return the fate of a delivery: the one that asks most for attention."""
    if not fates:
        return "ignored"
    return next(one for one in ("waiting", "stored", "older", "same", "ignored") if one in fates)


def take(link: Connection, versions: Sequence[ItemVersion], *, at: datetime) -> list[str]:
    """Merge versions into the items, settle what changed, and return the fate of each version."""
    before = _before(link.pk, {one.external_id for one in versions})
    now: dict[str, ItemVersion] = {key: item for key, (_, item) in before.items()}
    changed: set[str] = set()
    fates = []
    for version in versions:
        fate, merged = _meet(now.get(version.external_id), version)
        if fate == "stored":
            now[version.external_id] = merged
            changed.add(version.external_id)
        fates.append(fate)
    items = [now[key] for key in sorted(changed)]
    seen = see_accounts(link, [*versions, *items], at=at)
    had = {number for key, (number, _) in before.items() if key in changed}
    waiting = _settle(link, items, seen.nobodies, had, at=at)
    for account in seen.believed:
        settle_account(account, at=at)
    return ["waiting" if fate == "stored" and one.external_id in waiting else fate for fate, one in zip(fates, versions, strict=True)]


def _settle(
    link: Connection, items: Sequence[ItemVersion], nobodies: Collection[str], had: Collection[int], *, at: datetime
) -> frozenset[str]:
    """Write what changed and bring its facts in line; return what waits for an identity. `had` are the items that may have living facts."""
    if not items:
        return frozenset()
    settled = work_out(items, connection_id=link.pk, nobodies=nobodies, fixes=corrections(had))
    bring_in_line(settled, _keep(link.pk, items, settled, at=at), had_facts=had, at=at)
    return settled.waiting


def _meet(kept: ItemVersion | None, come: ItemVersion) -> tuple[str, ItemVersion]:
    """Return the fate of a version that meets what is kept, and what is then kept."""
    if kept is None:
        return "stored", come
    merged = newer(kept, come)
    if merged != kept:
        return "stored", merged
    return ("same" if come.version == kept.version else "older"), kept


def _before(connection_id: int, keys: Collection[str]) -> dict[str, tuple[int, ItemVersion]]:
    rows = Item.objects.filter(connection_id=connection_id, external_id__among=keys)
    return {row.external_id: (row.pk, version_of(row)) for row in rows}


def _keep(connection_id: int, items: Sequence[ItemVersion], settled: Settled, *, at: datetime) -> dict[str, int]:
    """Write the items, new and changed ones alike, and return their ids."""
    rows = [
        (
            connection_id, one.external_id, one.kind, one.account, settled.owners.get(one.external_id), one.state, one.title, one.link,
            one.project, one.opened_at, one.due_on, one.responded_at, one.closed_at, detail_of(one), one.version, one.is_retracted,
            one.external_id in settled.waiting, at,
        )
        for one in items
    ]  # fmt: skip
    merge_rows(Item, ITEM_COLUMNS, rows, key=("connection_id", "external_id"))
    keys = [one.external_id for one in items]
    return dict(Item.objects.filter(connection_id=connection_id, external_id__among=keys).values_list("external_id", "id"))


@action("work.refuse_delivery")
def refuse_delivery(*, connection_id: int, note: DeliveryNote, by: Viewer, at: datetime) -> None:
    """Keep the fate of a delivery that could not be taken, so that nothing is dropped in silence."""
    if not (by.is_system or by.connection_id == connection_id):
        raise WrongConnection
    Delivery.objects.create(
        connection_id=connection_id, delivery_id=note.delivery_id[:200], event=note.event[:80], received_at=at, fate="refused",
        reason=note.reason[:300], facts=dict(note.facts), where=note.where[:200], size=note.size,
        counts={"refused": note.refused} if note.refused else {},
    )  # fmt: skip
    _count(connection_id, at=at, last_refused_at=at)
