"""A post as it was written, for whoever puts it right."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bole.people.models import Assignment
from bole.people.queries.files import PersonFile
from bole.values.refusal import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPost:
    """A post as it was written: its row, its days, and what a form about it begins with."""

    assignment_id: int
    first_day: date
    last_day: date | None
    zone: str
    share_bp: int
    begins_with: Mapping[str, str]


def written_post(held: PersonFile, first_day: str) -> WrittenPost:
    """Return the main assignment that begins on the day (ISO) and was not withdrawn (one query).

    :raises NotFound: if there is none
    """
    rows = Assignment.objects.known().filter(person=held.facts.card.person_id, is_main=True)
    kept = rows.select_related("unit", "position", "family", "grade", "manager")
    row = next((one for one in kept if str(one.first_day) == first_day), None)
    if row is None:
        raise NotFound(where="first_day")
    return WrittenPost(
        assignment_id=row.pk,
        first_day=row.first_day,
        last_day=row.last_day,
        zone=row.zone,
        share_bp=row.share_bp,
        begins_with={
            "unit": row.unit.ref,
            "position": row.position.ref,
            "family": row.family.code,
            "grade": row.grade.code,
            "manager": row.manager.number if row.manager else "",
        },
    )
