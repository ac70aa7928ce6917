"""What a framework is: a goal, core and optional topics, a cadence; and what makes one that can be offered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bole.mentoring.rules.dates import LEAST_MONTHS, MOST_MONTHS

Form = Literal["one_to_one", "group", "reverse", "peer", "short"]
FORMS: tuple[Form, ...] = ("one_to_one", "group", "reverse", "peer", "short")
STAGES = (1, 2, 3)  # the beginning, the middle, the end of the months
MOST_TOPICS = 20
LONGEST_NAME, LONGEST_GOAL, LONGEST_TOPIC = 60, 300, 60
Fault = Literal["no_name", "no_goal", "no_core", "too_many", "too_long", "twice", "months", "cadence", "form"]


@dataclass(frozen=True, slots=True)
class Topic:
    """Something to talk about. A core topic may be changed in how and when, and not be left out."""

    code: str
    zh: str
    en: str
    is_core: bool = False
    stage: int = 2


@dataclass(frozen=True, slots=True)
class Material:
    """Something to read before a meeting."""

    zh: str
    en: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """A framework as a value. A cadence is in months; 0 is never."""

    code: str
    zh: str
    en: str
    goal_zh: str
    goal_en: str
    topics: tuple[Topic, ...]
    form: Form = "one_to_one"
    months: int = 6
    meeting_every: int = 1
    test_every: int = 3
    report_every: int = 6
    materials: tuple[Material, ...] = ()

    @property
    def core(self) -> tuple[Topic, ...]:
        """The topics that no plan leaves out."""
        return tuple(one for one in self.topics if one.is_core)


def faults_of(one: Framed) -> tuple[Fault, ...]:
    """Return what keeps a framework from being offered."""
    codes = [topic.code for topic in one.topics]
    texts = [(one.zh, LONGEST_NAME), (one.en, LONGEST_NAME), (one.goal_zh, LONGEST_GOAL), (one.goal_en, LONGEST_GOAL)]
    texts += [(text, LONGEST_TOPIC) for topic in one.topics for text in (topic.zh, topic.en)]
    found: dict[Fault, bool] = {
        "no_name": not one.zh.strip() or not one.en.strip(),
        "no_goal": not one.goal_zh.strip() or not one.goal_en.strip(),
        "no_core": not one.core,
        "too_many": len(one.topics) > MOST_TOPICS,
        "too_long": any(len(text) > most for text, most in texts),
        "twice": len(set(codes)) < len(codes),
        "months": not LEAST_MONTHS <= one.months <= MOST_MONTHS,
        "cadence": one.meeting_every < 1 or any(not 0 <= every <= MOST_MONTHS for every in _cadence(one)),
        "form": one.form not in FORMS,
    }
    return tuple(fault for fault, is_so in found.items() if is_so)


def _cadence(one: Framed) -> tuple[int, ...]:
    return (one.meeting_every, one.test_every, one.report_every)


def month_of_stage(stage: int, months: int) -> int:
    """Return in which month a topic of a stage is proposed: the first, the middle one, the last."""
    return {1: 1, 2: max(1, (months + 1) // 2)}.get(stage, months)


def topics_from(rows: Sequence[Mapping[str, object]]) -> tuple[Topic, ...]:
    """Read topics as they are kept."""
    return tuple(
        Topic(str(row["code"]), str(row["zh"]), str(row["en"]), bool(row["is_core"]), int(str(row.get("stage", 2)))) for row in rows
    )


def topics_kept(topics: Sequence[Topic]) -> list[dict[str, object]]:
    """Return topics as they are kept."""
    return [{"code": one.code, "zh": one.zh, "en": one.en, "is_core": one.is_core, "stage": one.stage} for one in topics]
