"""How an alert is handled: rooms above offer where advice is written or a talk is set up, from an alert in one step.

The room above calls `signals.actions.note_step` when it is saved, so that the alert keeps what came of it.
"""

from collections.abc import Callable
from typing import Literal

Handling = Literal["advice", "talk"]
Address = Callable[[str], str]
_addresses: dict[str, Address] = {}


def offer_handling(kind: Handling, address: Address) -> None:
    """Offer the page on which this is done; `address` makes it from an alert's ref."""
    _addresses[kind] = address


def address_of(kind: str, alert_ref: str) -> str:
    """Return where this is done for an alert; nothing where no room offers it."""
    address = _addresses.get(kind)
    return address(alert_ref) if address else ""
