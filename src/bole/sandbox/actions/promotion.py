"""Story 4: Gao Yuan becomes vice president; Zhang San and the head of presales are candidates for his post, and wait for review."""

from datetime import date

from bole.mentoring.actions.promotion import PostToFill, open_panel
from bole.people.models import Unit
from bole.people.queries import unit_rows
from bole.sandbox.actions.deeds import viewer_of
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.days import moment, step
from bole.sandbox.rules.mentoring_mentors import ZHANG_SAN

POST, DEPARTMENT, PRESALES = "部门经理", "SOL", "SOL-PS"
MEMBERS = ("BL0008", "BL0148", "BL0121")  # Gao Yuan, He Jia, Gu Qing
OPENED = -6  # working days before the demo's day


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
