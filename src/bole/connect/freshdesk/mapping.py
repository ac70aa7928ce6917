"""From a call of a Freshdesk automation rule to a ticket. Descriptions, replies and who the customer is are not read.

The rule's body is written by whoever sets it up; `docs/connections/freshdesk.md` gives the one that is read here. Freshdesk tells the
latest state only, and no moment of a reply, so what happens in between is kept as marks.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bole.connect.freshdesk.moments import moment_in, zone_of
from bole.connect.reading import delivery_name, happened, link_of, short, title_of
from bole.values.refusal import say
from bole.work.rules.item import ItemVersion, Mapped, Mark, State
from bole.work.rules.moments import microseconds
from bole.work.rules.place import Place
from bole.work.rules.refusals import UnknownChoice

NOBODY = say("The rule sent no agent's e-mail, so nobody is credited.")
NO_START = say("The rule sent no moment of creation, so no times can be computed.")
NO_RESPONSE = say("The rule sent no moment of the reply.")
NO_END = say("The rule sent no moment of resolution, so it does not count as solved yet.")
NO_ORDER = say("The rule sent no moment at all: of two such calls neither is known to be the later one.")

EVENTS = ("", "created", "replied", "updated", "deleted")
# Freshdesk's own statuses by name or number; those that a company adds count as open.
RESOLVED = frozenset({"resolved", "4", "已解决"})
CLOSED = frozenset({"closed", "5", "已关闭"})
_REOPENING = re.compile(r"status\s*:\s*\{\s*from\s*:\s*[45]\s*,\s*to\s*:\s*(?![45]\s*\})")


def delivery_id(payload: Mapping[str, object], headers: Mapping[str, str], *, at: datetime | None = None) -> str:
    """Return a fingerprint of the content and the moment of arrival. Freshdesk names no delivery, and a ticket that goes from one agent to
    another and back is told three times in the same words.
    """
    del headers
    return delivery_name("", payload, at.isoformat() if at else "")


def map_delivery(payload: Mapping[str, object], headers: Mapping[str, str], *, at: datetime | None = None) -> Mapped:
    """Map one call; `at` is the moment of arrival, which stands in where Freshdesk has no placeholder: the moment of a reply.

    :raises Invalid: with the place, if the payload is malformed
    """
    del headers
    place = Place.of(payload)
    told = _told(place.maybe("freshdesk_webhook") or place, at)
    item = _item(told)
    return happened(Mapped(items=(item,), notes=tuple(_notes(told, item))), at)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the call says, read once."""

    ticket: Place
    event: str
    state: State
    is_formal: bool
    created_at: datetime | None
    replied_at: datetime | None
    changed_at: datetime | None
    resolved_at: datetime | None
    updated_at: datetime | None
    at: datetime | None


def _told(ticket: Place, at: datetime | None) -> _Told:
    zone = zone_of(ticket)
    event = ticket.text("event").strip().casefold()
    if event not in EVENTS:
        raise UnknownChoice(text=event[:60], field="event", choices=", ".join(EVENTS[1:]), where=ticket.where("event"))
    status = ticket.key("ticket_status").casefold()
    replied_at = moment_in(ticket, "first_responded_at", zone)
    changed_at = moment_in(ticket, "status_changed_at", zone)
    return _Told(
        ticket=ticket,
        event=event,
        state="done" if status in RESOLVED | CLOSED else "open",
        is_formal=status in CLOSED,
        created_at=moment_in(ticket, "created_at", zone),
        replied_at=replied_at or (at if event == "replied" else None),
        changed_at=changed_at,
        resolved_at=moment_in(ticket, "resolved_at", zone),
        updated_at=moment_in(ticket, "updated_at", zone),
        at=at,
    )


def _item(told: _Told) -> ItemVersion:
    ticket = told.ticket
    agent = short(ticket.text("ticket_agent_email")).casefold()
    is_deleted = told.event == "deleted"
    return ItemVersion(
        external_id=f"ticket:{ticket.key('ticket_id')}",
        kind="ticket",
        version=_version(told) + is_deleted,
        account=agent or None,
        account_name=short(ticket.text("ticket_agent_name")),
        account_email=agent if "@" in agent else "",
        state=told.state,
        title=title_of(ticket, "ticket_subject"),
        link=link_of(ticket, "ticket_url"),
        project=short(ticket.text("ticket_group")),
        opened_at=told.created_at,
        closed_at=told.resolved_at or told.changed_at if told.state == "done" else None,
        marks=frozenset(_marks(told)),
        is_retracted=is_deleted,
    )


def _marks(told: _Told) -> Iterator[Mark]:
    if told.replied_at:
        yield Mark("responded", told.replied_at)
    resolved_at = told.resolved_at or (None if told.is_formal else told.changed_at)
    if told.state == "done" and resolved_at:
        yield Mark("resolved", resolved_at)
    reopened_at = told.changed_at or told.updated_at or told.at
    if told.state == "open" and reopened_at and _REOPENING.search(told.ticket.text("triggered_event")):
        yield Mark("reopened", reopened_at)


def _notes(told: _Told, item: ItemVersion) -> Iterator[str]:
    if item.account is None:
        yield NOBODY
    if told.created_at is None:
        yield NO_START
    if told.event == "replied" and told.replied_at is None:
        yield NO_RESPONSE
    if told.state == "done" and item.closed_at is None:
        yield NO_END
    if item.version == 0:
        yield NO_ORDER


def _version(told: _Told) -> int:
    """Order the versions: by `updated_at` if it is sent, else by the last change of status, and within it by arrival.

    Freshdesk tells whole seconds, so the microseconds below them are free: they hold the seconds from that change to the arrival. A call
    that comes hours late then still stands behind a later status.
    """
    if told.updated_at:
        return microseconds(told.updated_at)
    base = told.changed_at or told.created_at
    if base is None:
        return microseconds(told.at) if told.at else 0
    since = (told.at - base) // timedelta(seconds=1) if told.at else 0
    return microseconds(base.replace(microsecond=0)) + min(max(since, 0), 999_998)
