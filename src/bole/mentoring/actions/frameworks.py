"""Frameworks: kept from those that ship, changed (the next version), switched off and on."""

from datetime import datetime

from bole.access.rules import insist
from bole.kit.action import action, on_record
from bole.kit.ui.days import moment
from bole.mentoring.models import Framework
from bole.mentoring.refusals import CannotOffer, NoSuchFramework
from bole.mentoring.rules.frameworks import Framed, faults_of, topics_kept
from bole.mentoring.rules.shipped import SHIPPED
from bole.values.refusal import Stale
from bole.values.viewer import Viewer

SHIPPED_BY = "Bole"


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
    :raises CannotOffer: if it lacks what a framework needs
    """
    insist(by, "change", "frameworks")
    faults = faults_of(framed)
    if faults:
        raise CannotOffer(fault=faults[0], where=faults[0])
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
