"""Connections by the ref that is shown."""

from collections.abc import Collection

from bole.work.models import Connection


def connection_id_of(ref: str) -> int | None:
    """Return the connection's key; None without a ref or if there is none (any more)."""
    return Connection.objects.filter(ref=ref).values_list("id", flat=True).first() if ref else None


def connection_names(refs: Collection[str]) -> dict[str, str]:
    """Return the names of the connections with these refs (one query)."""
    return dict(Connection.objects.filter(ref__in=refs).values_list("ref", "name"))
