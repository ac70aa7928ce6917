"""What the play has of pairs: 陈澈 mentors 李四, 顾言 mentors 钱多; each with a plan that waits for HR, and a record."""

from datetime import date, datetime

from bole.mentoring.actions.meetings import ToDo, keep_pair_note, record_meeting
from bole.mentoring.actions.pairs import begin_mentorship
from bole.mentoring.actions.plans import save_plan, submit_plan
from bole.mentoring.actions.tests import record_test
from bole.mentoring.models import Agreed, Mentorship
from bole.mentoring.rules.plan import planned
from bole.mentoring.rules.shipped import SHIPPED
from bole.values.viewer import SYSTEM
from tests.trust.company import CANARIES, Firm, viewer
from tests.trust.of_admission import let_mentor

SIDES = (("li", "mentor", "self"), ("outside", "second_admin", "outside"))


def mentor_both(firm: Firm, *, at: datetime) -> None:
    """Make the two pairs and what belongs to them."""
    for target, mentor, mentee in SIDES:
        let_mentor(firm.people[mentor])
        ref = begin_mentorship(
            mentor_id=firm.people[mentor].pk, mentee_id=firm.people[mentee].pk, framework_code="new_graduate",
            first_day=date(2026, 9, 1), months=12, source="hand", why_so=[], by=SYSTEM, at=at,
        )  # fmt: skip
        firm.things.setdefault("pair", {})[target] = ref
        _planned(firm, target, mentor, at=at)
        _met(firm, target, mentor, at=at)
        group = "abcdefgh2345" if target == "li" else "bcdefgh23456"
        Mentorship.objects.filter(ref=ref).update(group=group)
        firm.things.setdefault("group", {})[target] = group
    for kind in ("pair", "group", "mentoring_plan", "meeting", "todo", "skill_test"):
        firm.things[kind]["ghost"] = "222222222222"
    firm.things["framework"] = {"li": "new_graduate", "ghost": "nothing_like_it"}
    firm.things["library"] = {"li": "first-talk", "ghost": "nothing-like-it"}


def _planned(firm: Firm, target: str, mentor: str, *, at: datetime) -> None:
    by, told = viewer(firm, mentor), CANARIES["plan"] if target == "li" else "别的目标"
    topics = planned(SHIPPED["new_graduate"].topics, months=12)
    ref = firm.things["pair"][target]
    plan = save_plan(pair_ref=ref, version=0, goal=told, outcomes=["独立完成一次交付"], topics=topics, by=by, at=at)
    submit_plan(pair_ref=ref, version=plan.version, by=by, at=at)
    firm.things.setdefault("mentoring_plan", {})[target] = plan.ref
    Mentorship.objects.filter(ref=ref).update(state="running")


def _met(firm: Firm, target: str, mentor: str, *, at: datetime) -> None:
    by, ref, is_told = viewer(firm, mentor), firm.things["pair"][target], target == "li"
    made = record_meeting(
        pair_ref=ref, once="trust2345678", held_on=date(2026, 11, 20), minutes=60, place="face", codes=["values"],
        advice=CANARIES["meeting"] if is_told else "别的建议", to_do=[ToDo("mentee", "写一页复盘", None)], done=[], next_on=None,
        by=by, at=at,
    )  # fmt: skip
    keep_pair_note(pair_ref=ref, words=CANARIES["pair note"] if is_told else "别的笔记", by=by, at=at)
    firm.things.setdefault("meeting", {})[target] = made.ref
    firm.things.setdefault("todo", {})[target] = Agreed.objects.get(meeting=made).ref
    mark = record_test(pair_ref=ref, taken_on=date(2026, 11, 19), points=7_000, most=10_000, exam="", by=by, at=at)
    firm.things.setdefault("skill_test", {})[target] = mark.ref
