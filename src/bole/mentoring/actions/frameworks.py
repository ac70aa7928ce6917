"""Frameworks: kept from those that ship, changed (the next version), switched off and on."""

from datetime import datetime

from bole.mentoring.models import Framework
from bole.mentoring.refusals import NoSuchFramework
from bole.mentoring.rules.frameworks import Framed, topics_kept
from bole.mentoring.rules.shipped import SHIPPED

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
