"""Connections by the ref that is shown."""

from collections.abc import Collection

from bole.work.models import OWN, Connection


def connection_id_of(ref: str) -> int | None:
    """Return the key of the connection that a program sends for; None if there is none (any more), or if it is Bole's own."""
    found = Connection.objects.filter(ref=ref).exclude(vendor__in=OWN)
    return found.values_list("id", flat=True).first() if ref else None


def connection_names(refs: Collection[str]) -> dict[str, str]:
    """Return the names of the connections with these refs (one query)."""
    return dict(Connection.objects.filter(ref__in=refs).values_list("ref", "name"))
