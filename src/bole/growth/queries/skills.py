"""Skills: the catalogue, and where people stand."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bole.growth.models import Skill, SkillEvidence
from bole.growth.permissions import can_read_banks
from bole.growth.rules.skills import Shown, Standing, standing
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRow:
    """A skill of the catalogue, in both languages."""

    code: str
    group: str
    name_zh: str
    name_en: str
    words_zh: str
    words_en: str
    is_offered: bool
    version: int
    held_by: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """A piece of evidence as it is read."""

    level: int
    source: str
    words: str
    by: str
    at: datetime
    is_withdrawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRow:
    """A skill that somebody has: where they stand, and why, the newest first."""

    skill: SkillRow
    standing: Standing
    evidence: tuple[EvidenceRow, ...]


def skills_of(person_ids: Collection[int], *, confirmed_only: bool = False) -> dict[int, dict[str, int]]:
    """Return the level of each skill of these people (one query); one's own word alone counts, unless only what is confirmed is wanted."""
    rows = SkillEvidence.objects.filter(person__among=person_ids, withdrawn_at=None).order_by("person", "at", "id")
    told: dict[int, dict[str, list[Shown]]] = {person_id: {} for person_id in person_ids}
    for person_id, code, level, source, at in rows.values_list("person", "skill__code", "level", "source", "at"):
        told[person_id].setdefault(code, []).append(Shown(level=level, source=source, at=at))
    levels: dict[int, dict[str, int]] = {}
    for person_id, skills in told.items():
        stands = {code: where for code, shown in skills.items() if (where := standing(shown)) is not None}
        levels[person_id] = {code: one.level for code, one in stands.items() if one.is_confirmed or not confirmed_only}
    return levels


def held_by(person_id: int) -> tuple[HeldRow, ...]:
    """Return the skills of one person with their evidence, the best confirmed first (one query)."""
    rows = SkillEvidence.objects.filter(person=person_id).select_related("skill").order_by("-at", "-id")
    by_skill: dict[int, list[SkillEvidence]] = {}
    for one in rows:
        by_skill.setdefault(one.skill_id, []).append(one)
    held = []
    for found in by_skill.values():
        stands = standing([Shown(level=one.level, source=one.source, at=one.at) for one in found if one.withdrawn_at is None])
        if stands is not None:
            held.append(HeldRow(skill=skill_row(found[0].skill), standing=stands, evidence=tuple(_evidence(one) for one in found)))
    return tuple(sorted(held, key=lambda one: (not one.standing.is_confirmed, -one.standing.level, one.skill.code)))


def catalogue(*, offered_only: bool = True) -> tuple[SkillRow, ...]:
    """Return the catalogue, by group and name (one query)."""
    rows = Skill.objects.order_by("group", "code")
    return tuple(skill_row(one) for one in (rows.filter(is_offered=True) if offered_only else rows))


def catalogue_for(viewer: Viewer) -> tuple[SkillRow, ...]:
    """Return the whole catalogue as HR keeps it, with how many people have each skill (two queries).

    :raises NotFound: unless the viewer sees it
    """
    if not can_read_banks(viewer):
        raise NotFound
    counts: dict[int, set[int]] = {}
    for skill_id, person_id in SkillEvidence.objects.filter(withdrawn_at=None).values_list("skill", "person").distinct():
        counts.setdefault(skill_id, set()).add(person_id)
    return tuple(skill_row(one, held_by=len(counts.get(one.pk, ()))) for one in Skill.objects.order_by("group", "code"))


def skill_row(one: Skill, *, held_by: int = 0) -> SkillRow:
    """Return a skill as a row."""
    return SkillRow(
        code=one.code, group=one.group, name_zh=one.name_zh, name_en=one.name_en, words_zh=one.words_zh, words_en=one.words_en,
        is_offered=one.is_offered, version=one.version, held_by=held_by,
    )  # fmt: skip


def _evidence(one: SkillEvidence) -> EvidenceRow:
    return EvidenceRow(
        level=one.level, source=one.source, words=str(one.words), by=one.by, at=one.at, is_withdrawn=one.withdrawn_at is not None
    )  # fmt: skip
