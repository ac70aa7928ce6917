"""Which model a job is scored by, for people who want to understand it."""

from dataclasses import dataclass
from datetime import date

from bole.people.queries import assignments_on
from bole.scoring.actions.scores import live_kind
from bole.scoring.computing import rule_of_version, versions_in_force
from bole.scoring.queries.sheets import ModelNote
from bole.scoring.rules.rule import Rule
from bole.values.period import Period


@dataclass(frozen=True, slots=True)
class ModelInForce:
    """A published version with its rule: dimensions, weights, indicators, targets."""

    note: ModelNote
    rule: Rule


def rules_by_family(day: date) -> dict[int, Rule]:
    """Return the rule that each job family is scored by in the period of that day (two queries)."""
    return {family: rule_of_version(version) for family, version in versions_in_force(Period.of(live_kind(), day).first_day).items()}


def model_for(person_id: int, *, day: date) -> ModelInForce | None:
    """Return the model of the person's job in the period of that day; None if there is none (three queries)."""
    post = assignments_on([person_id], day).get(person_id)
    version = versions_in_force(Period.of(live_kind(), day).first_day).get(post.family_id) if post else None
    if version is None:
        return None
    rule = rule_of_version(version)
    return ModelInForce(ModelNote(rule.tree.code, rule.tree.zh, rule.tree.en, version.number, version.first_day), rule)
