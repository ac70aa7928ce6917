"""Writing the record, in the transaction of the change."""

from collections.abc import Mapping
from datetime import UTC

from django.db import connection

from bole.audit.models import Entry
from bole.audit.rules import START, chained
from bole.kit.action import Line
from bole.vault.keys import derived

LOCK = 6_105_240  # one writer of the chain at a time on PostgreSQL; SQLite has one writer anyway


def write(*lines: Line) -> None:
    """Append the lines to the chain (two queries, whatever their number)."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    prev, entries = Entry.objects.order_by("-seq").values_list("hash", flat=True).first() or START, []
    for line in lines:
        entry = _entry(line, prev)
        entry.hash = prev = chained(prev, canonical(entry), key=derived("audit"))
        entries.append(entry)
    Entry.objects.bulk_create(entries)


def _entry(line: Line, prev: str) -> Entry:
    return Entry(
        at=line.at,
        what=line.what,
        by=line.by.name[:120],
        account_id=line.by.account_id,
        address=_coarse(line.by.address),
        request=line.by.request_id,
        subject=line.subject,
        things=line.things[:50],
        fields=sorted(set(line.fields)),
        reason=line.reason[:500],
        prev=prev,
    )


def canonical(entry: Entry) -> Mapping[str, object]:
    """Return what the hash covers."""
    return {
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "what": entry.what,
        "by": entry.by,
        "account": entry.account_id,
        "address": entry.address,
        "request": entry.request,
        "subject": entry.subject,
        "things": entry.things,
        "fields": entry.fields,
        "reason": entry.reason,
    }


def _coarse(address: str) -> str:
    """Keep the network of an address, not the machine."""
    if "." in address:
        return ".".join(address.split(".")[:3]) + ".0"
    return ":".join(address.split(":")[:4]) + "::" if address else ""
