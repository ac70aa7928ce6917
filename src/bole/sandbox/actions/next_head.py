"""A department gets another head: HR has entered it, and it holds from next month on."""

from collections.abc import Mapping

from bole.people.actions import set_head
from bole.people.models import Unit
from bole.sandbox.actions.deeds import viewer_of
from bole.sandbox.rules.company import CompanyPlan
from bole.sandbox.rules.days import moment, step
from bole.sandbox.rules.next_head import SAID, UNIT, begins_on, next_head


def name_the_next_head(plan: CompanyPlan, keys: Mapping[str, int]) -> None:
    """Let Su Wen have named who leads the department from next month on."""
    today = plan.almanac.anchor
    said = step(today, SAID)
    unit = Unit.objects.values_list("pk", flat=True).get(code=UNIT)
    set_head(
        unit_id=unit, person_id=keys[next_head(plan)], first_day=begins_on(today), by=viewer_of("hr_admin", said), at=moment(said, 15.5)
    )  # fmt: skip
