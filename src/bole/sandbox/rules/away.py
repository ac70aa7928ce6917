"""Who stands in for whom these days: a department manager, a mentor and an HR partner who are away."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayPlan:
    """Somebody who is away (personas, by key), as working days from today: said on `said`, away from `first` to `last`."""

    who: str
    by: str
    said: int
    hour: float
    first: int
    last: int


AWAY: Sequence[AwayPlan] = (
    AwayPlan(who="director", by="support_head", said=-2, hour=17.2, first=-1, last=2),  # at a customer's, today too
    AwayPlan(who="hr_partner", by="second_admin", said=-1, hour=10.8, first=3, last=4),
    AwayPlan(who="product_mentor", by="mentor", said=-1, hour=14.1, first=5, last=9),
)
