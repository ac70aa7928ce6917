"""What a framework is: a goal, core and optional topics, a cadence; and what makes one that can be offered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bole.mentoring.rules.dates import LEAST_MONTHS, MOST_MONTHS

Form = Literal["one_to_one", "group", "reverse", "peer", "short", "project"]
FORMS: tuple[Form, ...] = ("one_to_one", "group", "reverse", "peer", "short", "project")
STAGES = (1, 2, 3)  # the beginning, the middle, the end of the months
MOST_TOPICS, MOST_MATERIALS = 20, 10
LONGEST_NAME, LONGEST_GOAL, LONGEST_TOPIC, LONGEST_ADDRESS = 60, 300, 60, 200
Fault = Literal[
    "no_name", "no_goal", "no_core", "one_language", "too_many", "too_long", "twice", "months", "cadence", "form", "address"
]  # fmt: skip


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
    texts += [(text, LONGEST_TOPIC) for both in _in_both(one) for text in both]
    texts += [(read.address, LONGEST_ADDRESS) for read in one.materials]
    found: dict[Fault, bool] = {
        "no_name": not one.zh.strip() or not one.en.strip(),
        "no_goal": not one.goal_zh.strip() or not one.goal_en.strip(),
        "no_core": not one.core,
        "one_language": bool(said_in_one(one)),
        "too_many": len(one.topics) > MOST_TOPICS or len(one.materials) > MOST_MATERIALS,
        "too_long": any(len(text) > most for text, most in texts),
        "twice": len(set(codes)) < len(codes) or bool(named_twice(one)),
        "months": not LEAST_MONTHS <= one.months <= MOST_MONTHS,
        "cadence": one.meeting_every < 1 or any(not 0 <= every <= MOST_MONTHS for every in _cadence(one)),
        "form": one.form not in FORMS,
        "address": bool(wrong_address(one)),
    }
    return tuple(fault for fault, is_so in found.items() if is_so)


def said_in_one(one: Framed) -> str:
    """Return the words of the first topic or material that has words in one language alone, or nothing."""
    return next((zh or en or "–" for zh, en in _in_both(one) if not zh or not en), "")


def _in_both(one: Framed) -> list[tuple[str, str]]:
    """Return the words of topics and materials in both languages."""
    topics = [(topic.zh.strip(), topic.en.strip()) for topic in one.topics]
    return topics + [(read.zh.strip(), read.en.strip()) for read in one.materials]


def named_twice(one: Framed) -> str:
    """Return the name that two topics have, or nothing."""
    for names in ([topic.zh.strip() for topic in one.topics], [topic.en.strip() for topic in one.topics]):
        folded = [name.casefold() for name in names]
        for n, name in enumerate(names):
            if name and folded[n] in folded[:n]:
                return name
    return ""


def wrong_address(one: Framed) -> str:
    """Return the first address of a material that is neither a page of this house nor a safe one elsewhere, or nothing."""
    return next((read.address or "–" for read in one.materials if not _leads_somewhere(read.address)), "")


def _leads_somewhere(address: str) -> bool:
    is_own = address.startswith("/") and not address.startswith(("//", "/\\"))
    is_safe = address.startswith("https://") and len(address) > len("https://")
    return (is_own or is_safe) and not any(letter.isspace() for letter in address)


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
