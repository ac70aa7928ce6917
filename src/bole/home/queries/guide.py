"""The goals of one's job, explained with one's own model."""

from dataclasses import dataclass
from datetime import date

from bole.home.queries.performance import manager_of, own_person
from bole.scoring.queries import ModelInForce, model_for
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Guide:
    """One's model, if there is one, and who sets the targets together with one; `is_scored` is False where one has no score at all."""

    model: ModelInForce | None
    manager: str
    is_scored: bool = True


def guide_of(viewer: Viewer, *, day: date) -> Guide:
    """Return what explains one's goals.

    :raises NotFound: if the account has no person
    """
    person = own_person(viewer)
    _manager, name = manager_of(person, day=day)
    if not viewer.is_scored:
        return Guide(None, name, is_scored=False)
    return Guide(model_for(person, day=day), name)
