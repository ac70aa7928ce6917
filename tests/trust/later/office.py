"""Office hours of somebody else, booked and held; going along with a project; core topics left when a pair ends."""

from collections.abc import Iterator
from datetime import date, time, timedelta

from bole.kit.clock import local_day, now
from bole.mentoring.actions.life import close_what_is_over
from bole.mentoring.actions.office_hours import Opening, open_office_hours
from bole.mentoring.actions.pairs import begin_mentorship
from bole.mentoring.actions.reports import save_report, send_report
from bole.mentoring.models import Mentorship, OfficeHours
from bole.values.viewer import SYSTEM
from tests.trust.company import Firm, viewer
from tests.trust.later.moving import Look, all_at, does, on, sends

BOOKS = ("self", "mentor", "manager", "partner", "hr_admin", "auditor", "system_admin")


def office_hours_of_another(firm: Firm) -> Iterator[Look]:
    """顾言 opens office hours too: everybody may book a place, and gives it back."""
    opening = Opening(
        day=local_day(now()) + timedelta(days=8), begins=time(9), ends=time(12), place="二号会议室", places=8, minutes=20, skills=["asking"]
    )
    made = open_office_hours(opening=opening, by=viewer(firm, "second_admin"), at=now())
    page = f"/mentoring/office-hours/{made.ref}/"
    for number, persona in enumerate(BOOKS, start=1):
        yield persona, page
        sends(firm, persona, f"{page}book/", number=str(number), words="想问评测")
        yield persona, page


def office_hours_were_held(firm: Firm) -> Iterator[Look]:
    """陈澈 notes who came."""
    begins_at = OfficeHours.objects.get(ref=firm.things["office"]["li"]).begins_at
    with on(firm, begins_at + timedelta(hours=1)):
        yield from all_at(firm, "office_session", "mentor")


def a_pair_goes_along_with_a_project(firm: Firm) -> Iterator[Look]:
    """陈澈 goes along with a project of 李四: either names it, the mentor closes it once the report of results was sent."""
    does(firm, "partner", "end_pair", on=local_day(now()).isoformat())
    pair = begin_mentorship(
        mentor_id=firm.people["mentor"].pk, mentee_id=firm.people["self"].pk, framework_code="project", first_day=date(2026, 11, 24),
        months=4, source="hand", why_so=[], by=SYSTEM, at=now(),
    )  # fmt: skip
    page = f"/mentoring/pairs/{pair}/"
    yield "self", page
    yield "mentor", page
    sends(firm, "self", f"{page}project/", name="结算对账", link="", version="0")
    Mentorship.objects.filter(ref=pair).update(state="running")  # its plan was approved
    report = save_report(pair_ref=pair, version=0, words="对账每天自动跑完。", files=(), by=viewer(firm, "self"), at=now())
    send_report(pair_ref=pair, version=report.version, by=viewer(firm, "self"), at=now())
    yield "mentor", page


def topics_were_left(firm: Firm) -> Iterator[Look]:
    """A pair is complete with core topics left: the mentor is asked why, in the notice."""
    Mentorship.objects.filter(ref=firm.things["pair"]["li"]).update(last_day=local_day(now()) - timedelta(days=1))
    close_what_is_over(by=SYSTEM, at=now())
    yield "mentor", "/notices/"


STORIES = (office_hours_of_another, office_hours_were_held, a_pair_goes_along_with_a_project, topics_were_left)
