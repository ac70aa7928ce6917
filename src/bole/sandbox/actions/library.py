"""What people learn from in the demo: authors, reading, and what a next grade asks; made after skills and courses are there."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from bole.growth.actions import Written, record_readings, record_skill, save_item
from bole.growth.actions.career import save_career_step
from bole.growth.models import LibraryItem
from bole.sandbox.actions.mentoring_hands import Hands
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.days import moment
from bole.sandbox.rules.history import History
from bole.sandbox.rules.library import AUTHORS, SKILLS_OF_SUN_RAN, SUN_RAN, ladder_plans, reads_of_month
from bole.values.viewer import SYSTEM, Viewer

FIELDS = ("kind", "title_zh", "title_en", "words_zh", "words_en", "text_zh", "text_en", "topics", "stages", "roles", "minutes", "video")
CONFIRMED = date(2026, 9, 21)  # when Sun Ran's manager confirmed what she can do


def learn_together(clock: Clockwork, history: History, keys: Mapping[str, int]) -> str:
    """Make it all; return how much there is."""
    hands = Hands(history.plan, keys)
    almanac = history.plan.almanac
    launch = moment(almanac.launch, 10.0)
    admin = hands.hr("hr_admin")
    _sign(keys, by=admin, at=launch)
    for one in ladder_plans():
        zh, en = one.words
        save_career_step(family=one.family, grade=one.grade, words_zh=zh, words_en=en, tree=one.tree, version=0, by=admin, at=launch)
    at = moment(almanac.at(CONFIRMED), 16.0)
    for skill, level in SKILLS_OF_SUN_RAN:
        record_skill(person_id=keys[SUN_RAN], skill=skill, level=level, source="manager", by=SYSTEM, at=at)
    return f"{_read(history, keys, until=clock.shown_at)} readings this month"


def _sign(keys: Mapping[str, int], *, by: Viewer, at: datetime) -> None:
    """Let HR write the authors' names under what they wrote."""
    for item in LibraryItem.objects.filter(code__in=AUTHORS).order_by("code"):
        told: dict[str, Any] = {key: tuple(value) if isinstance(value := getattr(item, key), list) else value for key in FIELDS}
        save_item(ref=item.ref, written=Written(**told, author_id=keys[AUTHORS[item.code]]), version=item.version, by=by, at=at)


def _read(history: History, keys: Mapping[str, int], *, until: datetime) -> int:
    refs = dict(LibraryItem.objects.exclude(code="").order_by("code").values_list("code", "ref"))
    readings = [(keys[one.number], refs[one.code], one.at) for one in reads_of_month(history.plan, tuple(refs), until=until)]
    return record_readings(readings=readings, by=SYSTEM, at=until)
