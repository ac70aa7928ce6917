"""Live scores: who is due is scored, what changed is told to open pages."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from django.conf import settings
from django.db import connection, transaction
from django.db.models import QuerySet

from bole.kit.announce import announce
from bole.kit.bulk import merge_rows
from bole.kit.clock import local_day
from bole.people.queries import employed_during
from bole.scoring.computing import Computed, compute
from bole.scoring.events import ScoresChanged
from bole.scoring.models import ClosedScore, Closing, LateChange, LiveScore, ScorePoint, ScoringDue
from bole.scoring.rules.explanation import as_json
from bole.scoring.topics import score_topic
from bole.values.period import Kind, Period

MOST = 2_000
AT_ONCE = 500  # so that a write transaction stays far under a second
SCORED_KINDS = frozenset({"regular", "probation", "rehired", "foreign"})
LIVE_COLUMNS = ("person_id", "period", "score", "state", "parts", "model_version_id", "scored_at", "revision")


def live_kind() -> Kind:
    """Return the kind of the period that lives: the company's setting."""
    kind: Kind = settings.ENVIRONMENT.kind_of_period
    return kind


def put_due(pairs: Iterable[tuple[int, str]], *, at: datetime) -> None:
    """Put (person, period) into the queue; once is enough."""
    merge_rows(
        ScoringDue,
        ("person_id", "period", "since"),
        [(person, period, at) for person, period in sorted(set(pairs))],
        key=("person_id", "period"),
    )


def periods_touched(first: date, last: date, *, today: date) -> list[Period]:
    """Return the live periods that hold one of the days and have begun."""
    period, found = Period.of(live_kind(), first), []
    while period.first_day <= min(last, today):
        found.append(period)
        period = period.after
    return found


def score_due(at: datetime) -> int:
    """Score up to 2,000 of those who are due; return how many were scored.

    On PostgreSQL several workers share the queue by row locks. SQLite has one writer, so there scores are computed before the write lock
    is taken; who became due again meanwhile stays in the queue.
    """
    if connection.vendor == "postgresql":
        with transaction.atomic():
            return _score_taken(list(_due().select_for_update(skip_locked=True).values_list(*DUE)[:MOST]), at)
    return _score_taken(list(_due().values_list(*DUE)[:MOST]), at)


DUE = ("id", "person_id", "period", "since")


def _due() -> QuerySet[ScoringDue]:
    return ScoringDue.objects.order_by("id")


def _score_taken(taken: Sequence[tuple[int, int, str, datetime]], at: datetime) -> int:
    by_period: dict[str, list[tuple[int, int, str, datetime]]] = defaultdict(list)
    for row in taken:
        by_period[row[2]].append(row)
    for code, rows in sorted(by_period.items()):
        for n in range(0, len(rows), AT_ONCE):
            part = rows[n : n + AT_ONCE]
            period, today = Period.parse(code), local_day(at)
            people = {person for _, person, _, _ in part}
            computed = compute(people, period, until=today)
            with transaction.atomic():
                keep(computed, period, at=at)
                for since in {row[3] for row in part}:
                    ids = [row[0] for row in part if row[3] == since]
                    ScoringDue.objects.filter(pk__among=ids, since=since).delete()
    return len(taken)


def score_people(person_ids: Collection[int], period: Period, *, at: datetime) -> None:
    """Score people in a period that is open; in a closed one only note what the score would be now."""
    keep(compute(person_ids, period, until=local_day(at)), period, at=at)


def keep(computed: Mapping[int, Computed], period: Period, *, at: datetime) -> None:
    """Keep scores that were computed, and tell open pages which changed."""
    person_ids, today = list(computed), local_day(at)
    if Closing.objects.filter(period=period.code).exists():
        _note_late(computed, period, at=at)
        return
    before = {
        person: (score, state, parts)
        for person, score, state, parts in LiveScore.objects.filter(person__among=person_ids, period=period.code).values_list(
            "person_id", "score", "state", "parts"
        )
    }
    people = scored_people(person_ids, period, today)
    parts = {person: as_json(one.explanation) if one.explanation else {} for person, one in computed.items()}
    changed = [one for person, one in computed.items() if person in people and before.get(person) != (one.score, one.state, parts[person])]
    keep_live(changed, parts, period, at=at)
    if changed:
        ids = tuple(one.person_id for one in changed)
        announce(ScoresChanged(period.code, ids), at=at, topics=[score_topic(person) for person in ids])


def scored_people(person_ids: Collection[int] | None, period: Period, until: date) -> set[int]:
    """Return those who have a score of their own in a period up to a day: employed by us on one of its days, leavers included.

    No outsourced, dispatched or intern. None asks for everybody.
    """
    here = employed_during(person_ids, period.first_day, min(until, period.last_day))
    return {person for person, kinds in here.items() if not kinds.isdisjoint(SCORED_KINDS)}


def keep_live(changed: Collection[Computed], parts: Mapping[int, Mapping[str, object]], period: Period, *, at: datetime) -> None:
    """Write live scores, and today's points."""
    rows = [(one.person_id, period.code, one.score, one.state, parts[one.person_id], one.version_id, at, 0) for one in changed]
    merge_rows(LiveScore, LIVE_COLUMNS, rows, key=("person_id", "period"))
    day = local_day(at)  # also of a period that is over and not yet closed: what was shown last Sunday stays as it was
    points = [(one.person_id, day, period.code, one.score, parts[one.person_id]) for one in changed if one.state == "scored"]
    merge_rows(ScorePoint, ("person_id", "day", "period", "score", "parts"), points, key=("person_id", "day", "period"))


def _note_late(computed: Mapping[int, Computed], period: Period, *, at: datetime) -> None:
    """Note what came after the closing, where it makes a difference; the frozen score stays."""
    frozen = dict(
        ClosedScore.objects.filter(period=period.code, is_last=True, person__among=list(computed)).values_list("person_id", "score")
    )
    rows = [(one.person_id, period.code, one.score, at) for one in computed.values() if frozen.get(one.person_id, one.score) != one.score]
    same = [one.person_id for one in computed.values() if frozen.get(one.person_id, one.score) == one.score]
    LateChange.objects.filter(period=period.code, person__among=same).delete()
    merge_rows(LateChange, ("person_id", "period", "score_now", "seen_at"), rows, key=("person_id", "period"))
