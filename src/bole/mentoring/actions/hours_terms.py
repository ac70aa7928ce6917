"""What the company grants for hours of mentoring: HR says so; two editors do not overwrite each other."""

from dataclasses import asdict
from datetime import datetime

from bole.access.rules import insist
from bole.kit.action import action, on_record
from bole.kit.ui.days import moment
from bole.mentoring.models import MentoringTerms
from bole.mentoring.refusals.hours import OutOfTerms
from bole.mentoring.rules.hours import HoursTerms
from bole.values.refusal import Stale
from bole.values.viewer import Viewer

# The widest that each number may be: percent, fen, hours a month, minutes.
BOUNDS = {
    "least_share": (1, 50), "most_reduction": (1, 50), "rate": (0, 1_000_000), "most_allowance": (0, 10_000_000), "most_hours": (0, 160),
    "usual_minutes": (15, 480), "hour_cost": (0, 1_000_000),
}  # fmt: skip


@action("mentoring.save_hours_terms")
def save_hours_terms(*, terms: HoursTerms, version: int, by: Viewer, at: datetime) -> MentoringTerms:
    """Say what hours of mentoring come to from now on; what was proposed already stays as it is.

    :raises NotYours, NotFound: unless HR admin says so
    :raises OutOfTerms: naming the number that cannot be so
    :raises Stale: if somebody changed them since they were read
    """
    insist(by, "change", "mentoring_terms")
    for name, (least, most) in BOUNDS.items():
        if not least <= getattr(terms, name) <= most:
            is_money = name in {"rate", "most_allowance", "hour_cost"}
            raise OutOfTerms(least=least, most=most // 100 if is_money else most, where=name)
    if terms.least_share > terms.most_reduction:
        raise OutOfTerms(least=1, most=terms.most_reduction, where="least_share")
    shipped = {**asdict(HoursTerms()), "version": 0, "changed_at": at, "changed_by": by.name}
    MentoringTerms.objects.get_or_create(code="hours", defaults=shipped)
    row = MentoringTerms.objects.select_for_update().get(code="hours")
    if row.version != version:
        raise Stale(name=row.changed_by, time=moment(row.changed_at))
    for name, value in asdict(terms).items():
        setattr(row, name, value)
    row.version, row.changed_at, row.changed_by = version + 1, at, by.name
    row.save()
    on_record(thing="mentoring_terms", fields=tuple(asdict(terms)))
    return row
