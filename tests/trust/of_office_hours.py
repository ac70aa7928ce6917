"""What the play has of office hours: those of 陈澈, next week, in which 李四 has a place."""

from datetime import datetime, time, timedelta

from bole.growth.models import Skill
from bole.kit.clock import local_day
from bole.mentoring.actions.office_hours import Opening, book_office_place, open_office_hours
from tests.trust.company import CANARIES, Firm, viewer


def open_office(firm: Firm, *, at: datetime) -> None:
    """Open them, and let 李四 book the first place."""
    day = local_day(at) + timedelta(days=7)
    Skill.objects.create(code="asking", group="craft", name_zh="提问", name_en="Asking", changed_at=at, changed_by="x")
    opening = Opening(day=day, begins=time(14), ends=time(16), place="三号会议室", places=4, minutes=30, skills=["asking"])
    made = open_office_hours(opening=opening, by=viewer(firm, "mentor"), at=at)
    book_office_place(ref=made.ref, number=1, words=CANARIES["office"], by=viewer(firm, "self"), at=at)
    firm.things["office"] = {"li": made.ref, "ghost": "222222222222"}
