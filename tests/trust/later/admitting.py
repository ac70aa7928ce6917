"""Who may be a mentor, and no longer: applications anew, invitations, help, the end of a role and what is said to it."""

from collections.abc import Iterator
from datetime import UTC, datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from bole.kit.clock import now, today
from bole.mentoring.actions.roles import end_mentor_role
from bole.mentoring.actions.screening import screen_everybody
from bole.mentoring.models import Application, Retirement
from bole.scoring.actions.years import GivenRating, take_ratings
from bole.values.viewer import SYSTEM
from tests.trust.company import Firm, viewer
from tests.trust.later.moving import Look, all_at, does, led, on, sends

MARCH = datetime(2027, 3, 2, 2, tzinfo=UTC)


def applies_again(firm: Firm) -> Iterator[Look]:
    """李四 took the application back, and may apply again."""
    does(firm, "self", "withdraw_application")
    yield from all_at(firm, "become_mentor", "self")


def was_a_mentor(firm: Firm) -> Iterator[Look]:
    """陈澈's role has ended; to be a mentor once more is to apply."""
    end_mentor_role(person_id=firm.people["mentor"].pk, on=today(), by=SYSTEM, at=now())
    with on(firm, datetime(2026, 11, 25, 2, tzinfo=UTC)):
        yield from all_at(firm, "become_mentor", "mentor")


def steps_down(firm: Firm) -> Iterator[Look]:
    """陈澈 ended the own role, and may stay after all."""
    does(firm, "mentor", "step_down_as_mentor")
    yield from all_at(firm, "become_mentor", "mentor")


def another_mentor(firm: Firm) -> Iterator[Look]:
    """With 李四 admitted by way of exception, 陈澈 may name whoever stands in among mentors."""
    does(firm, "partner", "waive_admission")
    yield from all_at(firm, "stand_in", "mentor")


def meets_everything(firm: Firm) -> Iterator[Look]:
    """With a second excellent year 李四's application can be admitted, and 林静 can be invited."""
    hr = viewer(firm, "second_admin", "hr_admin")
    rows = [
        GivenRating(person_id=firm.people[part].pk, year=year, score=None, level="S", note="旧系统")
        for part, years in (("self", (2023, 2025)), ("manager", (2023, 2024, 2025)))
        for year in years
    ]
    take_ratings(rows=rows, by=hr, at=now())
    screen_everybody(now())
    yield from all_at(firm, "mentor_applications", "partner", "hr_admin")
    does(firm, "self", "withdraw_application")
    does(firm, "self", "apply_to_mentor")
    sent = Application.objects.get(person=firm.people["self"], state="waiting")
    yield "partner", f"/company/mentoring/applications/{sent.ref}/"
    yield "hr_admin", f"/company/mentoring/applications/{sent.ref}/"


def helped_and_ended(firm: Firm) -> Iterator[Look]:
    """李四 mentors again and is helped; HR looks again, ends the role, and answers what 李四 says to it."""
    does(firm, "partner", "waive_admission")
    does(firm, "partner", "coach_mentor")
    yield from all_at(firm, "effect_of_mentor", "partner", "hr_admin")
    with on(firm, MARCH):
        does(firm, "partner", "look_again_at_mentor")
        yield from all_at(firm, "effect_of_mentor", "partner", "hr_admin")
        does(firm, "partner", "retire_mentor", ends_on="2027-03-20")
        made = Retirement.objects.filter(person=firm.people["self"]).order_by("-pk")[0]
        sends(firm, "self", f"/mentoring/effect/objections/{made.ref}/", words="我有不同看法")
        yield from all_at(firm, "effect_of_mentor", "partner", "hr_admin")


def other_rules(firm: Firm) -> Iterator[Look]:
    """Rules that HR began with are tried, and put in force."""
    built = led(does(firm, "hr_admin", "rule_preset"))
    yield "hr_admin", f"{built}try/"


def mentoring_of_before(firm: Firm) -> Iterator[Look]:
    """A file with mentoring from before the system is looked at, and then taken."""
    rows = f"导师工号,学员工号,开始日期,结束日期\n{firm.people['mentor'].number},{firm.people['self'].number},2025-01-06,2025-06-30\n"
    file = SimpleUploadedFile("甲.csv", rows.encode())
    yield "hr_admin", does(firm, "hr_admin", "earlier_mentoring", file=file, framework="new_graduate")


STORIES = (
    applies_again, was_a_mentor, steps_down, another_mentor, meets_everything, helped_and_ended, other_rules, mentoring_of_before,
)  # fmt: skip
