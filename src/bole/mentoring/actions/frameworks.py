"""Frameworks: kept from those that ship, copied into new ones, changed (the next version), switched off and on."""

from dataclasses import replace
from datetime import datetime

from bole.access.rules import insist
from bole.kit.action import action, on_record
from bole.kit.refs import new_ref
from bole.kit.ui.days import moment
from bole.mentoring.models import Framework
from bole.mentoring.queries.frameworks import framed_of
from bole.mentoring.refusals import CannotOffer, NameTaken, NoCoreTopic, NoSuchFramework, OneLanguage, TopicTwice, WrongAddress
from bole.mentoring.rules.frameworks import Fault, Framed, faults_of, named_twice, said_in_one, topics_kept, wrong_address
from bole.mentoring.rules.shipped import SHIPPED
from bole.values.refusal import Stale
from bole.values.viewer import Viewer

SHIPPED_BY = "Bole"
REFUSED: dict[Fault, type[CannotOffer]] = {
    "no_core": NoCoreTopic, "one_language": OneLanguage, "twice": TopicTwice, "address": WrongAddress,
}  # fmt: skip
WORDS = {"one_language": said_in_one, "twice": named_twice, "address": wrong_address}


def framework_for(code: str, *, at: datetime, only_on: bool = True) -> Framework:
    """Return the newest version of a framework; one that ships is kept from its first use on.

    :raises NoSuchFramework: if there is none, or it is switched off
    """
    found = Framework.objects.filter(code=code, is_last=True).first()
    if found is None and code in SHIPPED:
        found, _ = Framework.objects.get_or_create(code=code, number=1, defaults=_columns(SHIPPED[code], at=at, by=SHIPPED_BY))
    if found is None or (only_on and not found.is_on):
        raise NoSuchFramework(where="framework")
    return found


def _columns(one: Framed, *, at: datetime, by: str) -> dict[str, object]:
    return {
        "name_zh": one.zh,
        "name_en": one.en,
        "goal_zh": one.goal_zh,
        "goal_en": one.goal_en,
        "form": one.form,
        "months": one.months,
        "meeting_every": one.meeting_every,
        "test_every": one.test_every,
        "report_every": one.report_every,
        "topics": topics_kept(one.topics),
        "materials": [{"zh": read.zh, "en": read.en, "address": read.address} for read in one.materials],
        "changed_at": at,
        "changed_by": by,
    }


@action("mentoring.change_framework")
def change_framework(*, framed: Framed, number: int, by: Viewer, at: datetime) -> Framework:
    """Make the next version of a framework, or the first of a new one (`number` 0); pairs keep the version that they began with.

    :raises NotFound, NotYours: unless the viewer may change frameworks
    :raises Stale: if somebody changed it since version `number`
    :raises CannotOffer, NoCoreTopic, OneLanguage, TopicTwice, WrongAddress, NameTaken: if it lacks what a framework needs
    """
    insist(by, "change", "frameworks")
    _insist_whole(framed)
    last = Framework.objects.select_for_update().filter(code=framed.code, is_last=True).first()
    stands = last.number if last else 0
    if last is None and framed.code in SHIPPED:
        last = framework_for(framed.code, at=at, only_on=False)
    if stands != number:
        raise Stale(name=last.changed_by if last else "", time=moment(last.changed_at if last else at))
    if last is not None:
        Framework.objects.filter(pk=last.pk).update(is_last=False)
    made = Framework.objects.create(
        code=framed.code, number=last.number + 1 if last else 1, is_on=last.is_on if last else True, **_columns(framed, at=at, by=by.name)
    )
    on_record(thing=f"framework {framed.code}")
    return made


@action("mentoring.copy_framework")
def copy_framework(*, code: str, zh: str, en: str, by: Viewer, at: datetime) -> Framework:
    """Make a new framework from one that there is, under names of its own. It is switched off until HR has made it what it is to be.

    :raises NotFound, NotYours: unless the viewer may change frameworks
    :raises NoSuchFramework: if there is none to copy
    :raises CannotOffer, NameTaken: if a name is missing, too long, or another one's
    """
    insist(by, "change", "frameworks")
    copied = replace(framed_of(framework_for(code, at=at, only_on=False)), code=f"own_{new_ref()}", zh=zh.strip(), en=en.strip())
    _insist_whole(copied)
    made = Framework.objects.create(code=copied.code, number=1, is_on=False, **_columns(copied, at=at, by=by.name))
    on_record(thing=f"framework {made.code}")
    return made


def _insist_whole(framed: Framed) -> None:
    """Refuse a framework that lacks something, with what it lacks."""
    for fault in faults_of(framed)[:1]:
        raise REFUSED.get(fault, CannotOffer)(words=WORDS[fault](framed) if fault in WORDS else "", fault=fault, where=fault)
    names = {name.casefold(): name for name in (framed.zh, framed.en)}
    others = [(one.name_zh, one.name_en) for one in Framework.objects.select_for_update().filter(is_last=True).exclude(code=framed.code)]
    kept = set(Framework.objects.filter(code__in=SHIPPED).values_list("code", flat=True))
    others += [(one.zh, one.en) for one in SHIPPED.values() if one.code not in {*kept, framed.code}]
    for name in (name for both in others for name in both):
        if name.casefold() in names:
            raise NameTaken(words=name, where="zh")


@action("mentoring.switch_framework")
def switch_framework(*, code: str, is_on: bool, by: Viewer, at: datetime) -> Framework:
    """Offer a framework for new pairs, or no longer; pairs that run keep it.

    :raises NotFound, NotYours: unless the viewer may change frameworks
    :raises NoSuchFramework: if there is none
    """
    insist(by, "change", "frameworks")
    found = framework_for(code, at=at, only_on=False)
    if found.is_on != is_on:
        found.is_on, found.changed_at, found.changed_by = is_on, at, by.name
        found.save(update_fields=["is_on", "changed_at", "changed_by"])
    on_record(thing=f"framework {code}", fields=("is_on",))
    return found
