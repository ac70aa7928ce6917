"""Reading tickets of desks."""

from dataclasses import dataclass
from datetime import datetime

from bole.accounts.actions.scanning import HOLDS
from bole.accounts.models import ScanTicket
from bole.accounts.refusals import TicketOver
from bole.values.refusal import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """The desk that asks, as the phone shows it."""

    ref: str
    pair: str
    device: str
    address: str
    made_at: datetime


def asking_of(ref: str, at: datetime) -> Asking:
    """Return which desk asks by a ticket that still holds (one query).

    :raises NotFound: if there is no such ticket
    :raises TicketOver: if it is over, or was answered
    """
    row = ScanTicket.objects.filter(ref=ref).first()
    if row is None:
        raise NotFound
    if row.confirmed_by_id or row.refused_at or row.used_at or row.made_at <= at - HOLDS:
        raise TicketOver
    return Asking(ref=row.ref, pair=row.pair, device=row.device, address=row.address, made_at=row.made_at)


def is_waiting(ref: str, at: datetime) -> bool:
    """Test if a ticket still holds and nobody answered it (one query)."""
    living = ScanTicket.objects.filter(ref=ref, confirmed_by=None, refused_at=None, used_at=None, made_at__gt=at - HOLDS)
    return living.exists()
