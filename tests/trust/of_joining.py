"""What the play has of the first weeks: the newcomer's list, and a training to which everybody may go."""

from datetime import datetime, timedelta

from bole.growth.actions import save_training, take_newcomer_list
from bole.growth.models import NewcomerStep
from bole.values.viewer import SYSTEM
from tests.trust.company import Firm


def welcome(firm: Firm, *, at: datetime) -> None:
    """Keep the list that ships, and plan a training of the week after."""
    take_newcomer_list(by=SYSTEM, at=at)
    words = {"title_zh": "甲", "title_en": "A", "words_zh": "", "words_en": "", "place_zh": "线上", "place_en": "Online"}
    told = {**words, "begins_at": at + timedelta(days=7), "minutes": 60, "for_newcomers": True}
    training = save_training(training="", told=told, version=0, by=SYSTEM, at=at)
    firm.things["training"] = {"li": training.ref, "ghost": "222222222222"}
    firm.things["line"] = {"li": NewcomerStep.objects.order_by("-id")[0].ref, "ghost": "222222222222"}
