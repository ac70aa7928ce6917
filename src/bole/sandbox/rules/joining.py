"""The first weeks in the demo: the trainings of the week of the demo's day, for whoever joined lately."""

from dataclasses import dataclass
from datetime import date, datetime

from bole.sandbox.rules.days import moment
from bole.values.workdays import is_working_day, working_day_at

CHEN_XIAOYU = "BL0702"


@dataclass(frozen=True, slots=True)
class TrainingPlan:
    """A training of the demo; `after` counts working days from the demo's day."""

    zh: str
    en: str
    words_zh: str
    words_en: str
    place_zh: str
    place_en: str
    after: int
    hour: float
    minutes: int


WEEK = (
    TrainingPlan(
        "公司与产品：我们为谁解决什么", "The company and its products: what we solve, and for whom", "带一个你最好奇的客户问题来。",
        "Bring the customer's question that you are most curious about.", "北京，3层大会议室", "Beijing, large room, 3rd floor", 0, 14, 90,
    ),
    TrainingPlan(
        "信息安全入门", "Information security for beginners", "密码、客户数据、外发文件，三件事说清楚。",
        "Passwords, customers' data, files that leave the house: three things in plain words.", "线上", "Online", 1, 10, 60,
    ),
    TrainingPlan(
        "职场沟通：怎样提问", "Workplace communication: how to ask", "先说你试过什么，再说卡在哪里。",
        "Say first what you have tried, then where you are stuck.", "北京，5层培训室", "Beijing, training room, 5th floor", 3, 15, 60,
    ),
)  # fmt: skip
NEXT_WEEK = TrainingPlan(
    "代码评审怎么做", "How we review code", "带一段你自己写的代码。", "Bring some code of your own.", "线上", "Online", 7, 10, 60
)


def begins(plan: TrainingPlan, anchor: date) -> datetime:
    """Return when a training of the demo begins: within the anchor's week if that has so many working days left, else on its last one."""
    day = working_day_at(anchor, plan.after)
    if plan in WEEK and day.isocalendar()[:2] != anchor.isocalendar()[:2]:
        day = _last_of_week(anchor)
    return moment(day, plan.hour + (plan.after * 0.5 if day != working_day_at(anchor, plan.after) else 0))


def _last_of_week(anchor: date) -> date:
    """Return the last working day of the anchor's week."""
    days = [anchor.fromordinal(anchor.toordinal() + n) for n in range(7 - anchor.weekday())]
    return max(day for day in days if is_working_day(day) or day == anchor)
