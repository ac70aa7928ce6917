"""Changes of career paths: what a step asks."""

from collections.abc import Mapping
from datetime import datetime

from bole.growth.actions.keeping import write_next
from bole.growth.models import CareerStep
from bole.growth.permissions import insist_on_keeping
from bole.growth.requirements import new_tree, tree_json
from bole.kit.action import action, on_record
from bole.people.models import JobFamily, JobGrade
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@action("growth.save_career_step")
def save_career_step(
    *, family: str, grade: str, words_zh: str, words_en: str, tree: Mapping[str, object], version: int, by: Viewer, at: datetime
) -> CareerStep:
    """Keep what a grade of a job family is there for and what it asks (version 0: there is none yet).

    :raises NotFound: if there is no such family or grade
    :raises Invalid: if the tree cannot be kept, with the place as `where`
    :raises ChangedMeanwhile: if somebody changed it first
    """
    insist_on_keeping(by)
    found, rank = JobFamily.objects.filter(code=family).first(), JobGrade.objects.filter(code=grade).first()
    if found is None or rank is None:
        raise NotFound
    node = new_tree(tree)
    fields = {"words_zh": words_zh.strip()[:300], "words_en": words_en.strip()[:300], "tree": tree_json(node)}
    kept = CareerStep.objects.select_for_update().filter(family=found, grade=rank).first()
    on_record(thing=f"career step {family} {grade}", fields=tuple(fields))
    if kept is None:
        return CareerStep.objects.create(family=found, grade=rank, **fields, changed_at=at, changed_by=by.name)
    return write_next(kept, fields, version=version, by=by, at=at)


@action("growth.drop_career_step")
def drop_career_step(*, family: str, grade: str, by: Viewer, at: datetime) -> None:
    """Take a step off a ladder.

    :raises NotFound: if there is none
    """
    insist_on_keeping(by)
    gone, _ = CareerStep.objects.filter(family__code=family, grade__code=grade).delete()
    if not gone:
        raise NotFound
    on_record(thing=f"career step {family} {grade}")
