"""Freshdesk's own payloads, the body that our guide asks for, and what Bole makes of them."""

import json
import re
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.connect.freshdesk.mapping import NO_END, NO_ORDER, NO_RESPONSE, NO_START, NOBODY, delivery_id, map_delivery
from bole.values.refusal import Invalid
from bole.work.rules.facts import facts_of
from bole.work.rules.item import ItemVersion, Mark
from bole.work.rules.merge import newest
from tests.connect.payloads import payload_of

BEIJING = ZoneInfo("Asia/Shanghai")
PAGE = Path(__file__).resolve().parents[3] / "docs" / "connections" / "freshdesk.md"
TICKET = {
    "event": "created",
    "zone": "Asia/Shanghai",
    "ticket_id": "4711",
    "ticket_subject": "登录失败",
    "ticket_url": "https://example.freshdesk.com/a/tickets/4711",
    "ticket_status": "Open",
    "ticket_group": "北京组",
    "ticket_agent_email": "Ayiguli@example.com",
    "ticket_agent_name": "阿依古丽·买买提",
    "created_at": "2026-11-23 09:00:00",
    "status_changed_at": "2026-11-23 09:00:00",
    "triggered_event": "{ticket_action:created}",
}


def beijing(day, hour, minute=0, second=0):
    return datetime(2026, 11, day, hour, minute, second, tzinfo=BEIJING)


def body(**given):
    return {"freshdesk_webhook": {**TICKET, **given}}


def item(at=None, **given):
    (only,) = map_delivery(body(**given), {}, at=at).items
    return only


def told(found):
    return [(fact.measure, fact.day.day, fact.value) for fact in facts_of(found, zone=BEIJING)]


CREATED = {"at": beijing(23, 9, 0, 2)}
REPLIED = {"at": beijing(23, 10), "event": "replied"}
REPLIED_AGAIN = {"at": beijing(23, 16), "event": "replied"}
RESOLVED = {
    "at": beijing(24, 9, 0, 3),
    "event": "updated",
    "ticket_status": "Resolved",
    "status_changed_at": "2026-11-24 09:00:00",
    "triggered_event": "{status:{from:2,to:4}}",
}
CLOSED = {
    "at": beijing(26, 9, 0, 3),
    "event": "updated",
    "ticket_status": "Closed",
    "status_changed_at": "2026-11-26 09:00:00",
    "triggered_event": "{status:{from:4,to:5}}",
}
REOPENED = {
    "at": beijing(25, 9, 0, 3),
    "event": "updated",
    "status_changed_at": "2026-11-25 09:00:00",
    "triggered_event": "{status:{from:4,to:2}}",
}


class TestTheirPayloads:
    """They are what Freshdesk's own template sends: no moment, no agent. Without the body of our guide little can be made of them."""

    @pytest.mark.parametrize("name", ["ticket_created", "status_changed"])
    def test_are_taken_with_notes_on_all_that_is_missing(self, shared, name):
        mapped = map_delivery(payload_of(shared, "freshdesk", name), {})

        assert mapped.items == (
            ItemVersion(
                external_id="ticket:11",
                kind="ticket",
                version=0,
                account=None,
                title="Test ticket subject ☃",
                link="http://test1234zzz.freshdesk.com/helpdesk/tickets/11",
            ),
        )
        assert mapped.notes == (NOBODY, NO_START, NO_ORDER)
        assert facts_of(mapped.items[0], zone=BEIJING) == ()

    def test_are_ordered_by_arrival_where_that_is_known(self, shared):
        at = beijing(23, 9)
        mapped = map_delivery(payload_of(shared, "freshdesk", "status_changed"), {}, at=at)

        # Status 4 is “Resolved”: what was solved waits for the customer again.
        assert mapped.items[0].marks == frozenset({Mark("reopened", at)})
        assert mapped.notes == (NOBODY, NO_START)


class TestATicket:
    def test_is_mapped_by_the_body_of_the_guide(self):
        assert item(**CREATED) == ItemVersion(
            external_id="ticket:4711",
            kind="ticket",
            version=1_795_395_600_000_002,
            account="ayiguli@example.com",
            account_name="阿依古丽·买买提",
            account_email="ayiguli@example.com",
            title="登录失败",
            link="https://example.freshdesk.com/a/tickets/4711",
            project="北京组",
            opened_at=datetime(2026, 11, 23, 1, tzinfo=UTC),
        )

    def test_without_the_wrapper_is_the_same(self):
        assert map_delivery(TICKET, {}).items == map_delivery(body(), {}).items

    def test_is_answered_when_the_call_of_a_reply_arrives(self):
        assert told(newest([item(**CREATED), item(**REPLIED)])) == [("responses", 23, 3600)]

    def test_is_answered_when_the_body_says_so_if_it_does(self):
        assert told(item(first_responded_at="2026-11-23T01:30:00Z")) == [("responses", 23, 1800)]

    def test_that_is_answered_twice_counts_the_first_answer(self):
        assert told(newest([item(**REPLIED_AGAIN), item(**REPLIED)])) == [("responses", 23, 3600)]

    def test_is_solved_when_its_status_says_so(self):
        assert told(item(**RESOLVED)) == [("resolutions", 24, 8 * 3600), ("tickets_solved", 24, 1)]

    def test_that_is_closed_days_after_it_was_resolved_was_solved_then(self):
        assert told(newest([item(**CLOSED), item(**RESOLVED)])) == [("resolutions", 24, 8 * 3600), ("tickets_solved", 24, 1)]

    def test_that_is_closed_at_once_is_solved_then(self):
        assert told(item(**CLOSED)) == [("resolutions", 26, 24 * 3600), ("tickets_solved", 26, 1)]

    def test_that_is_reopened_is_not_solved(self):
        assert told(newest([item(**RESOLVED), item(**REOPENED)])) == []

    def test_that_is_reopened_and_closed_counts_to_the_closing(self):
        assert told(newest([item(**RESOLVED), item(**REOPENED), item(**CLOSED)])) == [
            ("resolutions", 26, 24 * 3600),
            ("tickets_solved", 26, 1),
        ]

    def test_takes_a_resolution_that_the_body_tells(self):
        found = item(ticket_status="Closed", resolved_at="2026-11-23T14:00:00+08:00", updated_at="2026-11-25T09:00:00+08:00")

        assert told(found) == [("resolutions", 23, 4 * 3600), ("tickets_solved", 23, 1)]
        assert found.version == 1_795_568_400_000_000

    @pytest.mark.parametrize("status", ["Resolved", "resolved", "4", 4, "Closed", "5", "已解决", "已关闭"])
    def test_is_done_in_freshdesks_own_last_statuses(self, status):
        assert item(ticket_status=status).state == "done"

    @pytest.mark.parametrize("status", ["Open", "Pending", "Waiting on Customer", "Waiting on Third Party", "2", "3", "6", "等待研发"])
    def test_is_open_in_any_other(self, status):
        assert item(ticket_status=status).state == "open"

    def test_that_is_deleted_leaves_a_tombstone(self):
        deleted = item(at=beijing(23, 9, 0, 2), event="deleted")

        assert newest([deleted, item(**CREATED)]).is_retracted

    @pytest.mark.parametrize("event", [{"from": "4,to:5"}, {"from": "2,to:4"}, {"from": "5,to:4"}, {"from": "2,to:3"}], ids=str)
    def test_is_reopened_only_by_going_from_solved_to_unsolved(self, event):
        assert item(triggered_event=f"{{status:{{from:{event['from']}}}}}").marks == frozenset()


class TestTheBodyOfTheGuide:
    def test_has_the_fields_that_are_read_here_with_freshdesks_placeholders(self):
        (text,) = re.findall(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
        fields = json.loads(text)["freshdesk_webhook"]

        assert set(fields) == set(TICKET)
        assert all(re.fullmatch(r"\{\{[a-z_.]+\}\}", value) for name, value in fields.items() if name not in {"event", "zone"})


class TestOrder:
    def test_does_not_matter(self):
        calls = [item(**each) for each in (CREATED, REPLIED, RESOLVED, REOPENED, CLOSED)]

        ends = {newest(order) for order in permutations(calls)}

        assert len(ends) == 1
        assert told(ends.pop()) == [("resolutions", 26, 24 * 3600), ("responses", 23, 3600), ("tickets_solved", 26, 1)]

    def test_within_one_status_is_that_of_arrival(self):
        first, second = item(**CREATED), item(at=beijing(23, 12), ticket_agent_email="li.si@example.com")

        assert newest([second, first]).account == "li.si@example.com"

    def test_is_not_turned_by_a_call_that_comes_hours_late(self):
        late = item(at=beijing(24, 20))

        assert newest([item(**RESOLVED), late]).state == "done"

    def test_is_not_turned_by_one_that_comes_weeks_late(self):
        late = item(at=beijing(23, 9) + timedelta(days=60))

        assert newest([item(**RESOLVED), late]).state == "done"


class TestMoments:
    @pytest.mark.parametrize("text", ["2026-11-23 09:00:00", "2026-11-23T09:00:00+08:00", "2026-11-23T01:00:00Z", " 2026-11-23 09:00:00 "])
    def test_are_read_with_their_zone_or_in_the_one_that_the_rule_names(self, text):
        assert item(created_at=text).opened_at == datetime(2026, 11, 23, 1, tzinfo=UTC)

    @pytest.mark.parametrize(
        "change, code, where",
        [
            ({"zone": ""}, "moment_without_zone", "/freshdesk_webhook/status_changed_at"),
            ({"zone": "Beijing"}, "unknown_zone", "/freshdesk_webhook/zone"),
            ({"zone": "../../etc/passwd"}, "unknown_zone", "/freshdesk_webhook/zone"),
            ({"created_at": "{{ticket.created_on}}"}, "bad_moment", "/freshdesk_webhook/created_at"),
            ({"created_at": "Mon, Nov 23 2026"}, "bad_moment", "/freshdesk_webhook/created_at"),
            ({"created_at": 5}, "wrong_type", "/freshdesk_webhook/created_at"),
        ],
        ids=str,
    )
    def test_that_cannot_be_read_are_refused_with_their_place(self, change, code, where):
        with pytest.raises(Invalid) as refused:
            item(**change)

        assert (refused.value.code, refused.value.where) == (code, where)

    def test_from_the_future_are_refused(self):
        with pytest.raises(Invalid) as refused:
            item(at=beijing(23, 8, 54))

        assert refused.value.code == "from_the_future"


class TestNotes:
    def test_say_what_the_rule_did_not_send(self):
        assert map_delivery(body(ticket_agent_email=""), {}).notes == (NOBODY,)
        assert map_delivery(body(created_at=""), {}).notes == (NO_START,)
        assert map_delivery(body(event="replied"), {}).notes == (NO_RESPONSE,)
        assert map_delivery(body(ticket_status="Closed", status_changed_at=""), {}).notes == (NO_END,)
        assert map_delivery(body(), {}).notes == ()


class TestPrivacy:
    def test_keeps_nothing_of_the_customer_and_no_text_but_the_subject(self):
        canaries = {
            "ticket_description": "CANARY",
            "requester_name": "CANARY",
            "requester_email": "CANARY",
            "ticket_latest_public_comment": "CANARY",
        }

        assert "CANARY" not in repr(item(**canaries))


class TestDeliveryId:
    def test_is_a_fingerprint_of_content_and_arrival_because_freshdesk_names_none(self):
        at = beijing(23, 9)

        assert delivery_id(body(), {}, at=at) == delivery_id(body(), {}, at=at)
        assert delivery_id(body(), {}, at=at) != delivery_id(body(), {}, at=at + timedelta(seconds=1))
        assert delivery_id(body(), {}) != delivery_id(body(ticket_status="Closed"), {})


class TestMalformed:
    @pytest.mark.parametrize(
        "change, code, where",
        [
            ({"ticket_id": None}, "missing_field", "/freshdesk_webhook/ticket_id"),
            ({"ticket_id": ["1"]}, "wrong_type", "/freshdesk_webhook/ticket_id"),
            ({"ticket_status": ""}, "missing_field", "/freshdesk_webhook/ticket_status"),
            ({"ticket_status": {"id": 4}}, "wrong_type", "/freshdesk_webhook/ticket_status"),
            ({"event": "exploded"}, "unknown_choice", "/freshdesk_webhook/event"),
            ({"ticket_agent_email": 5}, "wrong_type", "/freshdesk_webhook/ticket_agent_email"),
            ({"ticket_subject": {}}, "wrong_type", "/freshdesk_webhook/ticket_subject"),
        ],
        ids=str,
    )
    def test_is_refused_with_its_place(self, change, code, where):
        with pytest.raises(Invalid) as refused:
            item(**change)

        assert (refused.value.code, refused.value.where) == (code, where)

    @pytest.mark.parametrize("payload", [None, [], {}, {"freshdesk_webhook": "x"}, {"freshdesk_webhook": {}}], ids=str)
    def test_without_a_ticket_is_refused(self, payload):
        with pytest.raises(Invalid):
            map_delivery(payload, {})

    @given(st.dictionaries(st.sampled_from(sorted(TICKET)), st.none() | st.integers() | st.text(max_size=12) | st.lists(st.integers())))
    def test_anything_in_any_field_is_mapped_or_refused(self, fields):
        assert mapped_or_refused(body(**fields))


def mapped_or_refused(payload):
    try:
        return map_delivery(payload, {}, at=beijing(30, 9))
    except Invalid as refused:
        return refused.where
