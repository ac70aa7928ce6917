"""A plan: the framework adapted to one mentee. How and when a core topic comes is free, leaving it out is not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bole.mentoring.rules.frameworks import Topic, month_of_stage

MOST_OUTCOMES, MOST_TOPICS = 3, 20
LONGEST_GOAL, LONGEST_OUTCOME, LONGEST_HOW, LONGEST_NAME = 300, 200, 500, 60


@dataclass(frozen=True, slots=True)
class PlanTopic:
    """A topic of a plan: how it is done, and in which month of the programme."""

    code: str
    zh: str
    en: str
    is_core: bool
    how: str = ""
    month: int = 1


@dataclass(frozen=True, slots=True)
class PlanDiff:
    """A plan beside its framework. `added` were not in it, `changed` come another way or in another month, `left_out` were optional."""

    added: tuple[PlanTopic, ...]
    changed: tuple[PlanTopic, ...]
    left_out: tuple[Topic, ...]
    missing: tuple[Topic, ...]


def planned(topics: Sequence[Topic], *, months: int) -> tuple[PlanTopic, ...]:
    """Return the topics of a framework as a plan begins with them: all, in their order, each in the month of its stage."""
    return tuple(as_planned(one, months=months) for one in topics)


def as_planned(one: Topic, *, months: int) -> PlanTopic:
    """Return one topic of a framework as a plan takes it."""
    return PlanTopic(one.code, one.zh, one.en, one.is_core, month=month_of_stage(one.stage, months))


def missing_core(plan: Sequence[PlanTopic], framework: Sequence[Topic]) -> tuple[Topic, ...]:
    """Return the core topics that the plan leaves out."""
    there = {one.code for one in plan}
    return tuple(one for one in framework if one.is_core and one.code not in there)


def compared(plan: Sequence[PlanTopic], framework: Sequence[Topic], *, months: int) -> PlanDiff:
    """Return how a plan differs from its framework."""
    known = {one.code: one for one in framework}
    there = {one.code for one in plan}
    return PlanDiff(
        added=tuple(one for one in plan if one.code not in known),
        changed=tuple(one for one in plan if one.code in known and _is_changed(one, known[one.code], months=months)),
        left_out=tuple(one for one in framework if one.code not in there and not one.is_core),
        missing=missing_core(plan, framework),
    )


def _is_changed(one: PlanTopic, was: Topic, *, months: int) -> bool:
    return bool(one.how.strip()) or one.month != month_of_stage(was.stage, months)


def moved(plan: Sequence[PlanTopic], code: str, *, by: int) -> tuple[PlanTopic, ...]:
    """Return the plan with one topic some places further down (up, if negative); what stands at an end stays there."""
    found = list(plan)
    at = next((n for n, one in enumerate(found) if one.code == code), None)
    if at is None:
        return tuple(found)
    one = found.pop(at)
    found.insert(min(max(at + by, 0), len(found)), one)
    return tuple(found)


def without(plan: Sequence[PlanTopic], code: str) -> tuple[PlanTopic, ...]:
    """Return the plan without a topic."""
    return tuple(one for one in plan if one.code != code)


def with_back(plan: Sequence[PlanTopic], topic: Topic, *, months: int) -> tuple[PlanTopic, ...]:
    """Return the plan with a topic of the framework put back: behind the last one that comes no later."""
    if any(one.code == topic.code for one in plan):
        return tuple(plan)
    back = as_planned(topic, months=months)
    place = max((n + 1 for n, one in enumerate(plan) if one.month <= back.month), default=0)
    return (*plan[:place], back, *plan[place:])


def core_as_in(plan: Sequence[PlanTopic], framework: Sequence[Topic]) -> tuple[PlanTopic, ...]:
    """Return the plan with names and weight of each topic as the framework has them: a plan cannot make a core topic optional."""
    known = {one.code: one for one in framework}
    return tuple(
        replace(one, zh=known[one.code].zh, en=known[one.code].en, is_core=known[one.code].is_core)
        if one.code in known
        else replace(one, is_core=False)
        for one in plan
    )


def topics_from(rows: Sequence[Mapping[str, object]]) -> tuple[PlanTopic, ...]:
    """Read topics as they are kept."""
    return tuple(
        PlanTopic(str(row["code"]), str(row["zh"]), str(row["en"]), bool(row["is_core"]), str(row["how"]), int(str(row["month"])))
        for row in rows
    )


def topics_kept(plan: Sequence[PlanTopic]) -> list[dict[str, object]]:
    """Return topics as they are kept."""
    return [{"code": one.code, "zh": one.zh, "en": one.en, "is_core": one.is_core, "how": one.how, "month": one.month} for one in plan]
