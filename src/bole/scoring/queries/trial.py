"""A trial: what the draft of a model would give for people of today. It is only compared and affects nobody."""

from dataclasses import dataclass
from datetime import date

from bole.access.rules import may, may_company
from bole.people.queries import Card, assignments_on, cards, numbers_of
from bole.scoring.actions.scores import live_kind, scored_people
from bole.scoring.computing import Computed, compute
from bole.scoring.models import Indicator, ModelUse, ModelVersion
from bole.scoring.queries.gates import newcomers
from bole.scoring.rules.indicator import indicator_of
from bole.scoring.rules.rule import LEAST_DAYS
from bole.scoring.rules.tree import problems, tree_of
from bole.values.period import Period
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.values.workdays import working_days

PEOPLE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One person: the score by the version in force and by the draft, computed at the same moment from the same readings."""

    card: Card
    before: Computed
    after: Computed


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """The trial of a draft in a period; nobody is in it where no family uses the model yet."""

    period: Period
    number: int
    people: tuple[Tried, ...]
    families: tuple[tuple[str, str], ...]


def trial_of(viewer: Viewer, code: str, *, day: date) -> Trial:
    """Score three people of the families that use the model by its draft.

    :raises NotFound: if models are not open to the viewer, or there is no draft
    :raises Invalid: if the draft cannot be computed yet
    """
    if not may_company(viewer, "read", "models"):
        raise NotFound
    draft = ModelVersion.objects.filter(model__code=code, first_day=None).first()
    if draft is None:
        raise NotFound(where="draft")
    library = {one.code: one.definition for one in Indicator.objects.all()}
    tree = tree_of(draft.tree)
    for problem in problems(tree, {key: indicator_of(raw) for key, raw in library.items()}):
        raise problem
    uses = ModelUse.objects.filter(model__code=code).exclude(last_day__lt=day).select_related("family")
    families = {use.family_id: (use.family.name, use.family.name_en) for use in uses}
    draft.indicators = {leaf.indicator: library[leaf.indicator] for leaf in tree.leaves}
    period = _period(day)
    people = _three(viewer, frozenset(families), day=day)
    before = compute(people, period, until=day)
    after = compute(people, period, until=day, versions=dict.fromkeys(families, draft))
    known = cards(people, day)
    tried = tuple(Tried(card=card, before=before[key], after=after[key]) for key, card in known.items())
    return Trial(period=period, number=draft.number, people=tried, families=tuple(families.values()))


def _period(day: date) -> Period:
    """Return the running period, or the one before it while it is too young for a score."""
    running = Period.of(live_kind(), day)
    return running if working_days(running.first_day, day) >= LEAST_DAYS else running.before


def _three(viewer: Viewer, families: frozenset[int], *, day: date) -> list[int]:
    """Return three people of these families whose scores are open to the viewer: spread over the families' staff numbers, not chosen."""
    here = [person for person, post in assignments_on(None, day).items() if post.family_id in families]
    scored = scored_people(here, Period.of(live_kind(), day), day) - newcomers(here, day=day)
    open_to = [person for person in scored if person != viewer.person_id and may(viewer, "read", "score", person)]
    seen = [person for person, _number in sorted(numbers_of(open_to).items(), key=lambda one: one[1])]
    if len(seen) <= PEOPLE:
        return seen
    return [seen[n * (len(seen) - 1) // (PEOPLE - 1)] for n in range(PEOPLE)]
