"""What ships with the product: skills of a technology firm, and the course, exam and bank 《导师带教技巧》 (Mentoring Skills)."""

import json
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from bole.growth.models import Course, CourseStep, Exam, Question, Skill
from bole.growth.permissions import insist_on_keeping
from bole.kit.action import action, on_record
from bole.values.viewer import Viewer

MENTORING_SKILLS = "mentoring_skills"
COURSES = ("mentoring_skills",)


@cache
def read_preset(name: str) -> Any:  # noqa: ANN401  (our own files, checked by tests)
    """Return a preset file."""
    return json.loads((files("bole.growth") / "presets" / f"{name}.json").read_text(encoding="utf-8"))


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
    on_record(thing=f"{added} presets")
    return added


def _take_course(preset: dict[str, Any], stamp: dict[str, Any]) -> int:
    """Add a course with its steps, unless it is here."""
    about = {key: value for key, value in preset.items() if key != "steps"}
    course, is_new = Course.objects.get_or_create(code=about.pop("code"), defaults={**about, **stamp})
    if is_new:
        CourseStep.objects.bulk_create(CourseStep(course=course, ordinal=n, **_step(step)) for n, step in enumerate(preset["steps"], 1))
    return int(is_new)


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
