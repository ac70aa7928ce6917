"""The draft of a model: what stands in it, where it may begin, and who is in the families that it would score."""

from dataclasses import dataclass
from datetime import date, datetime

from bole.access.rules import may_company
from bole.people.models import JobFamily
from bole.scoring.actions.scores import live_kind
from bole.scoring.models import Closing, ModelVersion, ScoringModel
from bole.scoring.rules.tree import Tree, tree_of
from bole.values.period import Period
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

AHEAD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the editor begins with: the draft, or without one the newest version. `version` is 0 where there is no draft yet."""

    code: str
    tree: Tree
    number: int
    version: int
    changed_by: str
    changed_at: datetime | None

    @property
    def is_new(self) -> bool:
        """Test if nothing was saved yet."""
        return not self.version


def draft_of(viewer: Viewer, code: str) -> Draft:
    """Return what is edited (two queries).

    :raises NotFound: if models are not open to the viewer, or there is no such model
    """
    if not may_company(viewer, "read", "models"):
        raise NotFound
    model = ScoringModel.objects.filter(code=code).first()
    newest = ModelVersion.objects.filter(model__code=code).order_by("-number").first()
    if model is None:
        raise NotFound(where="model")
    if newest is None:
        empty = Tree(code=model.code, zh=model.zh, en=model.en, dimensions=())
        return Draft(code=code, tree=empty, number=1, version=0, changed_by="", changed_at=None)
    is_draft = newest.first_day is None
    return Draft(
        code=code,
        tree=tree_of(newest.tree),
        number=newest.number if is_draft else newest.number + 1,
        version=newest.version if is_draft else 0,
        changed_by=newest.changed_by,
        changed_at=newest.changed_at,
    )


def borders(*, day: date) -> list[Period]:
    """Return the periods from whose first day on something may hold: those to come, then the one that runs (one query)."""
    running = Period.of(live_kind(), day)
    closed = set(Closing.objects.filter(period__gte=running.code).values_list("period", flat=True))
    found = [running.after]
    while len(found) < AHEAD:
        found.append(found[-1].after)
    return [one for one in (*found, running) if one.code not in closed]


def families() -> list[tuple[str, str, str]]:
    """Return code and names of the job families (one query)."""
    return list(JobFamily.objects.order_by("code").values_list("code", "name", "name_en"))
