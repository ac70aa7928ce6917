"""Closing a period, and reopening it for one person by two people."""

import hashlib
from collections.abc import Collection, Mapping
from datetime import date, datetime

from bole.access.rules import may, may_company
from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.kit.bulk import insert_rows
from bole.kit.clock import local_day
from bole.people.models import Person
from bole.scoring.actions.scores import live_kind, scored_people
from bole.scoring.computing import Computed, compute
from bole.scoring.events import PeriodClosed, ScoresChanged
from bole.scoring.models import ClosedScore, Closing, LateChange, LiveScore, Reopening
from bole.scoring.refusals import DecidedAlready, NeedsReason, NotClosed, NotOverYet, PeriodClosedAlready, ProposedAlready, SecondPerson
from bole.scoring.rules.explanation import as_json
from bole.scoring.topics import score_topic
from bole.values.period import Period
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM, Viewer
from bole.values.workdays import working_day_at
from bole.work.models import Reading

COLUMNS = ("person_id", "period", "revision", "score", "state", "parts", "readings_hash", "model_version_id", "closed_at", "is_last")
CLOSES_ON_WORKING_DAY = 5


@action("scoring.close_period")
def close_period(*, period: Period, by: Viewer, at: datetime) -> Closing:
    """Freeze a period for everybody: score, parts, the hash of the readings, the model version.

    :raises NotOverYet: if it is still running
    :raises PeriodClosedAlready: if it was closed before
    """
    if not may_company(by, "change", "closing"):
        raise NotYours
    if local_day(at) <= period.last_day:
        raise NotOverYet(period=period, day=period.last_day.isoformat())
    if Closing.objects.filter(period=period.code).exists():
        raise PeriodClosedAlready(period=period, next=period.after)
    people = scored_people(None, period, period.last_day)
    computed = compute(people, period, until=period.last_day)
    closing = Closing.objects.create(period=period.code, closed_at=at, closed_by=by.name, people=len(people))
    _freeze(computed, period, revisions={}, at=at)
    LiveScore.objects.filter(period=period.code).delete()
    on_record(thing=f"period {period.code}", fields=("score",))
    announce(PeriodClosed(period.code), at=at)
    announce(ScoresChanged(period.code, tuple(people)), at=at, topics=[score_topic(person) for person in people])
    return closing


def _freeze(computed: Mapping[int, Computed], period: Period, *, revisions: Mapping[int, int], at: datetime) -> None:
    hashes = readings_hashes(computed, period)
    rows = [
        (
            one.person_id, period.code, revisions.get(one.person_id, 1), one.score, one.state,
            as_json(one.explanation) if one.explanation else {}, hashes[one.person_id], one.version_id, at, True,
        )
        for one in computed.values()
    ]  # fmt: skip
    insert_rows(ClosedScore, COLUMNS, rows)


def readings_hashes(person_ids: Collection[int], period: Period) -> dict[int, str]:
    """Return, for each person, the SHA-256 of the period's readings in a fixed order: proof of what the score was made of."""
    sums = {person: hashlib.sha256() for person in person_ids}
    rows = Reading.objects.filter(day__gte=period.first_day, day__lte=period.last_day)
    if len(person_ids) <= 5000:
        rows = rows.filter(person__in=person_ids)
    for row in (
        rows.order_by("person_id", "day", "measure")
        .values_list("person_id", "day", "measure", "total", "count", "least", "most")
        .iterator()
    ):
        if row[0] in sums:
            sums[row[0]].update("|".join(str(part) for part in row[1:]).encode() + b"\n")
    return {person: one.hexdigest() for person, one in sums.items()}


@action("scoring.propose_reopening")
def propose_reopening(*, person_id: int, period: Period, reason: str, by: Viewer, at: datetime) -> Reopening:
    """Propose to score a closed period of one person again; nothing changes until another person approves.

    :raises NotClosed: if the period is open
    :raises ProposedAlready: if a proposal waits
    """
    if not may_company(by, "change", "closing"):
        raise NotYours
    if by.person_id == person_id:
        raise NotYours
    if not reason.strip():
        raise NeedsReason(where="reason")
    if not ClosedScore.objects.filter(person_id=person_id, period=period.code, is_last=True).exists():
        raise NotClosed(period=period, where="period")
    if Reopening.objects.filter(person_id=person_id, period=period.code, state="proposed").exists():
        raise ProposedAlready
    made = Reopening.objects.create(
        person_id=person_id, period=period.code, reason=reason.strip()[:500], proposed_by=by.name, proposed_by_account=by.account_id or 0,
        proposed_at=at,
    )  # fmt: skip
    on_record(subject=_ref_of(person_id), thing=f"reopening {made.ref}", reason=period.code)
    return made


@action("scoring.decide_reopening")
def decide_reopening(*, ref: str, approves: bool, by: Viewer, at: datetime) -> Reopening:
    """Approve or decline a reopening. Approved: the period is scored from today's readings as the next revision; both are kept.

    :raises SecondPerson: if the proposer decides
    :raises DecidedAlready: if someone decided first
    """
    found = Reopening.objects.select_for_update().filter(ref=ref).first()
    if found is None or not may_company(by, "read", "closing") or not may(by, "read", "score", found.person_id):
        raise NotFound
    if not may_company(by, "approve", "closing") or by.person_id == found.person_id:
        raise NotYours
    if found.state != "proposed":
        raise DecidedAlready
    if by.account_id == found.proposed_by_account:
        raise SecondPerson
    found.state, found.decided_by, found.decided_at = ("approved" if approves else "declined"), by.name, at
    found.save(update_fields=["state", "decided_by", "decided_at"])
    on_record(subject=_ref_of(found.person_id), thing=f"reopening {ref}", fields=("state",))
    if approves:
        _score_again(found.person_id, Period.parse(found.period), at=at)
    return found


def _score_again(person_id: int, period: Period, *, at: datetime) -> None:
    last = ClosedScore.objects.select_for_update().get(person_id=person_id, period=period.code, is_last=True)
    computed = compute([person_id], period, until=period.last_day)
    ClosedScore.objects.filter(pk=last.pk).update(is_last=False)
    _freeze(computed, period, revisions={person_id: last.revision + 1}, at=at)
    LateChange.objects.filter(person_id=person_id, period=period.code).delete()
    announce(ScoresChanged(period.code, (person_id,)), at=at, topics=[score_topic(person_id)])


def _ref_of(person_id: int) -> str:
    return str(Person.objects.values_list("ref", flat=True).get(pk=person_id))


def closing_day(period: Period) -> date:
    """Return the day on which the system closes a period by itself: the fifth working day after it."""
    return working_day_at(period.last_day, CLOSES_ON_WORKING_DAY)


def close_what_is_over(at: datetime) -> str:
    """Close the last period if its closing day has come (a job of the timetable)."""
    period = Period.of(live_kind(), local_day(at)).before
    if local_day(at) < closing_day(period) or Closing.objects.filter(period=period.code).exists():
        return "nothing to close"
    return f"closed {period.code} for {close_period(period=period, by=SYSTEM, at=at).people} people"
