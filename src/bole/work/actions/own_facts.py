"""What Bole itself finds out of people's work and brings in by the same door as every tool: one built-in connection."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bole.kit.action import action
from bole.values.refusal import NotFound
from bole.values.viewer import SYSTEM, Viewer
from bole.work.actions.own_accounts import accounts_of
from bole.work.actions.record import DeliveryNote, Recorded, record
from bole.work.models import BUILT_IN, Connection
from bole.work.rules.item import ItemVersion, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFact:
    """A number of somebody's that Bole found: `key` names it for good, `values` holds measures with whole numbers."""

    key: str
    person_id: int
    kind: Kind  # rating | fact
    title: str
    moment: datetime
    values: tuple[tuple[str, int], ...]


@action("work.record_own")
def record_own(*, made: Sequence[OwnFact], note: str, by: Viewer, at: datetime) -> Recorded | None:
    """Record what Bole found; the same key again is the same item, and its newer version counts.

    :raises NotFound: unless the system does it
    """
    if not by.is_system:
        raise NotFound
    if not made:
        return None
    link = Connection.objects.filter(vendor=BUILT_IN).order_by("id").first()
    link = link or Connection.objects.create(vendor=BUILT_IN, name="Bole", made_at=at)
    accounts = accounts_of(link, frozenset(one.person_id for one in made), at=at)
    version = int(at.astimezone(UTC).timestamp() * 1_000_000)
    versions = [
        ItemVersion(
            external_id=one.key,
            kind=one.kind,
            version=version,
            account=accounts[one.person_id],
            state="done",
            title=one.title,
            opened_at=one.moment,
            closed_at=one.moment,
            values=one.values,
        )
        for one in made
    ]
    return record(connection_id=link.pk, versions=versions, note=DeliveryNote(note[:200]), by=SYSTEM, at=at)
