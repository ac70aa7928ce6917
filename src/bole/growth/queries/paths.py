"""Learning paths: what is on them, and how far somebody is."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from bole.access.rules import insist_on_taking_part
from bole.growth.models import Attempt, Course, CourseStep, Enrolment, Exam, LearningPath, LibraryItem, LibraryReading
from bole.growth.permissions import can_read_banks
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class WayStep:
    """A step of a path; one that is not there any more has no address."""

    kind: str
    code: str
    title_zh: str
    title_en: str
    minutes: int
    address: str
    is_done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PathRow:
    """A path with its steps."""

    code: str
    title_zh: str
    title_en: str
    words_zh: str
    words_en: str
    is_offered: bool
    version: int
    steps: tuple[WayStep, ...]

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(one.is_done for one in self.steps)

    @property
    def next_step(self) -> WayStep | None:
        """The first step that is not done."""
        return next((one for one in self.steps if not one.is_done), None)


def paths_for(viewer: Viewer) -> tuple[PathRow, ...]:
    """Return the paths that are offered, as the viewer stands on them (eight queries).

    :raises NotFound: unless the viewer learns here
    """
    me = insist_on_taking_part(viewer)
    return _rows(list(LearningPath.objects.filter(is_offered=True).order_by("code")), person_id=me)


def path_for(viewer: Viewer, code: str) -> PathRow:
    """Return one path as the viewer stands on it.

    :raises NotFound: unless the viewer learns here and it is offered
    """
    found = next((one for one in paths_for(viewer) if one.code == code), None)
    if found is None:
        raise NotFound
    return found


def kept_paths(viewer: Viewer) -> tuple[PathRow, ...]:
    """Return all paths as HR keeps them.

    :raises NotFound: unless the viewer is HR
    """
    if not can_read_banks(viewer):
        raise NotFound
    return _rows(list(LearningPath.objects.order_by("code")), person_id=None)


def things_to_put_on_a_path() -> tuple[tuple[str, str, str], ...]:
    """Return what a path may lead through: “kind:code”, Chinese, English (three queries)."""
    courses = [(f"course:{code}", zh, en) for code, zh, en in Course.objects.filter(is_offered=True).order_by("code").values_list("code", "title_zh", "title_en")]  # fmt: skip # noqa: E501
    exams = [(f"exam:{code}", zh, en) for code, zh, en in Exam.objects.filter(is_offered=True).order_by("code").values_list("code", "title_zh", "title_en")]  # fmt: skip # noqa: E501
    items = [(f"item:{ref}", zh, en) for ref, zh, en in LibraryItem.objects.filter(state="published").order_by("title_zh").values_list("ref", "title_zh", "title_en")]  # fmt: skip # noqa: E501
    return (*courses, *exams, *items)


def _rows(found: Sequence[LearningPath], *, person_id: int | None) -> tuple[PathRow, ...]:
    known = {"course": _courses(), "exam": _exams(), "item": _items({step["code"] for one in found for step in one.steps})}
    done = _done(person_id) if person_id is not None else frozenset()
    return tuple(
        PathRow(
            code=one.code, title_zh=one.title_zh, title_en=one.title_en, words_zh=one.words_zh, words_en=one.words_en,
            is_offered=one.is_offered, version=one.version, steps=tuple(_step(step, known, done) for step in one.steps),
        )
        for one in found
    )  # fmt: skip


Known = dict[str, dict[str, tuple[str, str, int, str]]]


def _step(step: dict[str, Any], known: Known, done: frozenset[tuple[str, str]]) -> WayStep:
    kind, code = str(step["kind"]), str(step["code"])
    zh, en, minutes, address = known.get(kind, {}).get(code, (code, code, 0, ""))
    return WayStep(kind=kind, code=code, title_zh=zh, title_en=en, minutes=minutes, address=address, is_done=(kind, code) in done)


def _courses() -> dict[str, tuple[str, str, int, str]]:
    minutes: dict[str, int] = {}
    for code, spent in CourseStep.objects.filter(is_in=True).values_list("course__code", "minutes"):
        minutes[code] = minutes.get(code, 0) + spent
    rows = Course.objects.values_list("code", "title_zh", "title_en")
    return {code: (zh, en, minutes.get(code, 0), f"/growth/courses/{code}/") for code, zh, en in rows}


def _exams() -> dict[str, tuple[str, str, int, str]]:
    rows = Exam.objects.values_list("code", "title_zh", "title_en", "minutes")
    return {code: (zh, en, minutes, f"/growth/exams/{code}/") for code, zh, en, minutes in rows}


def _items(refs: Collection[str]) -> dict[str, tuple[str, str, int, str]]:
    rows = LibraryItem.objects.filter(ref__in=refs, state="published").values_list("ref", "title_zh", "title_en", "minutes")
    return {ref: (zh, en, minutes, f"/growth/library/{ref}/") for ref, zh, en, minutes in rows}


def _done(person_id: int) -> frozenset[tuple[str, str]]:
    courses = Enrolment.objects.filter(person=person_id).exclude(finished_at=None).values_list("course__code", flat=True)
    exams = Attempt.objects.filter(person=person_id, passed=True).values_list("exam__code", flat=True)
    items = LibraryReading.objects.filter(person=person_id).exclude(finished_at=None).values_list("item__ref", flat=True)
    return frozenset([*(("course", one) for one in courses), *(("exam", one) for one in exams), *(("item", one) for one in items)])
