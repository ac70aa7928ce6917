"""What ships with the product: skills of a technology firm, courses, the exam and bank 《导师带教技巧》, and the first library."""

import json
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from bole.growth.actions.library import Written, fields_of, held_of
from bole.growth.models import Course, CourseStep, Exam, LearningPath, LibraryItem, LibraryVersion, Question, Skill
from bole.growth.permissions import insist_on_keeping
from bole.growth.rules.packed import read_course, read_item
from bole.kit.action import action, on_record
from bole.values.viewer import Viewer

MENTORING_SKILLS = "mentoring_skills"
COURSES = ("mentoring_skills",)


@cache
def read_preset(name: str) -> Any:  # noqa: ANN401  (our own files, checked by tests)
    """Return a preset file."""
    return json.loads((files("bole.growth") / "presets" / f"{name}.json").read_text(encoding="utf-8"))


@cache
def packed(folder: str) -> dict[str, str]:
    """Return the files of a folder of ours: name without its ending → text, in order of names."""
    found = (files("bole.growth") / "presets" / folder).iterdir()
    return {one.name.removesuffix(".md"): one.read_text(encoding="utf-8") for one in sorted(found, key=lambda one: one.name)}


@action("growth.take_presets")
def take_presets(*, by: Viewer, at: datetime) -> int:
    """Take what ships and is not here yet; what HR has changed stays as it is. Return how many things were added."""
    insist_on_keeping(by)
    stamp = {"changed_at": at, "changed_by": by.name}
    there = set(Skill.objects.values_list("code", flat=True))
    skills = [Skill(**one, **stamp) for one in read_preset("skills") if one["code"] not in there]
    Skill.objects.bulk_create(skills)
    added = len(skills)
    for name in COURSES:
        added += _take_course(read_preset(f"{name}_course"), stamp) + _take_exam(read_preset(f"{name}_exam"), stamp, by=by, at=at)
    added += _take_courses(stamp)
    added += _take_library(by=by, at=at)
    added += _take_paths(stamp)
    on_record(thing=f"{added} presets")
    return added


def _take_course(preset: dict[str, Any], stamp: dict[str, Any]) -> int:
    """Add a course with its steps, unless it is here."""
    about = {key: value for key, value in preset.items() if key != "steps"}
    course, is_new = Course.objects.get_or_create(code=about.pop("code"), defaults={**about, **stamp})
    if is_new:
        CourseStep.objects.bulk_create(CourseStep(course=course, ordinal=n, **_step(step)) for n, step in enumerate(preset["steps"], 1))
    return int(is_new)


def _take_courses(stamp: dict[str, Any]) -> int:
    """Add the courses of one file each that are not here."""
    there = set(Course.objects.values_list("code", flat=True))
    wanted = {code: read_course(text) for code, text in packed("courses").items() if code not in there}
    steps = {code: about.pop("steps") for code, about in wanted.items()}
    made = Course.objects.bulk_create(Course(code=code, **about, **stamp) for code, about in wanted.items())
    CourseStep.objects.bulk_create(
        CourseStep(course=course, ordinal=n, **step) for course in made for n, step in enumerate(steps[course.code], 1)
    )
    return len(made)


def _take_library(*, by: Viewer, at: datetime) -> int:
    """Add the items that are not here, published."""
    there = set(LibraryItem.objects.exclude(code="").values_list("code", flat=True))
    written = {code: Written(**read_item(text)) for code, text in packed("library").items() if code not in there}
    made = LibraryItem.objects.bulk_create(
        LibraryItem(code=code, **fields_of(one), state="published", published_at=at, changed_at=at, changed_by=by.name)
        for code, one in written.items()
    )
    LibraryVersion.objects.bulk_create(
        LibraryVersion(item=item, number=1, held=held_of(written[item.code]), made_at=at, made_by=by.name) for item in made
    )
    return len(made)


def _take_paths(stamp: dict[str, Any]) -> int:
    """Add the learning paths that are not here; in the file an item is named by its code."""
    refs = dict(LibraryItem.objects.exclude(code="").values_list("code", "ref"))
    there = set(LearningPath.objects.values_list("code", flat=True))
    made = LearningPath.objects.bulk_create(
        LearningPath(**{**one, "steps": [_way(kind, code, refs) for kind, code in one["steps"]]}, **stamp)
        for one in read_preset("paths")
        if one["code"] not in there
    )
    return len(made)


def _way(kind: str, code: str, refs: dict[str, str]) -> dict[str, str]:
    """Return a step of a path; an item is named by its ref."""
    return {"kind": kind, "code": refs[code] if kind == "item" else code}


def _step(step: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a step: its paragraphs stand in a list in the file."""
    return {**step, "text_zh": "\n\n".join(step["text_zh"]), "text_en": "\n\n".join(step["text_en"])}


def _take_exam(preset: dict[str, Any], stamp: dict[str, Any], *, by: Viewer, at: datetime) -> int:
    """Add an exam with its bank, unless it is here."""
    about = {key: value for key, value in preset.items() if key != "questions"}
    exam, is_new = Exam.objects.get_or_create(code=about.pop("code"), defaults={**about, **stamp})
    if is_new:
        Question.objects.bulk_create(
            Question(exam=exam, number=n, made_at=at, made_by=by.name, **_question(one)) for n, one in enumerate(preset["questions"], 1)
        )
    return int(is_new)


def _question(one: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a question: in the file an option is [Chinese, English, right or not]."""
    keys = "abcdef"
    return {
        "kind": one["kind"],
        "text_zh": one["zh"],
        "text_en": one["en"],
        "why_zh": one["why_zh"],
        "why_en": one["why_en"],
        "options": [{"key": keys[n], "zh": zh, "en": en} for n, (zh, en, _right) in enumerate(one["options"])],
        "right": [keys[n] for n, (_zh, _en, right) in enumerate(one["options"]) if right],
    }
