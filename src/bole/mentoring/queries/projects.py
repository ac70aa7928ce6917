"""The project of a pair: its name and where it lives, whether its result is there."""

from dataclasses import dataclass

from bole.mentoring.models import Project, Report
from bole.mentoring.queries.pairs import PairRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRow:
    """A project; without a name nobody named it yet. `has_result`: the report of results was sent."""

    name: str
    link: str
    version: int
    has_result: bool


def project_of(pair: PairRow) -> ProjectRow | None:
    """Return the project of a pair (two queries); None for a pair of another form (none)."""
    if pair.form != "project":
        return None
    found = Project.objects.filter(mentorship=pair.id).first()
    return ProjectRow(
        name=str(found.name) if found else "",
        link=str(found.link) if found else "",
        version=found.version if found else 0,
        has_result=Report.objects.filter(mentorship=pair.id).exclude(sent_at=None).exists(),
    )
