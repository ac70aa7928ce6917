"""The records behind a number: facts of a person and period, page by page."""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from bole.access.rules import may
from bole.values.refusal import Invalid, NotFound, say
from bole.values.viewer import Viewer
from bole.work.models import Fact, Objection
from bole.work.rules.submission import CONFIRMED, WAITING

Only = Literal["", "met", "missed"]
PAGE = 20
# Measures whose facts stand beside a fact of another measure of the same item: on time is one of those due.
PART_OF = {
    "tasks_on_time": "tasks_due",
    "changes_reusing": "changes_merged",
    "first_passes": "acceptances",
    "good_units": "output_units",
    "renewals_kept": "renewals_due",
}


class BadCursor(Invalid):
    """The place in the list cannot be read."""

    code = "bad_cursor"
    sentence = say("This place in the list is unknown. Begin at its first page.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Whose facts, of which measures, of which days. `bound` parts the facts of one measure into met and missed.

    `known_at` asks for what was known at a moment (a closing); what came later is listed too, marked as late.
    """

    person_id: int
    numerator: str
    denominator: str = ""
    first_day: date
    last_day: date
    known_at: datetime | None = None
    bound: int | None = None
    is_less_better: bool = False

    @property
    def is_share(self) -> bool:
        """Test if the numerator's facts are some of the denominator's."""
        return PART_OF.get(self.numerator) == self.denominator != ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """A record. Days only, never the hour. `is_met`: it counts for the better; None where there is no such thing."""

    measure: str
    day: date
    value: int
    title: str
    link: str
    external_id: str
    kind: str
    project: str
    due_on: date | None
    connection: str
    connection_ref: str
    is_met: bool | None
    is_late: bool
    doubt: "Doubt | None" = None
    self_reported: Literal["", "waiting", "confirmed"] = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """An objection to a record, as far as it has come."""

    state: str
    words: str
    raised_at: datetime
    due_on: date
    answer: str
    answered_by: str


@dataclass(frozen=True, slots=True)
class FactPage:
    """One page of records; `after` leads to the next, empty on the last. Counts are of all pages."""

    rows: tuple[FactRow, ...]
    after: str
    count: int
    met: int
    missed: int

    @property
    def left(self) -> int:
        """How many more there are at most."""
        return max(self.count - len(self.rows), 0)


def facts_for(viewer: Viewer, question: Question, *, only: Only = "", after: str = "", limit: int = PAGE) -> FactPage:
    """Return a page of the records behind a number, the newest day first (three queries).

    :raises NotFound: if the person's facts are not open to the viewer
    :raises BadCursor: if `after` is no place in the list
    """
    if not may(viewer, "read", "facts", question.person_id):
        raise NotFound
    listed = _listed(question)
    met = _met(question)
    counts = listed.aggregate(all=Count("pk"), met=Count("pk", filter=met)) if met is not None else {"all": listed.count(), "met": 0}
    shown = listed if not only or met is None else listed.filter(met if only == "met" else ~met)
    rows = list(_from(shown, after).values_list(*_COLUMNS)[: limit + 1])
    doubts = _doubts(question.person_id, [row[0] for row in rows[:limit]])
    made = tuple(_row(question, row, doubts) for row in rows[:limit])
    size = {"": counts["all"], "met": counts["met"], "missed": counts["all"] - counts["met"]}[only]
    return FactPage(made, _place(rows[limit - 1]) if len(rows) > limit else "", size, counts["met"], counts["all"] - counts["met"])


_COLUMNS = (
    "item_id",
    "measure",
    "day",
    "value",
    "ordinal",
    "recorded_at",
    "item__title",
    "item__link",
    "item__external_id",
    "item__kind",
    "item__project",
    "item__due_on",
    "item__connection__name",
    "item__connection__ref",
    "item__detail",
    "is_counted",
)


def _living(question: Question) -> Q:
    """Return what counts: what is known now, or was known then and what came since."""
    known = question.known_at
    if known is None:
        return Q(withdrawn_at=None)
    return (Q(recorded_at__lte=known) & (Q(withdrawn_at=None) | Q(withdrawn_at__gt=known))) | Q(recorded_at__gt=known, withdrawn_at=None)


def _listed(question: Question) -> QuerySet[Fact]:
    measures = [question.denominator] if question.is_share else [one for one in (question.numerator, question.denominator) if one]
    beside = Fact.objects.filter(_living(question), item=OuterRef("item_id"), measure=question.numerator)
    return Fact.objects.filter(
        _living(question),
        person=question.person_id,
        measure__in=measures,
        day__gte=question.first_day,
        day__lte=question.last_day,
    ).annotate(is_counted=Exists(beside))


def _met(question: Question) -> Q | None:
    """Return the condition that parts the list in two; None where nothing does."""
    if question.is_share:
        return Q(is_counted=True)
    if question.denominator:
        return Q(measure=question.numerator)
    if question.bound is None:
        return None
    return Q(value__lte=question.bound) if question.is_less_better else Q(value__gte=question.bound)


def _from(rows: QuerySet[Fact], after: str) -> QuerySet[Fact]:
    """Order by day, newest first, and begin after the place."""
    ordered = rows.order_by("-day", "item__external_id", "item__connection__ref", "measure", "ordinal")
    if not after:
        return ordered
    day, external, ref, measure, ordinal = _read(after)
    same = Q(day=day)
    return ordered.filter(
        Q(day__lt=day)
        | (same & Q(item__external_id__gt=external))
        | (same & Q(item__external_id=external, item__connection__ref__gt=ref))
        | (same & Q(item__external_id=external, item__connection__ref=ref, measure__gt=measure))
        | (same & Q(item__external_id=external, item__connection__ref=ref, measure=measure, ordinal__gt=ordinal))
    )


def _place(row: Sequence[object]) -> str:
    given = dict(zip(_COLUMNS, row, strict=False))
    parts = (given["day"], given["item__external_id"], given["item__connection__ref"], given["measure"], given["ordinal"])
    return base64.urlsafe_b64encode("\x1f".join(str(one) for one in parts).encode()).decode().rstrip("=")


def _read(after: str) -> tuple[date, str, str, str, int]:
    try:
        text = base64.b64decode(after + "=" * (-len(after) % 4), altchars=b"-_", validate=True).decode()
        day, external, ref, measure, ordinal = text.split("\x1f")
        return date.fromisoformat(day), external, ref, measure, int(ordinal)
    except (ValueError, binascii.Error) as problem:
        raise BadCursor(where="after") from problem


def _doubts(person_id: int, item_ids: Sequence[int]) -> dict[int, Doubt]:
    rows = Objection.objects.filter(item__in=item_ids, person=person_id).order_by("raised_at")
    return {one.item_id: Doubt(one.state, one.words, one.raised_at, one.due_on, one.answer, one.answered_by) for one in rows}


def _row(question: Question, row: Sequence[object], doubts: dict[int, Doubt]) -> FactRow:
    item, measure, day, value, _ordinal, recorded_at, title, link, external, kind, project, due_on, connection, ref, detail, is_counted = (
        row
    )
    assert isinstance(item, int)  # noqa: S101  (columns of one list, in its order)
    assert isinstance(day, date)  # noqa: S101
    assert isinstance(value, int)  # noqa: S101
    assert isinstance(recorded_at, datetime)  # noqa: S101
    assert due_on is None or isinstance(due_on, date)  # noqa: S101
    return FactRow(
        measure=str(measure),
        day=day,
        value=value,
        title=str(title),
        link=str(link),
        external_id=str(external),
        kind=str(kind),
        project=str(project),
        due_on=due_on,
        connection=str(connection),
        connection_ref=str(ref),
        is_met=_is_met(question, value, is_counted=bool(is_counted)),
        is_late=question.known_at is not None and recorded_at > question.known_at,
        doubt=doubts.get(item),
        self_reported=_self_reported(detail),
    )


def _self_reported(detail: object) -> Literal["", "waiting", "confirmed"]:
    labels = detail.get("labels", ()) if isinstance(detail, dict) else ()
    return "confirmed" if CONFIRMED in labels else "waiting" if WAITING in labels else ""


def _is_met(question: Question, value: int, *, is_counted: bool) -> bool | None:
    if question.is_share:
        return is_counted
    if question.denominator or question.bound is None:
        return None
    return value <= question.bound if question.is_less_better else value >= question.bound
