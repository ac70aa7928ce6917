"""Keeping what HR writes: each thing has a version, so that nobody writes over what somebody else wrote meanwhile."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from bole.growth.models import CareerStep, Course, Exam, LearningPath, LibraryItem, NewcomerStep, Skill, Training
from bole.growth.refusals import ChangedMeanwhile, CodeTaken, TextMissing
from bole.values.viewer import Viewer

Coded = TypeVar("Coded", Course, Exam, LearningPath, Skill)
Kept = TypeVar("Kept", CareerStep, Course, Exam, LearningPath, LibraryItem, NewcomerStep, Skill, Training)


def texts_of(told: Mapping[str, Any], names: tuple[str, ...], *, needed: tuple[str, ...]) -> dict[str, str]:
    """Return the texts that were told, without space around them.

    :raises TextMissing: at the first that is needed and missing
    """
    texts = {key: str(told.get(key, "")).strip() for key in names}
    missing = next((key for key in needed if not texts[key]), "")
    if missing:
        raise TextMissing(where=missing)
    return texts


def keep_by_code(kind: type[Coded], code: str, fields: Mapping[str, Any], *, version: int, by: Viewer, at: datetime) -> Coded:
    """Add the thing of a code (version 0) or write its next version.

    :raises CodeTaken: if a new one has a code that is taken
    :raises ChangedMeanwhile: if somebody changed it first
    """
    kept = kind.objects.select_for_update().filter(code=code).first()
    if kept is None:
        return kind.objects.create(code=code, **fields, changed_at=at, changed_by=by.name)
    if version == 0:
        raise CodeTaken(where="code", code=code)
    return write_next(kept, fields, version=version, by=by, at=at)


def write_next(kept: Kept, fields: Mapping[str, Any], *, version: int, by: Viewer, at: datetime) -> Kept:
    """Write the fields as the next version of a thing that is locked.

    :raises ChangedMeanwhile: if somebody changed it first
    """
    if kept.version != version:
        raise ChangedMeanwhile(name=kept.changed_by)
    written = {**fields, "version": version + 1, "changed_at": at, "changed_by": by.name}
    for key, value in written.items():
        setattr(kept, key, value)
    kept.save(update_fields=list(written))
    return kept
