"""What a result that a mentee hands in may count for in the own mentorship: the report that is due, a skill test."""

from dataclasses import dataclass
from datetime import date, timedelta

from bole.mentoring.models import SkillTest
from bole.mentoring.queries.duties import DutyRow, duties_of
from bole.mentoring.queries.pairs import PairRow, pairs_of_mentees
from bole.mentoring.rules.calendar import opens_on
from bole.mentoring.rules.test_names import SKILL_TEST, key_of_test


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPair:
    """The mentee's living pair: the report whose time has come, if any, and how its tests by hand are called, each once, the last first."""

    pair: PairRow
    report: DutyRow | None
    exams: tuple[str, ...]


def own_pair(person_id: int, *, day: date) -> OwnPair | None:
    """Return the living pair of a mentee (three queries, one where there is none)."""
    pair = next((one for one in pairs_of_mentees([person_id]).get(person_id, ()) if one.first_day <= day <= one.last_day), None)
    if pair is None:
        return None
    names = (
        SkillTest.objects.filter(mentorship=pair.id, attempt="", waits=False)
        .exclude(exam="")
        .order_by("-taken_on", "-id")
        .values_list("exam", flat=True)
    )
    named: dict[str, str] = {}
    for name in names:
        named.setdefault(key_of_test(name), name)
    exams = tuple(name for key, name in named.items() if key != SKILL_TEST)  # the plain one has no name of its own
    return OwnPair(pair=pair, report=_report(pair, day=day), exams=exams)


def _report(pair: PairRow, *, day: date) -> DutyRow | None:
    before = pair.first_day - timedelta(days=1)
    for duty in duties_of([pair.id]).get(pair.id, ()):
        if duty.kind != "report":
            continue
        if duty.is_open:
            return duty if day >= opens_on(duty.nominal_on, before, "report") else None
        before = duty.nominal_on
    return None
