"""What pairs of the stories wrote to each other between talks, and why Ye Qing steps down: planted on days that move with the demo."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bole.mentoring.rules.dates import last_day_of
from bole.sandbox.rules.days import step
from bole.sandbox.rules.mentoring import Mentoring
from bole.sandbox.rules.mentoring_cast import CHEN_XIAOYU, DING_YI, FIRST_TALK_NEXT, LI_SI, SUN_RAN
from bole.sandbox.rules.mentoring_mentors import GU_QING, YE_QING, ZENG_RUI, ZHANG_SAN
from bole.sandbox.rules.mentoring_terms import PairPlan

MENTOR, MENTEE = "mentor", "mentee"
Written = tuple[str, int, float, str]
STEPS_DOWN = (2, 17.8)  # working days before today, and the hour
STEPS_DOWN_WORDS = (
    "两个客户项目同时上线，今年排不出固定的时间带新的学员；答应了又总改期，对学员不好。丁一的辅导我会带到结束，以后有时间再申请。"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagePlan:
    """A message of a pair: of the mentor, or of the mentee."""

    pair: PairPlan
    by: str
    day: date
    hour: float
    words: str


# Who wrote, how many working days before today, at which hour, what.
OF_LI_SI: Sequence[Written] = (
    (MENTEE, 5, 10.3, "张老师，云栈机房的验收清单我先跑了一遍，第7项日志留存没过，截图已经存了。客户约的后天到场，要不要先说？"),
    (MENTOR, 5, 11.1, "先说，今天就说。原因和补好的时间写成一句话，别等客户自己发现。"),
    (MENTEE, 3, 17.6, "补好了。客户说提前知道心里有数，验收一次通过。"),
    (MENTOR, 3, 18.2, "很好。把这件事写进半年汇报，比写“沟通能力有提升”更有说服力。"),
    (MENTEE, 1, 16.6, "汇报草稿存好了，就是“合同与成本”这一段心里没底。您方便的时候帮我看看方向对不对？"),
)
OF_CHEN_XIAOYU: Sequence[Written] = (
    (
        MENTOR,
        1,
        18.7,
        "晓雨你好，我是曾睿，接下来半年和你一起走。第一天先领电脑、认认人，不急着看代码，中午一起吃饭。有什么不好意思在群里问的，直接在这里问我。",
    ),
)
OF_SUN_RAN: Sequence[Written] = (
    (MENTEE, 4, 15.4, "顾老师，需求评审我总怕说不到点子上。有没有看完就能用的模板？"),
    (MENTOR, 4, 19.1, "先别找模板。写三句话就够：谁、卡在哪儿、做完会怎样。下次沟通带上来，我们一起改。"),
    (MENTEE, 1, 11.8, "三句话写好了，改了四遍，第二句还是太长。沟通时给您看。"),
)
MOVED_TO = "丁一，抱歉，客户两边同时上线，这个月的沟通我没排开，改到{month}月{day}日下午。这周卡住的两件事先写下来，见面一起过。"
OF_DING_YI = "好的叶老师。一是验收文档不知道写到多细，二是客户临时改需求时我该怎么回。"


def messages_of(plan: Mentoring) -> Sequence[MessagePlan]:
    """Return what the pairs wrote, the oldest first; nothing of a pair that was over by then."""
    today, due = plan.plan.almanac.anchor, plan.stories.last_due
    ours = {(one.mentor, one.mentee): one for one in plan.pairs if not one.is_imported}
    found = [
        _message(ours[two], who, step(today, -back), hour, words)
        for two, said in (((ZHANG_SAN, LI_SI), OF_LI_SI), ((ZENG_RUI, CHEN_XIAOYU), OF_CHEN_XIAOYU), ((GU_QING, SUN_RAN), OF_SUN_RAN))
        for who, back, hour, words in said
    ]
    ding, after, meets = ours[YE_QING, DING_YI], step(due, 1), step(today, FIRST_TALK_NEXT)
    moved = MOVED_TO.format(month=meets.month, day=meets.day)
    found += [_message(ding, MENTOR, after, 9.6, moved), _message(ding, MENTEE, after, 12.5, OF_DING_YI)]
    return sorted((one for one in found if _lives(one.pair, one.day)), key=lambda one: (one.day, one.hour))


def steps_down_on(plan: Mentoring) -> date | None:
    """Return the day on which Ye Qing ends her own role while Ding Yi's pair goes on; none if it does not run then."""
    day = step(plan.plan.almanac.anchor, -STEPS_DOWN[0])
    ding = next(one for one in plan.pairs if (one.mentor, one.mentee) == (YE_QING, DING_YI))
    return day if _lives(ding, day) else None


def _message(pair: PairPlan, who: str, day: date, hour: float, words: str) -> MessagePlan:
    return MessagePlan(pair=pair, by=pair.mentor if who == MENTOR else pair.mentee, day=day, hour=hour, words=words)


def _lives(pair: PairPlan, day: date) -> bool:
    """Test if both can still write: the pair has been made, and is not over."""
    begun = min(pair.first_day, pair.handed_in or pair.first_day)
    return begun <= day <= min(pair.ended_on or date.max, last_day_of(pair.first_day, pair.months))
