"""What the pages of the whole company read, in proportion to its people: scores of all, alerts, deliveries of the day, items that wait."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

APART = 100  # one in so many has an alert, and an item that waits for somebody


def lay_people(numbered: Iterable[tuple[int, int]]) -> None:
    """Fill the table of people directly: the number of each, and their key."""
    from bole.kit.bulk import insert_rows
    from bole.people.models import Person
    from tests.factories import BEFORE

    insert_rows(
        Person,
        (
            *("ref", "number", "name", "name_en", "pinyin_key", "search_key", "work_email", "mobile", "birthday"),
            *("version", "changed_at", "changed_by", "id"),
        ),
        [
            (
                *(uuid.UUID(int=n).hex, f"BL{n:06d}", f"人{n}", "", f"ren{n:06d}", f"人{n} bl{n:06d}", "", "", ""),
                *(1, BEFORE, "bench", key),
            )
            for n, key in numbered
        ],
    )


def lay(ids: Sequence[int], connection_id: int, *, day: date, at: datetime) -> None:
    """Fill the tables directly, for the people in order."""
    from bole.kit.bulk import insert_rows
    from bole.scoring.models import Indicator
    from bole.signals.models import Alert
    from bole.work.models import Connection, Delivery, Item

    _score(ids, day=day, at=at)
    noticed = at - timedelta(days=3)
    code = Indicator.objects.order_by("code").values_list("code", flat=True)[0]
    insert_rows(
        Alert,
        (
            *("ref", "person_id", "indicator", "onset_on", "noticed_on", "usual", "now_value", "sample_days", "evidence", "state"),
            *("manager_sees_at", "escalates_at", "opened_at", "closed_why", "version"),
        ),
        [
            (
                *(f"l{n:011d}", person, code, day - timedelta(days=20), day - timedelta(days=3), 93_000, 71_000, 40, [], "open"),
                *(noticed, None, noticed, "", 1),
            )
            for n, person in enumerate(ids)
            if n % APART == APART // 2
        ],
    )
    insert_rows(
        Delivery,
        ("connection_id", "delivery_id", "event", "received_at", "fate", "reason", "facts", "where", "counts", "size"),
        [
            (connection_id, f"ground {n}", "facts", at - timedelta(minutes=1), "stored", "", {}, "", {"stored": 1}, 200)
            for n in range(len(ids))
        ],
    )
    Connection.objects.filter(pk=connection_id).update(counted_on=day, counted=len(ids), last_at=at)
    insert_rows(
        Item,
        (
            *("connection_id", "external_id", "kind", "account", "person_id", "state", "title", "link", "project", "opened_at", "due_on"),
            *("responded_at", "closed_at", "detail", "version", "is_retracted", "is_waiting", "changed_at"),
        ),
        [
            (
                *(connection_id, f"waits {n}", "task", f"nobody {n}", None, "open", "", "", "", at, None),
                *(None, None, {}, 1, False, True, at),
            )
            for n in range(0, len(ids), APART)
        ],
    )


def _score(ids: Sequence[int], *, day: date, at: datetime) -> None:
    """Give everybody without a score one as somebody else has it, and everybody a point of last week."""
    from bole.kit.bulk import insert_rows, merge_rows
    from bole.scoring.models import LiveScore, ScorePoint
    from bole.scoring.queries.weeks import last_sunday
    from bole.values.period import Period

    period = Period.of("month", day).code
    pattern = LiveScore.objects.filter(period=period, state="scored").order_by("-person_id").first()
    if pattern is None or pattern.score is None:
        raise SystemExit("nobody has a score")
    known = set(LiveScore.objects.filter(period=period).values_list("person_id", flat=True))
    insert_rows(
        LiveScore,
        ("person_id", "period", "score", "state", "parts", "model_version_id", "scored_at", "revision"),
        [
            (person, period, 6000 + person * 7 % 3500, "scored", pattern.parts, pattern.model_version_id, at, 0)
            for person in ids
            if person not in known
        ],
    )
    merge_rows(
        ScorePoint,
        ("person_id", "day", "period", "score", "parts"),
        [(person, last_sunday(day), period, 6000 + person * 11 % 3500, {}) for person in ids],
        key=("person_id", "day", "period"),
    )
