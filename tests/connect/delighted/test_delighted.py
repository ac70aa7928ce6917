"""Delighted's own payload, and what Bole makes of it."""

import copy
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.connect.delighted.mapping import NO_SCALE, NOBODY, NOT_ANSWERED, NOT_READ, TAKEN_AS_NPS, delivery_id, map_delivery
from bole.values.refusal import Invalid
from bole.work.rules.facts import facts_of
from bole.work.rules.item import ItemVersion
from bole.work.rules.merge import newest
from tests.connect.payloads import payload_of

BEIJING = ZoneInfo("Asia/Shanghai")
ANSWERED = datetime(2016, 12, 24, 14, 23, 29, tzinfo=UTC)


@pytest.fixture
def answer(shared):
    return payload_of(shared, "delighted", "survey_response_updated_promoter")


def changed(payload, **given):
    made = copy.deepcopy(payload)
    made["event_data"].update(given)
    return made


def item(payload):
    (only,) = map_delivery(payload, {}).items
    return only


def credited(payload):
    found = item(payload)
    return found.account, found.account_email


class TestAnAnswer:
    def test_of_their_payload_is_nobodys_and_read_from_0_to_10(self, answer):
        mapped = map_delivery(answer, {})

        assert mapped.notes == (NOBODY, TAKEN_AS_NPS)
        assert mapped.items == (
            ItemVersion(
                external_id="5435",
                kind="rating",
                version=1_482_590_009_000_000,
                account=None,
                state="done",
                title="9/10",
                link="https://delighted.com/r/5pFDpmlyC8GUc5oxU6USto5VonSKAqOa",
                opened_at=ANSWERED,
                closed_at=ANSWERED,
                values=(("satisfaction", 9000),),
            ),
        )

    def test_counts_on_the_day_it_was_given_though_it_is_told_later(self, answer):
        (fact,) = facts_of(item(changed(answer, person_properties={"employee": "BL0064"})), zone=BEIJING)

        assert (fact.measure, fact.day.isoformat(), fact.value) == ("satisfaction", "2016-12-24", 9000)

    @pytest.mark.parametrize(
        "survey, score, value, title",
        [
            ("nps", 0, 0, "0/10"),
            ("nps", 10, 10_000, "10/10"),
            ("NPS", 7, 7000, "7/10"),
            ("csat", 1, 2000, "1/5"),
            ("csat", 5, 10_000, "5/5"),
            ("stars", 4, 8000, "4/5"),
            ("smileys", 3, 6000, "3/5"),
        ],
    )
    def test_lies_on_a_scale_to_100(self, answer, survey, score, value, title):
        found = item(changed(answer, survey_type=survey, score=score))

        assert (found.values, found.title) == ((("satisfaction", value),), title)

    @pytest.mark.parametrize("survey, score", [("nps", 11), ("nps", -1), ("csat", 0), ("csat", 6), ("stars", 10**15)])
    def test_beyond_its_scale_is_refused(self, answer, survey, score):
        with pytest.raises(Invalid) as refused:
            item(changed(answer, survey_type=survey, score=score))

        assert (refused.value.code, refused.value.where) == ("out_of_range", "/event_data/score")

    def test_that_the_customer_changes_is_the_last_one(self, answer):
        first, second = item(answer), item(changed(answer, score=3, updated_at=1_482_600_000))

        assert newest([second, first]).values == (("satisfaction", 3000),)

    @pytest.mark.parametrize("survey", ["ces", "ces7", "csat3", "thumbs", "pmf", "unheard-of"])
    def test_to_a_survey_without_such_a_scale_is_ignored(self, answer, survey):
        assert map_delivery(changed(answer, survey_type=survey), {}).ignored == NO_SCALE

    def test_that_is_not_there_yet_is_ignored(self, answer):
        assert map_delivery(changed(answer, score=None), {}).ignored == NOT_ANSWERED

    @pytest.mark.parametrize("event", ["survey_response.unsubscribed", "person.created"])
    def test_is_not_what_other_events_bring(self, answer, event):
        assert map_delivery({**answer, "event_type": event}, {}).ignored == NOT_READ


class TestWhoIsCredited:
    @pytest.mark.parametrize("name", ["employee", "Employee", "employee_id", "employee_number", "员工", "工号"])
    def test_is_named_by_a_property(self, answer, name):
        assert credited(changed(answer, person_properties={name: "BL0064", "country": "CN"})) == ("BL0064", "")

    def test_may_be_named_by_an_e_mail(self, answer):
        given = changed(answer, person_properties={"employee_email": "Zhang.San@example.com"})

        assert credited(given) == ("Zhang.San@example.com", "zhang.san@example.com")

    @pytest.mark.parametrize("tag", ["employee:BL0064", "Employee: BL0064", "工号:BL0064"])
    def test_may_be_named_by_a_tag(self, answer, tag):
        assert credited(changed(answer, tags=["urgent", tag])) == ("BL0064", "")

    def test_is_named_by_the_property_where_both_are_there(self, answer):
        assert credited(changed(answer, person_properties={"employee": "BL0064"}, tags=["employee:BL0471"])) == ("BL0064", "")

    @pytest.mark.parametrize("given", [{"person_properties": {"employee": ""}}, {"tags": ["employee", "employee:", ":BL0064"]}], ids=str)
    def test_is_nobody_where_nothing_is_said(self, answer, given):
        assert map_delivery(changed(answer, survey_type="nps", **given), {}).notes == (NOBODY,)


class TestPrivacy:
    def test_keeps_no_comment_and_nothing_of_the_customer(self, answer):
        person = {"id": "1", "email": "CANARY@example.com", "name": "CANARY", "phone_number": "CANARY"}
        given = changed(answer, comment="CANARY", person=person, notes=[{"text": "CANARY"}], additional_answers=[{"value": "CANARY"}])

        assert "CANARY" not in repr(item(changed(given, person_properties={"employee": "BL0064", "city": "CANARY"})))


class TestDeliveryId:
    def test_is_the_id_of_the_event_and_the_last_change(self, answer):
        assert delivery_id(answer, {}) == "b8d057c59327541d7ec2104c0a9a255ad1997fb00831b9c6bbf09561e6d5cbd0 1482590009"
        assert delivery_id(changed(answer, updated_at=1_482_600_000), {}) != delivery_id(answer, {})

    @pytest.mark.parametrize("given", [None, 5, "", "x" * 201])
    def test_is_a_fingerprint_where_there_is_none(self, answer, given):
        assert delivery_id({**answer, "event_id": given}, {}).startswith("sha256:")


class TestMalformed:
    @pytest.mark.parametrize(
        "change, code, where",
        [
            ({"id": None}, "missing_field", "/event_data/id"),
            ({"score": "9"}, "wrong_type", "/event_data/score"),
            ({"score": 9.5}, "wrong_type", "/event_data/score"),
            ({"score": True}, "wrong_type", "/event_data/score"),
            ({"created_at": None}, "missing_field", "/event_data/created_at"),
            ({"created_at": "2016-12-24"}, "wrong_type", "/event_data/created_at"),
            ({"created_at": 10**14}, "bad_moment", "/event_data/created_at"),
            ({"person_properties": ["employee"]}, "wrong_type", "/event_data/person_properties"),
            ({"person_properties": {"employee": ["BL0064"]}}, "wrong_type", "/event_data/person_properties/employee"),
            ({"tags": "employee:BL0064"}, "wrong_type", "/event_data/tags"),
            ({"tags": ["employee:BL\u202e0064"]}, "bad_character", "/event_data/tags/0"),
            ({"survey_type": 5}, "wrong_type", "/event_data/survey_type"),
        ],
        ids=str,
    )
    def test_is_refused_with_its_place(self, answer, change, code, where):
        with pytest.raises(Invalid) as refused:
            item(changed(answer, **change))

        assert (refused.value.code, refused.value.where) == (code, where)

    @pytest.mark.parametrize("payload", [None, [], {}, {"event_type": "survey_response.updated"}], ids=str)
    def test_without_an_answer_is_refused(self, payload):
        with pytest.raises(Invalid):
            map_delivery(payload, {})

    def test_from_the_future_is_refused(self, answer):
        with pytest.raises(Invalid) as refused:
            map_delivery(answer, {}, at=datetime(2016, 12, 24, 14, 18, 28, tzinfo=UTC))

        assert refused.value.code == "from_the_future"

    @given(st.data())
    def test_anything_in_any_field_is_mapped_or_refused(self, data):
        anything = st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.lists(st.text(max_size=5), max_size=2)
        names = ["id", "score", "created_at", "updated_at", "person_properties", "tags", "survey_type", "permalink"]
        fields = {"id": "1", "score": 5, "created_at": 1_482_589_409} | data.draw(st.dictionaries(st.sampled_from(names), anything))

        assert mapped_or_refused({"event_type": "survey_response.updated", "event_data": fields})


def mapped_or_refused(payload):
    try:
        return map_delivery(payload, {})
    except Invalid as refused:
        return refused.where
