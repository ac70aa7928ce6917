"""What other systems send: taken as it is meant, or refused with code, place and mend."""

import math
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.values.refusal import Invalid
from bole.work.rules.incoming import FACT_FIELDS, ITEM_FIELDS, read_fact, read_item
from bole.work.rules.item import ItemVersion, Mark
from bole.work.rules.measures import MEASURES

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
TASK = {"id": "T-1", "kind": "task", "version": 1, "account": "7"}
DONE = {**TASK, "state": "done", "opened_at": "2026-11-02T09:00:00+08:00", "closed_at": "2026-11-20T10:00:00+08:00"}
TICKET = {**TASK, "kind": "ticket", "opened_at": "2026-11-23T09:00:00+08:00"}
FACT = {"id": "F-1", "account": "BL0241", "measure": "revenue", "value": 42_500_00, "moment": "2026-11-20T10:00:00+08:00"}
NOT_JSON_TEXT = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=6,
)


def without(shape, *names):
    return {name: value for name, value in shape.items() if name not in names}


class TestReadItem:
    def test_reads_a_whole_item(self):
        body = {
            **DONE,
            "version": 7,
            "account_name": "李四",
            "account_email": "Li.Si@example.com",
            "title": "写验收方案",
            "link": "https://pm.example.com/T-1",
            "project": "云栈质检二期",
            "due_on": "2026-11-30",
            "labels": ["交付"],
            "marks": [{"name": "postponed", "moment": "2026-11-10T09:00:00Z"}],
        }

        assert read_item(body, at=NOW) == ItemVersion(
            external_id="T-1",
            kind="task",
            version=7,
            account="7",
            state="done",
            title="写验收方案",
            link="https://pm.example.com/T-1",
            project="云栈质检二期",
            opened_at=datetime(2026, 11, 2, 1, tzinfo=UTC),
            due_on=date(2026, 11, 30),
            closed_at=datetime(2026, 11, 20, 2, tzinfo=UTC),
            labels=frozenset({"交付"}),
            marks=frozenset({Mark("postponed", datetime(2026, 11, 10, 9, tzinfo=UTC))}),
            account_name="李四",
            account_email="li.si@example.com",
        )

    def test_orders_versions_by_the_microseconds_of_updated_at(self):
        body = {**without(TASK, "version"), "updated_at": "2026-11-20T10:00:00.000001+08:00"}

        assert read_item(body, at=NOW).version == 1_795_140_000_000_001

    def test_takes_an_answer_as_done_when_it_is_given(self):
        body = {**TASK, "kind": "rating", "opened_at": "2026-11-20T10:00:00Z", "values": {"satisfaction": 9000}}

        answer = read_item(body, at=NOW)

        assert (answer.state, answer.closed_at, answer.values) == ("done", answer.opened_at, (("satisfaction", 9000),))

    def test_takes_a_retraction_with_hardly_anything_in_it(self):
        tombstone = read_item({"id": "T-1", "kind": "ticket", "version": 9, "retracted": True}, at=NOW)

        assert tombstone.is_retracted
        assert tombstone.version == 9

    def test_takes_a_due_day_to_come_and_a_clock_that_is_five_minutes_ahead(self):
        body = {**TASK, "due_on": "2027-01-31", "opened_at": (NOW + timedelta(minutes=5)).isoformat()}

        assert read_item(body, at=NOW).due_on == date(2027, 1, 31)

    def test_takes_null_as_not_given(self):
        body = {**TASK, "account": None, "due_on": None, "labels": None, "values": None, "retracted": None}

        assert read_item(body, at=NOW) == read_item(without(TASK, "account"), at=NOW)

    @pytest.mark.parametrize(
        "change, code, where",
        [
            ({"id": None}, "missing_field", "/id"),
            ({"id": ""}, "missing_field", "/id"),
            ({"id": True}, "wrong_type", "/id"),
            ({"id": 1.5}, "wrong_type", "/id"),
            ({"id": "x" * 201}, "text_too_long", "/id"),
            ({"id": "a\x00b"}, "bad_character", "/id"),
            ({"id": "a\u202eb"}, "bad_character", "/id"),
            ({"id": "a\u200bb"}, "bad_character", "/id"),
            ({"id": "a\u200db"}, "bad_character", "/id"),
            ({"id": "a\ud800b"}, "bad_character", "/id"),
            ({"id": " T-1"}, "bad_character", "/id"),
            ({"id": "   "}, "empty_text", "/id"),
            ({"kind": None}, "missing_field", "/kind"),
            ({"kind": "epic"}, "unknown_kind", "/kind"),
            ({"kind": "fact"}, "unknown_kind", "/kind"),
            ({"kind": ["task"]}, "wrong_type", "/kind"),
            ({"state": "closed"}, "unknown_choice", "/state"),
            ({"version": None}, "missing_field", "/updated_at"),
            ({"version": "7"}, "wrong_type", "/version"),
            ({"version": 7.0}, "wrong_type", "/version"),
            ({"version": -1}, "out_of_range", "/version"),
            ({"version": 2**53 + 1}, "out_of_range", "/version"),
            ({"updated_at": "2026-11-20T10:00:00Z"}, "two_versions", "/version"),
            ({"version": None, "updated_at": "2026-11-23T04:05:01Z"}, "from_the_future", "/updated_at"),
            ({"opened_at": "2026-11-20T10:00:00"}, "moment_without_zone", "/opened_at"),
            ({"opened_at": "2026-11-20"}, "bad_moment", "/opened_at"),
            ({"opened_at": "2026-02-30T10:00:00Z"}, "bad_moment", "/opened_at"),
            ({"opened_at": "1899-12-31T10:00:00Z"}, "bad_moment", "/opened_at"),
            ({"opened_at": "yesterday"}, "bad_moment", "/opened_at"),
            ({"opened_at": "２０２６-11-20T10:00:00Z"}, "bad_moment", "/opened_at"),
            ({"opened_at": 1_795_000_000}, "wrong_type", "/opened_at"),
            ({"opened_at": "2026-11-23T04:05:01Z"}, "from_the_future", "/opened_at"),
            ({"state": "done", "closed_at": "2026-11-23T13:00:00+08:00"}, "from_the_future", "/closed_at"),
            ({"marks": [{"name": "postponed", "moment": "2026-12-01T00:00:00Z"}]}, "from_the_future", "/marks"),
            ({"due_on": "2201-01-01"}, "bad_day", "/due_on"),
            ({"due_on": "1899-12-31"}, "bad_day", "/due_on"),
            ({"due_on": "20261123"}, "bad_day", "/due_on"),
            ({"due_on": "2026-11-31"}, "bad_day", "/due_on"),
            ({"state": "done"}, "missing_field", "/closed_at"),
            ({"closed_at": "2026-11-20T10:00:00Z"}, "closed_but_open", "/closed_at"),
            ({"responded_at": "2026-11-20T10:00:00Z"}, "wrong_for_kind", "/responded_at"),
            ({"values": {"revenue": 1}}, "wrong_for_kind", "/values"),
            ({"values": {"keystrokes": 1}, "kind": "push", "opened_at": "2026-11-20T10:00:00Z"}, "unknown_measure", "/values/keystrokes"),
            ({"values": {"revenue": 1}, "kind": "push", "opened_at": "2026-11-20T10:00:00Z"}, "wrong_for_kind", "/values/revenue"),
            ({"values": {"commits": 10**12 + 1}, "kind": "push", "opened_at": "2026-11-20T10:00:00Z"}, "out_of_range", "/values/commits"),
            ({"kind": "push", "opened_at": "2026-11-20T10:00:00Z"}, "missing_field", "/values"),
            ({"kind": "defect"}, "missing_field", "/opened_at"),
            ({"kind": "review", "opened_at": "2026-11-20T10:00:00Z", "due_on": "2026-11-20"}, "wrong_for_kind", "/due_on"),
            ({"title": "a\u202eb"}, "bad_character", "/title"),
            ({"title": "x" * 301}, "text_too_long", "/title"),
            ({"title": 5}, "wrong_type", "/title"),
            ({"link": "javascript:alert(1)"}, "bad_link", "/link"),
            ({"link": "https://user:pass@example.com/"}, "bad_link", "/link"),
            ({"link": "https://[broken/"}, "bad_link", "/link"),
            ({"account_email": "nobody"}, "bad_email", "/account_email"),
            ({"labels": "bug"}, "wrong_type", "/labels"),
            ({"labels": ["bug", 5]}, "wrong_type", "/labels/1"),
            ({"labels": ["bug"] * 101}, "too_many", "/labels"),
            ({"marks": ["postponed"]}, "wrong_type", "/marks/0"),
            ({"marks": [{"name": "late", "moment": "2026-11-20T10:00:00Z"}]}, "unknown_choice", "/marks/0/name"),
            ({"marks": [{"name": "postponed"}]}, "missing_field", "/marks/0/moment"),
            ({"marks": [{"name": "postponed", "moment": "2026-11-20T10:00:00Z", "by": "x"}]}, "unknown_field", "/marks/0/by"),
            ({"retracted": "yes"}, "wrong_type", "/retracted"),
            ({"commit_message": "fix"}, "unknown_field", "/commit_message"),
            ({"a/b~c": 1}, "unknown_field", "/a~1b~0c"),
        ],
        ids=str,
    )
    def test_refuses_with_code_and_place(self, change, code, where):
        with pytest.raises(Invalid) as refused:
            read_item({**TASK, **change}, at=NOW)

        assert (refused.value.code, refused.value.where) == (code, where)

    def test_refuses_what_was_closed_before_it_was_opened(self):
        with pytest.raises(Invalid) as refused:
            read_item({**DONE, "closed_at": "2026-11-01T10:00:00Z"}, at=NOW)

        assert (refused.value.code, refused.value.where) == ("ends_before_start", "/closed_at")

    def test_refuses_what_was_answered_before_it_was_opened(self):
        with pytest.raises(Invalid) as refused:
            read_item({**TICKET, "responded_at": "2026-11-01T10:00:00Z"}, at=NOW)

        assert (refused.value.code, refused.value.where) == ("ends_before_start", "/responded_at")

    @pytest.mark.parametrize("body", [None, 5, "item", [], [TASK], math.pi, True], ids=str)
    def test_refuses_what_is_no_object(self, body):
        with pytest.raises(Invalid) as refused:
            read_item(body, at=NOW)

        assert (refused.value.code, refused.value.where) == ("wrong_type", "/")

    def test_points_into_the_whole_body(self):
        with pytest.raises(Invalid) as refused:
            read_item({**TASK, "kind": "epic"}, at=NOW, where="/items/3")

        assert refused.value.where == "/items/3/kind"

    def test_says_how_to_mend_it(self):
        with pytest.raises(Invalid) as refused:
            read_item({**TASK, "kind": "epic"}, at=NOW)

        kinds = "task, change, defect, review, push, ticket, rating, delivery, rework"
        assert said(refused.value) == f"“epic” is no kind of item. It takes: {kinds}."


class TestReadFact:
    def test_reads_a_fact_as_an_item_of_one_version(self):
        assert read_fact(FACT, at=NOW) == ItemVersion(
            external_id="F-1",
            kind="fact",
            version=1,
            account="BL0241",
            state="done",
            opened_at=datetime(2026, 11, 20, 2, tzinfo=UTC),
            closed_at=datetime(2026, 11, 20, 2, tzinfo=UTC),
            values=(("revenue", 4_250_000),),
        )

    def test_takes_a_retraction(self):
        assert read_fact({"id": "F-1", "version": 2, "retracted": True}, at=NOW).is_retracted

    @pytest.mark.parametrize("code", sorted(MEASURES))
    def test_takes_every_measure_within_its_bounds(self, code):
        known = MEASURES[code]

        assert read_fact({**FACT, "measure": code, "value": known.most}, at=NOW).values == ((code, known.most),)
        assert read_fact({**FACT, "measure": code, "value": known.least}, at=NOW).values == ((code, known.least),)

    @pytest.mark.parametrize("code", sorted(MEASURES))
    def test_refuses_a_value_beyond_them(self, code):
        for value in (MEASURES[code].least - 1, MEASURES[code].most + 1):
            with pytest.raises(Invalid) as refused:
                read_fact({**FACT, "measure": code, "value": value}, at=NOW)

            assert (refused.value.code, refused.value.where) == ("out_of_range", "/value")

    @pytest.mark.parametrize(
        "change, code, where",
        [
            ({"measure": "keystrokes"}, "unknown_measure", "/measure"),
            ({"measure": None}, "missing_field", "/measure"),
            ({"measure": {"code": "revenue"}}, "wrong_type", "/measure"),
            ({"value": None}, "missing_field", "/value"),
            ({"value": "12"}, "wrong_type", "/value"),
            ({"value": 12.5}, "wrong_type", "/value"),
            ({"value": True}, "wrong_type", "/value"),
            ({"value": 10**30}, "out_of_range", "/value"),
            ({"account": None}, "missing_field", "/account"),
            ({"account": 5}, "wrong_type", "/account"),
            ({"moment": None}, "missing_field", "/moment"),
            ({"moment": "2026-11-23T04:05:01Z"}, "from_the_future", "/moment"),
            ({"kind": "fact"}, "unknown_field", "/kind"),
        ],
        ids=str,
    )
    def test_refuses_with_code_and_place(self, change, code, where):
        with pytest.raises(Invalid) as refused:
            read_fact({**FACT, **change}, at=NOW)

        assert (refused.value.code, refused.value.where) == (code, where)

    def test_wants_a_version_for_a_retraction(self):
        with pytest.raises(Invalid) as refused:
            read_fact({"id": "F-1", "retracted": True}, at=NOW)

        assert refused.value.code == "missing_field"


class TestAnyBody:
    @given(st.dictionaries(st.sampled_from([*ITEM_FIELDS, "other"]), NOT_JSON_TEXT, max_size=6))
    def test_is_taken_as_an_item_or_refused_with_a_place(self, fields):
        version, refused = taken_or_refused(read_item, {**TASK, **fields})

        assert version or (refused.where.startswith("/") and said(refused))

    @given(st.dictionaries(st.sampled_from([*FACT_FIELDS, "other"]), NOT_JSON_TEXT, max_size=6))
    def test_is_taken_as_a_fact_or_refused_with_a_place(self, fields):
        version, refused = taken_or_refused(read_fact, {**FACT, **fields})

        assert version or (refused.where.startswith("/") and said(refused))


def taken_or_refused(read, body):
    try:
        return read(body, at=NOW), None
    except Invalid as refused:
        return None, refused


def said(refused):
    return f"{refused.sentence} {refused.hint}".format(**refused.facts).strip()
