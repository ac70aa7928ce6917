"""Files that were looked at, for those who may see them."""

import json
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from bole.access.rules import may_company
from bole.connect.people_file.models import PeopleImport
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

MOST_LISTED = 20


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file on its way, or what is left of one that was taken or dropped."""

    ref: str
    name: str
    hash: str
    size: int
    rows: int
    day: date
    creates: bool
    state: str
    made_by: str
    made_by_id: int | None
    made_at: datetime
    ended_by: str
    ended_at: datetime | None
    digest: str
    mapping: dict[str, str] = field(default_factory=dict)
    proof: dict[str, Any] = field(default_factory=dict)
    found: dict[str, Any] = field(default_factory=dict, repr=False)
    body: str = field(default="", repr=False)


def kept_for(viewer: Viewer, ref: str) -> KeptFile:
    """Return a file, and to those who may take it all that was found in it.

    :raises NotFound: if there is none, or the viewer may not see it
    """
    row = PeopleImport.objects.filter(ref=ref).first() if may_company(viewer, "read", "imports") else None
    if row is None:
        raise NotFound(where="file")
    may_take = may_company(viewer, "change", "imports")
    return _kept(row, body=str(row.body) if may_take else "", found=json.loads(row.found) if row.found and may_take else {})


def kept_files(viewer: Viewer) -> list[KeptFile]:
    """Return the latest files, without what is in them.

    :raises NotFound: if the viewer may not see them
    """
    if not may_company(viewer, "read", "imports"):
        raise NotFound
    rows = PeopleImport.objects.defer("body", "found").order_by("-made_at", "-id")[:MOST_LISTED]
    return [_kept(row, body="", found={}) for row in rows]


def _kept(row: PeopleImport, *, body: str, found: dict[str, Any]) -> KeptFile:
    return KeptFile(
        ref=row.ref,
        name=row.name,
        hash=row.hash,
        size=row.size,
        rows=row.rows,
        day=row.day,
        creates=row.creates,
        state=row.state,
        made_by=row.made_by_name,
        made_by_id=row.made_by_id,
        made_at=row.made_at,
        ended_by=row.ended_by_name,
        ended_at=row.ended_at,
        digest=row.digest,
        mapping=row.mapping,
        proof=row.proof,
        found=found,
        body=body,
    )
