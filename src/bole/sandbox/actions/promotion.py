"""Story 4: Gao Yuan becomes vice president; Zhang San and the head of presales are candidates for his post, and wait for review.

Another panel was called off: the group in Beijing is to be filled up first (story 6).
"""

from datetime import date

from bole.mentoring.actions.promotion import PostToFill, open_panel
from bole.mentoring.actions.promotion_ending import call_off_panel
from bole.people.models import Unit
from bole.people.queries import unit_rows
from bole.sandbox.actions.deeds import viewer_of
from bole.sandbox.rules.cast import CAST
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.company import CompanyPlan
from bole.sandbox.rules.days import moment, step
from bole.sandbox.rules.mentoring_mentors import ZHANG_SAN

POST, DEPARTMENT, PRESALES = "部门经理", "SOL", "SOL-PS"
MEMBERS = ("BL0008", "BL0148", "BL0121")  # Gao Yuan, He Jia, Gu Qing
OPENED = -6  # working days before the demo's day
LEADER, BEIJING = "北京组组长", "SUP-BJ"
OF_LEADER = ("BL0045", "BL0114", "BL0008")  # Tang Min, Yang Mingjie, Gao Yuan
ASKED, CALLED_OFF, BEGINS = -21, -9, 10
CALLED_OFF_WORDS = "北京组先补3名专员、借调2人，组长等编制补齐以后再评。谢谢两位候选人，写好的材料会保留，下次不用重写。"


def review_candidates(clock: Clockwork) -> None:
    """Let Su Wen open the panel; nobody has chosen yet."""
    day = step(clock.almanac.anchor, OPENED)
    rows = {one.code: one for one in unit_rows(day)}
    begins_on = max(date(day.year + 1, 1, 1), day)
    wanted = PostToFill(
        unit_ref=str(Unit.objects.values_list("ref", flat=True).get(code=DEPARTMENT)), post=POST, begins_on=begins_on,
        candidates=(ZHANG_SAN, rows[PRESALES].head_number), members=MEMBERS,
    )  # fmt: skip
    open_panel(wanted=wanted, by=viewer_of("hr_admin", day), at=moment(day, 10.0))


def call_off_a_panel(clock: Clockwork, plan: CompanyPlan) -> None:
    """Let Su Wen have opened a panel for the group in Beijing, and have called it off before anybody chose."""
    asked, ended = (step(clock.almanac.anchor, back) for back in (ASKED, CALLED_OFF))
    wanted = PostToFill(
        unit_ref=str(Unit.objects.values_list("ref", flat=True).get(code=BEIJING)), post=LEADER,
        begins_on=step(clock.almanac.anchor, BEGINS), candidates=candidates_of(plan), members=OF_LEADER,
    )  # fmt: skip
    panel = open_panel(wanted=wanted, by=viewer_of("hr_admin", asked), at=moment(asked, 10.6))
    call_off_panel(ref=panel.ref, words=CALLED_OFF_WORDS, by=viewer_of("hr_admin", ended), at=moment(ended, 16.2))


def candidates_of(plan: CompanyPlan) -> tuple[str, ...]:
    """Return the two who have been longest in the highest grades of the group, its head and the cast left out."""
    here = [
        one
        for one in plan.here(step(plan.almanac.anchor, ASKED))
        if one.posts[-1].unit == BEIJING and one.last_day is None and one.number not in {member.number for member in CAST}
    ]
    here.sort(key=lambda one: (-one.posts[-1].rank, one.first_day, one.number))
    return tuple(one.number for one in here[:2])
