"""The target that holds for one person: the nearest wins."""

from datetime import date

from bole.people.queries import assignments_on, subtree_paths
from bole.scoring.computing import UNIT, scope_of
from bole.scoring.models import Indicator, Target
from bole.scoring.rules.indicator import indicator_of


def target_held(person_id: int, code: str, *, day: date) -> int | None:
    """Return the target of an indicator that holds for a person on a day, in thousandths of its unit (four queries).

    That of the person, else of the nearest unit for each of its people, else of the family, else of the company; else what the definition
    brings along. None: there is none.
    """
    row = Indicator.objects.filter(code=code).first()
    post = assignments_on([person_id], day).get(person_id)
    if row is None or post is None:
        return None
    holding = Target.objects.filter(indicator=code, withdrawn_at=None, is_whole=False, first_day__lte=day).exclude(last_day__lt=day)
    found = list(holding.order_by("first_day", "id"))
    paths = subtree_paths({one.unit_id for one in found if one.unit_id})
    fitting = [(_nearness(one, paths), one.value) for one in found if _fits(one, person_id, post.unit_path, post.family_id, paths)]
    if fitting:
        best = max(near for near, _ in fitting)
        return next(value for near, value in reversed(fitting) if near == best)
    usual = indicator_of(row.definition).target
    return round(usual * UNIT) if usual else None


def _fits(one: Target, person_id: int, path: str, family_id: int, paths: dict[int, str]) -> bool:
    if one.person_id:
        return one.person_id == person_id
    if one.unit_id:
        return path.startswith(paths[one.unit_id])
    return not one.family_id or one.family_id == family_id


def _nearness(one: Target, paths: dict[int, str]) -> tuple[int, int]:
    order = ("company", "family", "unit", "person")
    return order.index(scope_of(one)), len(paths.get(one.unit_id or 0, ""))
