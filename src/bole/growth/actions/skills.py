"""Changes of skills: what shows a level is added; the catalogue is kept by HR."""

from collections.abc import Mapping
from datetime import datetime

from bole.growth.actions.keeping import keep_by_code, texts_of
from bole.growth.models import Skill, SkillEvidence
from bole.growth.permissions import can_confirm, can_read_growth, insist_on_keeping
from bole.growth.refusals import LevelOutOfRange, NotOffered
from bole.growth.rules.skills import LEVELS, SHOWN
from bole.kit.action import action, on_record
from bole.people.models import Person
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer

LONGEST = 300


@action("growth.record_skill")
def record_skill(
    *, person_id: int, skill: str, level: int, source: str, words: str = "", about: str = "", by: Viewer, at: datetime
) -> SkillEvidence:
    """Add what shows a level: one's own word, the manager's, or (by the system) an exam, a certificate or a record of work.

    :raises NotFound: if the person is not open to the viewer, or there is no such skill
    :raises NotYours: if it is not the viewer's to say
    :raises NotOffered, LevelOutOfRange: if it cannot be taken
    """
    _insist_on_saying(by, person_id, source)
    found = Skill.objects.filter(code=skill).first()
    if found is None:
        raise NotFound
    if not found.is_offered:
        raise NotOffered
    if level not in LEVELS:
        raise LevelOutOfRange(where="level")
    on_record(subject=str(Person.objects.values_list("ref", flat=True).get(pk=person_id)), thing=f"skill {skill}", fields=("level",))
    return _kept(person_id, found, level=level, source=source, words=words.strip()[:LONGEST], about=about, by=by.name, at=at)


def _insist_on_saying(by: Viewer, person_id: int, source: str) -> None:
    """Let pass whoever may say this."""
    if source == "own" and by.person_id == person_id and not by.is_external:
        return
    if source == "manager" and can_confirm(by, person_id):
        return
    if by.is_system and (source in SHOWN or source in {"own", "manager"}):
        return
    raise NotYours if can_read_growth(by, person_id) else NotFound


def _kept(person_id: int, skill: Skill, *, level: int, source: str, words: str, about: str, by: str, at: datetime) -> SkillEvidence:
    """Keep it; what one thing shows is kept once, as it says now."""
    if about:
        defaults = {"level": level, "source": source, "words": words, "by": by, "at": at, "withdrawn_at": None}
        return SkillEvidence.objects.update_or_create(person_id=person_id, skill=skill, about=about, defaults=defaults)[0]
    return SkillEvidence.objects.create(person_id=person_id, skill=skill, level=level, source=source, words=words, by=by, at=at)


def show_skill(*, person_id: int, skill: str, level: int, source: str, about: str, by: str, at: datetime) -> None:
    """Keep what an exam or a certificate shows, inside the action that marks or grants it."""
    found = Skill.objects.filter(code=skill).first()
    if found is not None:
        _kept(person_id, found, level=level, source=source, words="", about=about, by=by, at=at)


def withdraw_shown(*, about: str, at: datetime) -> None:
    """Withdraw what something showed that holds no more, inside the action that revokes it."""
    SkillEvidence.objects.filter(about=about, withdrawn_at=None).update(withdrawn_at=at)


@action("growth.save_skill")
def save_skill(*, code: str, told: Mapping[str, str], is_offered: bool, version: int, by: Viewer, at: datetime) -> Skill:
    """Add a skill to the catalogue (version 0) or change its words.

    :raises TextMissing: if a name is missing
    :raises CodeTaken: if a new one has a code that is taken
    :raises ChangedMeanwhile: if somebody changed it first
    """
    insist_on_keeping(by)
    fields = texts_of(told, ("name_zh", "name_en", "words_zh", "words_en", "group"), needed=("name_zh", "name_en"))
    on_record(thing=f"skill {code}", fields=tuple(fields))
    return keep_by_code(Skill, code, {**fields, "is_offered": is_offered}, version=version, by=by, at=at)
