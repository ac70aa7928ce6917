"""Career paths: the ladder of a job family, and how far somebody is on its next steps."""

from dataclasses import dataclass
from datetime import date

from bole.access.rules import insist_on_taking_part
from bole.growth.models import CareerStep
from bole.growth.permissions import can_read_banks
from bole.growth.requirements import Judged, judge_people, tree_of
from bole.people.models import JobFamily, JobGrade
from bole.people.queries import AssignmentRow, assignments_on
from bole.values.refusal import Invalid, NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """A step of a ladder; `tree` as it is kept."""

    grade: str
    rank: int
    words_zh: str
    words_en: str
    tree: dict[str, object]
    version: int
    changed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStep:
    """A step as somebody stands to it: passed with the grade that one has, or judged; None where its rules cannot be read any more."""

    row: StepRow
    is_reached: bool
    judged: Judged | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Career:
    """Somebody's ladder; `next` is the first step that is not reached."""

    post: AssignmentRow | None
    steps: tuple[LadderStep, ...]

    @property
    def next(self) -> LadderStep | None:
        """The first step that is not reached yet."""
        return next((one for one in self.steps if not one.is_reached), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The ladder of a job family as HR keeps it."""

    family: str
    name_zh: str
    name_en: str
    steps: tuple[StepRow, ...]


def career_for(viewer: Viewer, *, day: date) -> Career:
    """Return the viewer's ladder, each step above judged.

    :raises NotFound: unless the viewer works here
    """
    return career_of(insist_on_taking_part(viewer), day=day)


def career_of(person_id: int, *, day: date, only_next: bool = False) -> Career:
    """Return somebody's ladder for a page of their own; `only_next` judges the next step alone (two queries and those of its clauses)."""
    post = assignments_on([person_id], day).get(person_id)
    if post is None:
        return Career(post=None, steps=())
    found, has_next = [], False
    for one in CareerStep.objects.filter(family=post.family_id).select_related("grade").order_by("grade__rank"):
        is_reached = one.grade.rank <= post.grade_rank
        wanted = not is_reached and not (only_next and has_next)
        found.append(LadderStep(row=step_row(one), is_reached=is_reached, judged=_judged(one, person_id, day) if wanted else None))
        has_next = has_next or not is_reached
    return Career(post=post, steps=tuple(found))


def _judged(one: CareerStep, person_id: int, day: date) -> Judged | None:
    """Judge a step; None if it asks for what no room offers any more."""
    try:
        return judge_people(tree_of(one.tree), person_ids=[person_id], day=day)[person_id]
    except Invalid:
        return None


def ladders_for(viewer: Viewer) -> tuple[Ladder, ...]:
    """Return every job family with its ladder (two queries).

    :raises NotFound: unless the viewer is HR
    """
    if not can_read_banks(viewer):
        raise NotFound
    steps: dict[int, list[StepRow]] = {}
    for one in CareerStep.objects.select_related("grade").order_by("grade__rank"):
        steps.setdefault(one.family_id, []).append(step_row(one))
    return tuple(
        Ladder(family=one.code, name_zh=one.name, name_en=one.name_en, steps=tuple(steps.get(one.pk, ())))
        for one in JobFamily.objects.order_by("id")
    )


def ladder_for(viewer: Viewer, family: str) -> Ladder:
    """Return the ladder of one family.

    :raises NotFound: unless the viewer is HR and it is there
    """
    found = next((one for one in ladders_for(viewer) if one.family == family), None)
    if found is None:
        raise NotFound
    return found


def grades() -> tuple[str, ...]:
    """Return the grades, the lowest first (one query)."""
    return tuple(JobGrade.objects.order_by("rank", "code").values_list("code", flat=True))


def step_row(one: CareerStep) -> StepRow:
    """Return a step as a row."""
    return StepRow(
        grade=one.grade.code, rank=one.grade.rank, words_zh=one.words_zh, words_en=one.words_en, tree=one.tree, version=one.version,
        changed_by=one.changed_by,
    )  # fmt: skip
