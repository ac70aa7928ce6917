"""What the play has of missed targets and signs: a diagnosis and a sign of each side, and a series of 李四's team."""

from datetime import date, datetime

from bole.people.models import Unit
from bole.scoring.actions import set_target
from bole.signals.actions.diagnoses import keep_diagnosis
from bole.signals.actions.series import GivenValue, give_values
from bole.signals.actions.signs import NoticedSign, keep_signs
from bole.signals.models import GamingSign, Series
from bole.signals.rules.diagnosis_runs import Run
from bole.values.viewer import SYSTEM
from tests.trust.company import Firm

RUN = Run(date(2026, 8, 1), date(2026, 10, 1), 3)
FOUND = {
    "outcome": "insufficient", "target": 90.0, "actual": 80.0, "shares": [], "sights": [], "proposal": None, "missing": ["market"],
    "sisters": 0, "sisters_met": None, "unit": "percent",
    "months": [{"month": "2026-10-01", "target": 90.0, "actual": 80.0, "records": 6}],
}  # fmt: skip
EVIDENCE = '{"count": 50, "part": 31, "now": 0.62, "usual": 0.1, "unit": 0.2, "items": []}'


def cause(firm: Firm, units: dict[str, Unit], *, at: datetime) -> None:
    """Let both teams miss a target, and both people's records want a second look."""
    signs = [
        NoticedSign(person_id=firm.people[part].pk, kind="month_end", measure="tasks_due", evidence=EVIDENCE)
        for part in ("self", "outside")
    ]
    keep_signs(signs=signs, month=date(2026, 10, 1), by=SYSTEM, at=at)
    for target, part, unit in (("li", "self", units["one"]), ("outside", "outside", units["shop"])):
        set_target(
            indicator="task_completion", value=90_000, first_day=date(2026, 11, 1), why="年度计划", unit_ref=unit.ref, by=SYSTEM, at=at
        )
        made = keep_diagnosis(unit_id=unit.pk, indicator="task_completion", run=RUN, result=FOUND, inputs_hash="x", by=SYSTEM, at=at)
        firm.things.setdefault("diagnosis", {})[target] = made.ref
        firm.things.setdefault("sign", {})[target] = GamingSign.objects.get(person=firm.people[part]).ref
    value = GivenValue(kind="budget", unit=units["one"].ref, month=date(2026, 10, 1), value=3000)
    give_values(values=[value], source="hand", by=SYSTEM, at=at)
    firm.things["series"] = {"li": Series.objects.get().ref}
    for kind in ("diagnosis", "sign", "series"):
        firm.things[kind]["ghost"] = "222222222222"
