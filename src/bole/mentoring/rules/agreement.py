"""What a mentor and a mentee agree on, in both languages: goals and cadence of the plan, confidentiality, promises, the way out."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from bole.values.workdays import working_day_at

REMIND_AFTER = 5  # working days
Sections = tuple[tuple[str, tuple[str, ...]], ...]  # a title and its lines
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

PRIVACY_ZH = (
    "聊了什么、写了什么，只有我们两人能看到。没有对方同意，不说给别人听。",
    "主管和人力资源部看到的是：哪天沟通过、核心要点完成了几项、测试和汇报是否按时。审批计划的人力资源同事还会看到计划。",
    "处理投诉或争议时，人力资源管理员写明理由才能打开记录，时间60分钟，我们会立刻收到通知，也能看到理由。",
    "如果有人可能受到伤害，或者涉及违法，可以告诉该知道的人；告诉之前，先告诉对方。",
)
PRIVACY_EN = (
    "What we say and write stays between the two of us. Without the other's consent, nobody else hears it.",
    "Managers and HR see on which days we met, how many core topics are covered, and whether tests and reports came in time. "
    "HR that approves the plan also reads the plan.",
    "In a complaint or dispute an HR admin can open the records with a stated reason, for 60 minutes. "
    "We are told at once and read the reason.",
    "Where somebody might come to harm, or the law is broken, whoever has to know may be told; the other one of us hears of it first.",
)
MENTOR_ZH = (
    "按节奏留出时间；来不了就提前说，并给出新的时间。",
    "多问、多听，给建议，不替学员做决定。",
    "聊到的内容不用来评价、打分，也不向主管汇报。",
)
MENTOR_EN = (
    "Keeps time free by the cadence, and says early when it does not work, with a new time.",
    "Asks and listens, gives advice, and leaves decisions to the mentee.",
    "Uses nothing of what is said for reviews or scores, and reports none of it to managers.",
)
MENTEE_ZH = (
    "提前写下想聊的事，带着真实的问题来。",
    "约定的事去试；没做到就直说。",
    "说真话，包括“这样没有帮到我”。",
)
MENTEE_EN = (
    "Writes down beforehand what to talk about, and brings real questions.",
    "Tries what was agreed, and says so if it was not done.",
    "Says what is true, also “this did not help me”.",
)
OUT_ZH = (
    "任何一方随时可以换人或结束，不用说明理由，不算谁的错，不计入任何评价。",
    "学员从“我想请人帮忙”告诉人力资源部，导师只会知道辅导关系调整了。导师直接告诉人力资源部。",
)
OUT_EN = (
    "Either of us may change or end this at any time, without a reason and without blame. It counts in no review.",
    "The mentee tells HR by “I would like help”; the mentor only learns that the pair was changed. The mentor tells HR directly.",
)
SIGN_ZH = ("签字表示愿意这样相处，不是劳动合同的一部分。没有签字，辅导照常进行。",)
SIGN_EN = ("Signing says that we want it to be so. It is no part of a contract of employment, and mentoring goes on without it.",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What an agreement takes from the pair and its plan; `every` are the months between talks, tests and reports, 0 for never."""

    mentor: str
    mentee: str
    framework: tuple[str, str]
    first_day: date
    last_day: date
    goal: str
    outcomes: Sequence[str]
    every: tuple[int, int, int]


def agreement_zh(one: Basis) -> Sections:
    """Return the agreement in Chinese."""
    days = f"{_day_zh(one.first_day)}至{_day_zh(one.last_day)}"
    return (
        ("我们两人", (f"导师{one.mentor}，学员{one.mentee}，《{one.framework[0]}》，{days}。",)),
        ("目标", (one.goal, *one.outcomes)),
        ("节奏", (cadence_zh(one.every), "时间可以改，两个人说好就行。")),
        *fixed_zh(),
    )


def agreement_en(one: Basis) -> Sections:
    """Return the agreement in English."""
    days = f"{_day_en(one.first_day)} to {_day_en(one.last_day)}"
    return (
        ("The two of us", (f"{one.mentor} mentors {one.mentee}, “{one.framework[1]}”, {days}.",)),
        ("Goal", (one.goal, *one.outcomes)),
        ("Cadence", (cadence_en(one.every), "A day can be moved; it is enough that the two of us say so.")),
        *fixed_en(),
    )


def fixed_zh() -> Sections:
    """Return what every agreement says, in Chinese."""
    return (
        ("保密", PRIVACY_ZH),
        ("导师会做到", MENTOR_ZH),
        ("学员会做到", MENTEE_ZH),
        ("不合适的时候", OUT_ZH),
        ("签字的意思", SIGN_ZH),
    )


def fixed_en() -> Sections:
    """Return what every agreement says, in English."""
    return (
        ("Confidentiality", PRIVACY_EN),
        ("The mentor", MENTOR_EN),
        ("The mentee", MENTEE_EN),
        ("If it does not fit", OUT_EN),
        ("What signing means", SIGN_EN),
    )


def cadence_zh(every: tuple[int, int, int]) -> str:
    """Return how often what takes place, in Chinese."""
    names = ("沟通一次", "技能测试一次", "成果汇报一次")
    parts = [f"{'每月' if n == 1 else f'每{n}个月'}{name}" for n, name in zip(every, names, strict=True) if n]
    return "，".join(parts) + "。"


def cadence_en(every: tuple[int, int, int]) -> str:
    """Return how often what takes place, in English."""
    names = ("a talk", "a skill test", "a report of results")
    parts = [f"{name} {'each month' if n == 1 else f'every {n} months'}" for n, name in zip(every, names, strict=True) if n]
    said = ", ".join(parts)
    return f"{said[:1].upper()}{said[1:]}."


def _day_zh(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _day_en(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def kept(sections: Sections) -> str:
    """Return a text as it is kept, and hashed."""
    return json.dumps(sections, ensure_ascii=False)


def read(text: str) -> Sections:
    """Read a text as it is kept."""
    return tuple((str(title), tuple(str(line) for line in lines)) for title, lines in json.loads(text))


def fingerprint(zh: str, en: str) -> str:
    """Return the hash of the exact text in both languages, by which a signature names it."""
    return sha256(f"{zh}\n{en}".encode()).hexdigest()


def remind_on(made_on: date) -> date:
    """Return from which day on who has not signed is reminded, once."""
    return working_day_at(made_on, REMIND_AFTER)
