"""Many rows at once: both databases take and give back the same, whatever the values; and `among` finds what `in` finds."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bole.kit.bulk import CHUNK, given_rows, insert_rows, merge_rows
from bole.kit.models import Announcement, Heartbeat, KeptAnswer
from bole.people.models import Person
from bole.scoring.models import ScoringDue
from bole.work.models import Connection, Item, Reading
from tests.factories import make_company, make_connection, make_person

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=50)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXT, lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner)
)
FIRST, LAST = datetime.fromisoformat("1900-01-02"), datetime.fromisoformat("2199-12-30")
MOMENTS = st.datetimes(FIRST, LAST, timezones=st.sampled_from([UTC, timezone(timedelta(hours=8))]))
ANNOUNCEMENT = ("kind", "body", "topics", "at", "is_open", "tries", "next_try_at")
ITEM = (
    "connection_id", "external_id", "kind", "state", "title", "link", "project", "due_on", "detail", "version", "is_retracted",
    "is_waiting", "changed_at",
)  # fmt: skip


def item(
    link: Connection, name: str, *, title: str = "", version: int = 1, due_on: date | None = None, detail: object = None
) -> tuple[object, ...]:
    return (link.pk, name, "task", "open", title, "", "", due_on, detail or {}, version, False, False, NOON)


class TestInsertRows:
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        st.lists(
            st.tuples(
                TEXT,
                JSON.filter(lambda value: value is not None),
                st.lists(TEXT),
                MOMENTS,
                st.booleans(),
                st.integers(0, 32767),
                st.none() | MOMENTS,
            ),
            max_size=5,
        )
    )
    def test_stores_what_django_would_store(self, rows: list[tuple[object, ...]]) -> None:
        Announcement.objects.all().delete()

        insert_rows(Announcement, ANNOUNCEMENT, rows)
        ours = list(Announcement.objects.order_by("id").values_list(*ANNOUNCEMENT))
        Announcement.objects.all().delete()
        Announcement.objects.bulk_create([Announcement(**dict(zip(ANNOUNCEMENT, row, strict=True))) for row in rows])
        djangos = list(Announcement.objects.order_by("id").values_list(*ANNOUNCEMENT))

        assert ours == djangos

    def test_seals_sealed_fields_and_keeps_days(self) -> None:
        link = make_connection()

        insert_rows(Item, ITEM, [item(link, "A-1", title="给客户的方案", due_on=date(2026, 2, 28), detail={"labels": ["复用"]})])

        row = Item.objects.get()
        assert (row.title, row.link, row.due_on, row.detail) == ("给客户的方案", "", date(2026, 2, 28), {"labels": ["复用"]})
        with connection.cursor() as cursor:
            cursor.execute("SELECT title FROM work_item")
            assert "方案" not in cursor.fetchone()[0]

    def test_stores_nothing_for_no_rows(self) -> None:
        with CaptureQueriesContext(connection) as queries:
            insert_rows(Heartbeat, ("name", "at"), [])

        assert len(queries) == 0

    def test_stores_all_chunks_or_none(self) -> None:
        rows = [(f"part {n}", NOON, "") for n in range(CHUNK + 1)]

        insert_rows(Heartbeat, ("name", "at", "note"), rows)
        with pytest.raises(IntegrityError):
            insert_doubled(rows)

        assert Heartbeat.objects.count() == CHUNK + 1

    def test_refuses_a_column_that_is_not_there(self) -> None:
        with pytest.raises(KeyError):
            insert_rows(Heartbeat, ("name", "moment"), [("a", NOON)])


def insert_doubled(rows: list[tuple[object, ...]]) -> None:
    """Insert new rows and, in another chunk, some that are there already."""
    with transaction.atomic():
        insert_rows(Heartbeat, ("name", "at", "note"), [(f"new {n}", NOON, "") for n in range(CHUNK)] + rows[:1])


class TestMergeRows:
    def test_writes_over_rows_with_the_same_key_and_keeps_their_ids(self) -> None:
        link = make_connection()
        insert_rows(Item, ITEM, [item(link, "A-1", title="旧", version=1), item(link, "A-2", version=1)])
        before = dict(Item.objects.values_list("external_id", "id"))

        merge_rows(Item, ITEM, [item(link, "A-1", title="新", version=2), item(link, "A-3")], key=("connection_id", "external_id"))

        after = {row.external_id: (row.pk, row.title, row.version) for row in Item.objects.all()}
        assert after["A-1"] == (before["A-1"], "新", 2)
        assert after["A-2"] == (before["A-2"], "", 1)
        assert sorted(after) == ["A-1", "A-2", "A-3"]

    def test_does_nothing_where_the_key_is_all(self) -> None:
        person = make_person(make_company(), "张三")
        for _ in range(2):
            merge_rows(ScoringDue, ("person_id", "period", "since"), [(person.pk, "2026-11", NOON)], key=("person_id", "period"))

        assert ScoringDue.objects.count() == 1

    def test_is_one_statement_for_a_hundred_rows(self) -> None:
        with CaptureQueriesContext(connection) as queries:
            merge_rows(Heartbeat, ("name", "at", "note"), [(f"part {n}", NOON, "") for n in range(100)], key=("name",))

        assert (len(queries), Heartbeat.objects.count()) == (1, 100)


class TestGivenRows:
    def test_gives_the_rows_to_a_statement(self) -> None:
        rows = [(1, "张三", date(2026, 11, 23)), (2**53, 'a"b\\c', date(1900, 1, 1))]
        source, values = given_rows(rows, ("bigint", "text", "date"))

        with connection.cursor() as cursor:
            cursor.execute(f"WITH given(a, b, c) AS ({source}) SELECT a, b, c FROM given ORDER BY a", values)
            found = [(a, b, str(c)) for a, b, c in cursor.fetchall()]

        assert found == [(1, "张三", "2026-11-23"), (2**53, 'a"b\\c', "1900-01-01")]


class TestAmong:
    def test_finds_what_in_finds(self) -> None:
        company = make_company()
        people = [make_person(company, name) for name in ("张三", "李四", "王五")]
        numbers, keys = [one.number for one in people[:2]], [one.pk for one in people[1:]]

        assert set(Person.objects.filter(number__among=numbers)) == set(people[:2])
        assert set(Person.objects.filter(pk__among=keys)) == set(people[1:])
        assert set(Person.objects.exclude(pk__among=keys)) == {people[0]}

    def test_takes_any_collection_and_finds_nothing_among_nothing(self) -> None:
        person = make_person(make_company(), "张三")

        found = [Person.objects.filter(pk__among=some).count() for some in ([person.pk], {person.pk}, {person.pk: 1}, (), frozenset())]

        assert found == [1, 1, 1, 0, 0]

    @pytest.mark.parametrize("text", ["'; DROP TABLE kit_heartbeat; --", '"', "\\", "{a,b}", "[1]", "null", "%s", "\x01", "😀", " "])
    def test_takes_text_as_text(self, text: str) -> None:
        Heartbeat.objects.create(name=text, at=NOON)

        assert Heartbeat.objects.filter(name__among=[text]).count() == 1
        assert Heartbeat.objects.filter(name__among=[f"{text}x"]).count() == 0

    def test_takes_ten_thousand_keys_in_one_parameter(self) -> None:
        with CaptureQueriesContext(connection) as queries:
            found = list(KeptAnswer.objects.filter(pk__among=range(10_000)))

        assert (found, len(queries)) == ([], 1)

    def test_goes_through_a_foreign_key(self) -> None:
        person = make_person(make_company(), "张三")
        insert_rows(
            Reading,
            ("person_id", "measure", "day", "total", "count", "least", "most"),
            [(person.pk, "commits", date(2026, 1, 1), 1, 1, 1, 1)],
        )

        assert Reading.objects.filter(person__among=[person.pk]).count() == 1
