"""Changes of learning paths."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bole.growth.actions.keeping import keep_by_code, texts_of
from bole.growth.models import Course, Exam, LearningPath, LibraryItem
from bole.growth.permissions import insist_on_keeping
from bole.growth.refusals import NowhereToGo
from bole.kit.action import action, on_record
from bole.values.viewer import Viewer

TEXTS = ("title_zh", "title_en", "words_zh", "words_en")


@action("growth.save_path")
def save_path(
    *, code: str, told: Mapping[str, str], steps: Sequence[tuple[str, str]], is_offered: bool, version: int, by: Viewer, at: datetime
) -> LearningPath:
    """Add a learning path (version 0) or change one; `steps` are (course, item or exam; its code) in order, each once.

    :raises TextMissing: if a title is missing
    :raises NowhereToGo: if it leads through nothing, or through something that is not there
    :raises CodeTaken: if a new one has a code that is taken
    :raises ChangedMeanwhile: if somebody changed it first
    """
    insist_on_keeping(by)
    texts = texts_of(told, TEXTS, needed=("title_zh", "title_en"))
    way = list(dict.fromkeys(steps))
    if not way or not all(_is_there(way, kind) for kind in ("course", "exam", "item")):
        raise NowhereToGo(where="step_0")
    fields = {**texts, "steps": [{"kind": kind, "code": one} for kind, one in way], "is_offered": is_offered}
    on_record(thing=f"learning path {code}", fields=tuple(fields))
    return keep_by_code(LearningPath, code, fields, version=version, by=by, at=at)


def _is_there(way: Sequence[tuple[str, str]], kind: str) -> bool:
    """Test if everything of a kind that the way leads through exists."""
    wanted = {code for one, code in way if one == kind}
    if kind == "item":
        return LibraryItem.objects.filter(ref__in=wanted).count() == len(wanted)
    if kind == "exam":
        return Exam.objects.filter(code__in=wanted).count() == len(wanted)
    return Course.objects.filter(code__in=wanted).count() == len(wanted)
