"""From when people may take an exam (again)."""

from collections.abc import Collection
from datetime import date
from typing import Protocol

from bole.growth.models import Attempt, Certificate
from bole.growth.rules.exams import Again, Try, may_try


class Rules(Protocol):
    """What of an exam decides it: the table's row, or a query's."""

    @property
    def code(self) -> str: ...  # noqa: D102
    @property
    def days_between(self) -> int: ...  # noqa: D102
    @property
    def tries_a_year(self) -> int: ...  # noqa: D102
    @property
    def repeats(self) -> bool: ...  # noqa: D102
    @property
    def certificate(self) -> str: ...  # noqa: D102


def again_of(person_ids: Collection[int], exam: Rules, *, day: date) -> dict[int, Again]:
    """Return from when each of these people may take an exam (two queries)."""
    tries: dict[int, list[Try]] = {one: [] for one in person_ids}
    rows = Attempt.objects.filter(person__among=person_ids, exam__code=exam.code).exclude(over_at=None)
    for person_id, when, passed in rows.values_list("person", "day", "passed"):
        tries[person_id].append(Try(day=when, passed=passed))
    papers: dict[int, list[date | None]] = {one: [] for one in person_ids}
    kept = Certificate.objects.filter(person__among=person_ids, certifies=exam.certificate, revoked_on=None)
    for person_id, until in kept.values_list("person", "valid_until"):
        papers[person_id].append(until)
    return {
        one: may_try(
            tries[one], today=day, days_between=exam.days_between, tries_a_year=exam.tries_a_year, repeats=exam.repeats,
            holds_until=_holds(papers[one], grants=bool(exam.certificate), day=day),
        )
        for one in person_ids
    }  # fmt: skip


def _holds(papers: Collection[date | None], *, grants: bool, day: date) -> date | None:
    """Return until when a pass holds: as long as its paper; for good where the exam grants none; no longer where the paper was revoked."""
    if not grants or None in papers:
        return None
    return max((one for one in papers if one is not None), default=day)
