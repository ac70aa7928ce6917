"""Receiving a hook: signature first, then strict JSON, then the vendor's mapping, then one action."""

from collections.abc import Callable, Mapping
from datetime import datetime
from hashlib import sha256

from bole.connect.vendors import VENDORS
from bole.kit import strict_json
from bole.kit.middleware import plain_facts
from bole.values.refusal import NotFound, Refused
from bole.values.viewer import Viewer
from bole.work.actions import DeliveryNote, Recorded, record, refuse_delivery
from bole.work.models import Connection


def receive(*, ref: str, read: Callable[[], bytes], headers: Mapping[str, str], address: str, at: datetime) -> Recorded:
    """Take a hook's call; what cannot be taken stays visible with its reason.

    :raises NotFound: if there is no such connection, or tokens feed it
    :raises WrongSignature: if the signature does not fit
    :raises Invalid: if the body cannot be read, or is too long to be
    """
    link = Connection.objects.filter(ref=ref, vendor__in=VENDORS).first()
    if link is None:
        raise NotFound
    vendor = VENDORS[link.vendor]
    by = Viewer(name=f"hook {link.name}", connection_id=link.pk, address=address)
    event, body = "", b""
    try:
        body = read()
        vendor.verify(body, headers, str(link.secret))
        payload = strict_json.read(body)
        event = _event(payload, headers)
        mapped = vendor.map_delivery(payload, headers, at=at)
        name = vendor.delivery_id(payload, headers, at=at)
        note = DeliveryNote(name[:200], event=event[:80], size=len(body), reason=mapped.ignored or next(iter(mapped.notes), ""))
        return record(connection_id=link.pk, versions=mapped.items, note=note, by=by, at=at)
    except Refused as refused:
        refuse_delivery(connection_id=link.pk, note=refusal_note(refused, body, event=event), by=by, at=at)
        raise


def refusal_note(refused: Refused, body: bytes, *, event: str) -> DeliveryNote:
    """Return what is kept of a call that could not be taken."""
    call = f"refused {sha256(body).hexdigest()[:32]}"
    reason, facts = refused.sentence, plain_facts(refused)
    told = refused.facts.get("size")  # of a body that was too long to be read
    size = told if isinstance(told, int) else len(body)
    return DeliveryNote(call, event=event, size=size, reason=reason, facts=facts, where=refused.where)


def _event(payload: object, headers: Mapping[str, str]) -> str:
    """Return what the tool calls this event."""
    named = headers.get("x-github-event") or headers.get("X-GitHub-Event") or ""
    if isinstance(payload, dict):
        told = payload.get("webhookEvent") or payload.get("event_type") or payload.get("action") or ""
        return " ".join(part for part in (named, str(told)) if part)
    return named
