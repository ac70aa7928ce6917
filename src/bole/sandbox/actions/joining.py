"""The first weeks in the demo: the list that HR keeps, the trainings of the week."""

from collections.abc import Mapping
from datetime import timedelta

from bole.growth.actions import save_training, take_newcomer_list
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.days import moment
from bole.sandbox.rules.joining import NEXT_WEEK, WEEK, TrainingPlan, begins
from bole.values.viewer import SYSTEM, Viewer


def plan_first_weeks(clock: Clockwork, hr: Viewer | None = None) -> int:
    """Let HR take the newcomer's list and plan the trainings of the demo's week and of the next; return how many there are."""
    at = moment(clock.almanac.anchor, 0) - timedelta(days=20)
    by = hr or SYSTEM
    take_newcomer_list(by=by, at=at)
    for one in (*WEEK, NEXT_WEEK):
        save_training(training="", told=_told(one, clock), version=0, by=by, at=at)
    return len(WEEK) + 1


def _told(one: TrainingPlan, clock: Clockwork) -> Mapping[str, object]:
    return {
        "title_zh": one.zh, "title_en": one.en, "words_zh": one.words_zh, "words_en": one.words_en, "place_zh": one.place_zh,
        "place_en": one.place_en, "begins_at": begins(one, clock.almanac.anchor), "minutes": one.minutes, "for_newcomers": True,
    }  # fmt: skip
