"""Feng Le's improvement plan: proposed by Lin Jing seven weeks ago, agreed to, every milestone on time, better four weeks running."""

from collections.abc import Mapping
from datetime import timedelta

from bole.people.models import Person
from bole.reviews.actions.improvement import Proposed, answer_improvement, check_week, finish_milestone, propose_improvement
from bole.reviews.models import Milestone
from bole.reviews.rules.improvement import Way
from bole.sandbox.actions.deeds import viewer_of
from bole.sandbox.actions.mentoring_hands import NO_ACCOUNT
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.days import moment, step
from bole.sandbox.rules.stories import FENG_LE
from bole.values.viewer import Viewer

WEEK = timedelta(days=7)
WEEKS, NOW = 12, 7  # of so many weeks it is this one
WHY = "三季度有四个交付任务延期，客户验收一次通过率低于小组平均。我们谈过，主要是需求没有确认清楚就开工。"
GOALS = ("交付任务按时完成率到85%以上", "验收一次通过率到80%以上", "每个任务开工前和客户书面确认需求")
SUPPORT = "主管每周一次一对一；罗佳宁一起看前三个任务的需求确认；参加《需求沟通》课程；同时在办任务不超过4个。"
MILESTONES = (
    (2, "前两个任务的需求确认单，和罗佳宁一起看过"),
    (5, "学完《需求沟通》课程"),
    (9, "连续三个任务按时验收"),
    (12, "三项目标都达到"),
)
SAID: tuple[tuple[Way, str], ...] = (
    ("same", "第一次写需求确认单，有点慢，方向是对的"),
    ("harder", "老任务积压，还在补"),
    ("better", "第一个任务按时交了"),
    ("better", "客户说需求讲得比以前清楚"),
    ("better", "两个任务都按时"),
    ("better", "验收一次通过"),
)


def keep_improving(clock: Clockwork, keys: Mapping[str, int]) -> None:
    """Let the plan run, week by week."""
    today = clock.almanac.anchor
    first = today - (NOW - 1) * WEEK
    proposed, agreed = step(first, -4), step(first, -2)
    person = Person.objects.get(pk=keys[FENG_LE])
    own = Viewer(name=person.name, account_id=person.account_id or NO_ACCOUNT, person_id=person.pk)
    milestones = [(first + n * WEEK - timedelta(days=3), words) for n, words in MILESTONES]
    told = Proposed(why=WHY, goals=GOALS, support=SUPPORT, milestones=milestones, first_day=first, weeks=WEEKS)
    made = propose_improvement(person_id=person.pk, plan=told, by=viewer_of("manager", proposed), at=moment(proposed, 16.0))
    answer_improvement(ref=made.ref, agrees=True, remark="需求确认单我想先用小组的模板", by=own, at=moment(agreed, 10.5))
    for one in Milestone.objects.filter(plan=made, due_on__lt=today).order_by("due_on"):
        done = one.due_on - timedelta(days=1)
        finish_milestone(ref=one.ref, done_on=done, by=viewer_of("manager", done), at=moment(done, 17.0))
    for week, (way, words) in enumerate(SAID, start=1):
        looked = first + week * WEEK - timedelta(days=3)
        check_week(ref=made.ref, week=week, way=way, words=words, by=viewer_of("manager", looked), at=moment(looked, 17.5))
