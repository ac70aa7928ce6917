"""What is planted of recommendations: story 12, and what others opened, by their post and by chance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bole.sandbox.rules.chance import count_of, dice

AYIGULI, ZHENG_KE = "BL0318", "BL0361"
COMPLAINT, PYTHON = "complaint-handling", "python"
BACK_DAYS = 84
OPENED_BY_EACH = 4.0
FOR_ONE_S_ROLE, FOR_ANOTHER = 6.0, 0.3


@dataclass(frozen=True, slots=True)
class Handed:
    """A piece of feedback that Ayiguli hands in: so many calendar days before the demo's day."""

    back: int
    words: str
    stars: int  # hundredths of a scale to 100


@dataclass(frozen=True, slots=True)
class Shelf:
    """Something that can be opened."""

    ref: str
    topics: tuple[str, ...]
    roles: tuple[str, ...]


# Four within thirty days.
COMPLAINTS = (
    Handed(25, "客户投诉首次回复超过两小时。电话里先道歉，约定当天给结论，晚上六点前补发了处理单。", 6000),
    Handed(17, "同一位客户第二次投诉机器人答非所问。听完先复述一遍，再转质检组改了三条话术。", 8000),
    Handed(10, "退款投诉，客户情绪激动。先安顿情绪，再核对订单，差价当天退回，客户撤诉。", 8000),
    Handed(3, "投诉升级到主管。约了三方电话，把原因和改法写成一页发给客户，对方同意再观察两周。", 10000),
)
PYTHON_BACK = (12, 9, 6, 4, 1)  # days before; within two weeks


def python_opened(shelf: Sequence[Shelf]) -> tuple[tuple[Shelf, int], ...]:
    """Return what Zheng Ke opened and how many days ago: three things about Python, two of them twice."""
    about = [one for one in shelf if PYTHON in one.topics][:3]
    return tuple((about[n % len(about)], back) for n, back in enumerate(PYTHON_BACK)) if about else ()


def opened_by_others(shelf: Sequence[Shelf], role_of: Mapping[str, str], *, today: date) -> tuple[tuple[str, Shelf, date], ...]:
    """Return what everybody else opened in twelve weeks: what is for their role rather; a shelf comes in a fixed order."""
    weights = {role: [_weight(one, role) for one in shelf] for role in set(role_of.values())}
    return tuple(
        (number, thing, today - timedelta(days=rng.randint(1, BACK_DAYS)))
        for number in sorted(set(role_of) - {AYIGULI, ZHENG_KE})
        for rng in [dice("opens", number)]
        for thing in rng.choices(shelf, weights[role_of[number]], k=count_of(rng, OPENED_BY_EACH))
    )


def _weight(one: Shelf, role: str) -> float:
    if not one.roles:
        return 1.0
    return FOR_ONE_S_ROLE if role in one.roles else FOR_ANOTHER
