"""Reading the record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from urllib.parse import urlencode

from bole.audit.actions import canonical
from bole.audit.anchors import last_anchor
from bole.audit.models import Entry
from bole.audit.rules import Fault, verify
from bole.vault.keys import derived

Who = Literal["", "people", "machines"]


@dataclass(frozen=True, slots=True)
class Look:
    """A look at one person's data, as that person reads it."""

    at: datetime
    by: str
    fields: tuple[str, ...]
    reason: str


def who_looked(subject: str, *, since: datetime) -> list[Look]:
    """Return the looks at one person's data since a moment, newest first."""
    rows = Entry.objects.filter(subject=subject, what__endswith=".look", at__gte=since).order_by("-seq")[:200]
    return [Look(row.at, row.by, tuple(row.fields), row.reason) for row in rows]


def newest(*, most: int = 100, before: int = 0) -> list[Entry]:
    """Return the newest lines, before a seq if given."""
    rows = Entry.objects.order_by("-seq")
    return list((rows.filter(seq__lt=before) if before else rows)[:most])


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which lines are asked for: of people or of machines, of one kind, by somebody, older than a line."""

    who: Who = ""
    what: str = ""
    by: str = ""
    before: int = 0

    @property
    def query(self) -> str:
        """What stands in an address to ask for the same."""
        return urlencode({"who": self.who or "all", "what": self.what, "by": self.by})


def newest_for(wanted: Wanted, *, most: int) -> list[Entry]:
    """Return the newest lines that are asked for (one query)."""
    rows = Entry.objects.order_by("-seq")
    if wanted.who:
        # Whoever signs in has an account; connections, programs, jobs and a terminal have none.
        rows = rows.filter(account_id__isnull=wanted.who == "machines")
    if wanted.what:
        rows = rows.filter(what=wanted.what)
    if wanted.by:
        rows = rows.filter(by__icontains=wanted.by[:120])
    if wanted.before:
        rows = rows.filter(seq__lt=wanted.before)
    return list(rows[:most])


def lines() -> int:
    """Count the lines of the record (one query)."""
    return Entry.objects.count()


def faults() -> list[Fault]:
    """Check the whole chain, up to its last anchor and beyond."""
    return verify(_lines(), key=derived("audit"), head=last_anchor())


def _lines() -> Iterator[tuple[int, str, str, Mapping[str, object]]]:
    for entry in Entry.objects.order_by("seq").iterator(chunk_size=2000):
        yield entry.seq, entry.prev, entry.hash, canonical(entry)
