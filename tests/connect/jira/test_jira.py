"""Jira's own payloads, and what Bole makes of them."""

import copy
import json
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.connect.jira.mapping import CONTAINER, NO_RESOLUTION_DATE, NOBODY, NOT_READ, delivery_id, map_delivery
from bole.values.refusal import Invalid
from bole.work.rules.facts import facts_of
from bole.work.rules.item import ItemVersion, Mark
from bole.work.rules.merge import newest
from tests.connect.payloads import payload_of

BEIJING = ZoneInfo("Asia/Shanghai")
UPDATED = datetime(2017, 1, 30, 17, 32, 14, 716_000, tzinfo=UTC)
LATER = {"field": "duedate", "from": "2017-02-10", "to": "2017-02-17"}
TO_DO_AGAIN = {"field": "status", "from": "10001", "fromString": "Done", "to": "3", "toString": "In Progress"}
DONE = {"name": "Done", "statusCategory": {"key": "done"}}


def item(payload):
    (only,) = map_delivery(payload, {}).items
    return only


def changed(payload, *log, **fields):
    """Return a copy of a payload with other fields of the issue, and another change log."""
    made = copy.deepcopy(payload)
    made["issue"]["fields"].update(fields)
    made["changelog"] = {"id": "1", "items": list(log)}
    return made


def measures(found):
    return [fact.measure for fact in facts_of(found, zone=BEIJING)]


@pytest.fixture
def moved(shared):
    """Return the payload of a task that was moved to “In Progress”."""
    return payload_of(shared, "jira", "change_status_v2")


@pytest.fixture
def assigned(moved):
    """Return the same task, done by somebody, with a due day."""
    user = {"accountId": "5ecfbd0c", "displayName": "Leonardo", "emailAddress": "Dev4@example.com"}
    return changed(moved, assignee=user, status=DONE, resolutiondate="2017-02-09T10:00:00.000+0800", duedate="2017-02-10")


class TestPayloads:
    def test_a_task_that_nobody_has_is_mapped_and_says_so(self, moved):
        mapped = map_delivery(moved, {})

        assert mapped.notes == (NOBODY,)
        assert mapped.items == (
            ItemVersion(
                external_id="10000",
                kind="task",
                version=1_485_797_534_716_000,
                account=None,
                title="Fix That",
                link="https://zulipp.atlassian.net/browse/TEST-1",
                project="Fix That",
                opened_at=datetime(2017, 1, 30, 17, 30, 41, 962_000, tzinfo=UTC),
            ),
        )

    def test_a_bug_of_an_old_server_without_status_categories_is_an_open_defect(self, shared):
        found = item(payload_of(shared, "jira", "created_v2"))

        assert (found.kind, found.state, found.title, found.project) == ("defect", "open", "New bug with hook", "buggery-test")
        assert found.link == "http://lfranchi.com:8080/browse/BUG-15"

    def test_an_update_of_the_priority_is_the_task_as_last_known(self, shared):
        found = item(payload_of(shared, "jira", "updated_priority_v2"))

        assert (found.external_id, found.account, found.account_name, found.account_email, found.marks) == (
            "10000",
            "leo",
            "Leonardo Franchi [Administrator]",
            "leo@zulip.com",
            frozenset(),
        )

    def test_the_row_of_the_rest_interface_maps_in_the_same_way(self, shared):
        rest = payload_of(shared, "jira", "change_status_v2")
        rest["issue"] = payload_rest(shared)

        found = item(rest)

        assert (found.external_id, found.kind, found.state, found.account, found.link) == (
            "12338",
            "task",
            "open",
            "mister.morris",
            "https://example.atlassian.net/browse/AR-86",
        )


def payload_rest(shared):

    path = shared / "data" / "payloads" / "jira_rest" / "issues_in_sprint.json"
    (issue,) = json.loads(path.read_text(encoding="utf-8"))["issues"]
    return {**issue, "fields": {**issue["fields"], "summary": "no summary in this payload"}}


class TestState:
    def test_is_done_in_the_category_done(self, assigned):
        found = item(assigned)

        assert (found.state, found.due_on, found.closed_at) == ("done", date(2017, 2, 10), datetime(2017, 2, 9, 2, tzinfo=UTC))
        assert measures(found) == ["tasks_done", "tasks_due", "tasks_on_time"]

    @pytest.mark.parametrize("key", ["new", "indeterminate", "undefined"])
    def test_is_open_in_any_other_whatever_the_resolution_date_says(self, assigned, key):
        found = item(changed(assigned, status={"name": "To Do", "statusCategory": {"key": key}}))

        assert (found.state, found.closed_at) == ("open", None)

    def test_without_categories_asks_for_the_resolution(self, assigned):
        found = item(changed(assigned, status={"name": "Resolved"}, resolution={"name": "Fixed"}))

        assert found.state == "done"

    @pytest.mark.parametrize("name", ["Won't Do", "Duplicate", "重复", "无效", "Cannot Reproduce"])
    def test_is_dropped_by_a_resolution_that_says_so(self, assigned, name):
        found = item(changed(assigned, resolution={"name": name}))

        assert found.state == "dropped"
        assert measures(found) == []

    @pytest.mark.parametrize("name", ["Cancelled", "已取消"])
    def test_is_dropped_by_a_status_that_says_so(self, assigned, name):
        assert item(changed(assigned, status={**DONE, "name": name})).state == "dropped"

    def test_without_a_resolution_date_takes_the_change_of_category(self, assigned):
        found = item(changed(assigned, resolutiondate=None, statuscategorychangedate="2017-02-10T10:00:00.000+0800"))

        assert found.closed_at == datetime(2017, 2, 10, 2, tzinfo=UTC)

    def test_without_either_takes_the_last_change_and_says_so(self, assigned):
        mapped = map_delivery(changed(assigned, resolutiondate=None), {})

        assert (mapped.items[0].closed_at, mapped.notes) == (UPDATED, (NO_RESOLUTION_DATE,))


class TestKind:
    @pytest.mark.parametrize(
        "name, kind",
        [
            ("Task", "task"),
            ("Story", "task"),
            ("故事", "task"),
            ("子任务", "task"),
            ("Bug", "defect"),
            ("缺陷", "defect"),
            ("故障", "defect"),
            ("验收", "delivery"),
            ("Acceptance", "delivery"),
            ("返工", "rework"),
            ("Rework", "rework"),
        ],
    )
    def test_is_what_the_issue_type_says(self, moved, name, kind):
        assert item(changed(moved, issuetype={"name": name})).kind == kind

    @pytest.mark.parametrize("name", ["Epic", "史诗", "长篇故事"])
    def test_of_what_holds_other_work_is_none(self, moved, name):
        assert map_delivery(changed(moved, issuetype={"name": name}), {}).ignored == CONTAINER


class TestChangeLog:
    def test_a_due_day_moved_later_is_a_postponement(self, moved):
        assert item(changed(moved, LATER)).marks == frozenset({Mark("postponed", UPDATED)})

    @pytest.mark.parametrize(
        "before, after",
        [("2017-02-17", "2017-02-10"), ("2017-02-17", "2017-02-17"), (None, "2017-02-10"), ("2017-02-10", None), ("2017-02-10", "")],
    )
    def test_any_other_change_of_it_is_none(self, moved, before, after):
        assert item(changed(moved, {"field": "duedate", "from": before, "to": after})).marks == frozenset()

    def test_takes_the_day_of_a_server_that_writes_a_time_behind_it(self, moved):
        change = {"field": "duedate", "from": "2017-02-10 00:00:00.0", "to": "2017-02-17 00:00:00.0"}

        assert item(changed(moved, change)).marks == frozenset({Mark("postponed", UPDATED)})

    @pytest.mark.parametrize(
        "change",
        [
            TO_DO_AGAIN,
            {**TO_DO_AGAIN, "fromString": "已完成", "toString": "处理中"},
            {"field": "status", "fromString": "待验收", "toString": "验收不通过"},
            {"field": "resolution", "from": "1", "fromString": "Fixed", "to": None, "toString": None},
        ],
        ids=str,
    )
    def test_what_was_done_or_handed_over_and_is_open_again_was_reopened(self, moved, change):
        assert item(changed(moved, change)).marks == frozenset({Mark("reopened", UPDATED)})

    @pytest.mark.parametrize(
        "change",
        [
            {"field": "status", "fromString": "To Do", "toString": "In Progress"},
            {"field": "resolution", "fromString": None, "toString": "Fixed"},
            {"field": "priority", "fromString": "Done", "toString": "Major"},
        ],
        ids=str,
    )
    def test_nothing_else_was(self, moved, change):
        assert item(changed(moved, change)).marks == frozenset()

    def test_what_stays_done_was_not_reopened(self, assigned):
        assert item(changed(assigned, {**TO_DO_AGAIN, "toString": "Closed"})).marks == frozenset()

    def test_an_acceptance_that_was_sent_back_is_no_first_pass_in_whatever_order_the_calls_come(self, assigned):
        acceptance = changed(assigned, issuetype={"name": "验收"})
        sent_back = changed(
            acceptance,
            TO_DO_AGAIN,
            status={"name": "处理中", "statusCategory": {"key": "indeterminate"}},
            updated="2017-02-09T12:00:00.000+0800",
        )
        accepted = changed(acceptance, updated="2017-02-10T12:00:00.000+0800", resolutiondate="2017-02-10T12:00:00.000+0800")
        calls = [item(acceptance), item(sent_back), item(accepted)]

        assert measures(calls[0]) == ["acceptances", "first_passes"]
        assert measures(newest(calls)) == measures(newest(calls[::-1])) == ["acceptances"]


class TestDeletion:
    def test_leaves_a_tombstone_after_the_last_version(self, assigned):
        deleted = {**assigned, "webhookEvent": "jira:issue_deleted", "timestamp": 1_485_797_600_000}
        tombstone = item(deleted)

        assert (tombstone.is_retracted, tombstone.version) == (True, 1_485_797_600_000_000)
        assert measures(newest([tombstone, item(assigned)])) == []

    def test_without_a_moment_of_its_own_still_comes_after(self, assigned):
        deleted = {**assigned, "webhookEvent": "jira:issue_deleted", "timestamp": None}

        assert newest([item(assigned), item(deleted)]).is_retracted


class TestOtherEvents:
    @pytest.mark.parametrize("name", ["comment_created", "worklog_updated", "sprint_started", "jira:version_released"])
    def test_are_ignored_with_the_reason(self, moved, name):
        assert map_delivery({**moved, "webhookEvent": name}, {}).ignored == NOT_READ


class TestPrivacy:
    def test_keeps_no_text_but_the_summary(self, assigned):
        canaries = {
            "description": "CANARY",
            "environment": "CANARY",
            "comment": {"comments": [{"body": "CANARY"}]},
            "customfield_1": "CANARY",
        }
        worklog = {"worklogs": [{"comment": "CANARY", "timeSpentSeconds": 5}]}

        assert "CANARY" not in repr(item(changed(assigned, {"field": "description", "toString": "CANARY"}, **canaries, worklog=worklog)))


class TestDeliveryId:
    def test_is_jiras_own_which_stays_when_it_sends_again(self, moved):
        headers = {"X-Atlassian-Webhook-Identifier": "9b6cdb1c"}

        assert delivery_id(moved, headers) == delivery_id(moved, {**headers, "X-Atlassian-Webhook-Retry": "1"}) == "9b6cdb1c"

    def test_is_a_fingerprint_on_a_server_that_names_none(self, moved):
        assert delivery_id(moved, {}) == delivery_id(copy.deepcopy(moved), {})
        assert delivery_id(moved, {}) != delivery_id(changed(moved, LATER), {})


class TestMalformed:
    @pytest.mark.parametrize(
        "fields, code, where",
        [
            ({"issuetype": None}, "missing_field", "/issue/fields/issuetype"),
            ({"issuetype": "Task"}, "wrong_type", "/issue/fields/issuetype"),
            ({"status": None}, "missing_field", "/issue/fields/status"),
            ({"updated": None}, "missing_field", "/issue/fields/updated"),
            ({"updated": "2017-01-30"}, "bad_moment", "/issue/fields/updated"),
            ({"created": "2017-01-30T18:30:41.962"}, "moment_without_zone", "/issue/fields/created"),
            ({"duedate": "10.02.2017"}, "bad_day", "/issue/fields/duedate"),
            ({"duedate": "2501-01-01"}, "bad_day", "/issue/fields/duedate"),
            ({"assignee": {"displayName": "x"}}, "missing_field", "/issue/fields/assignee/accountId"),
            ({"assignee": ["x"]}, "wrong_type", "/issue/fields/assignee"),
            ({"summary": 5}, "wrong_type", "/issue/fields/summary"),
            ({"labels": "x"}, "wrong_type", "/issue/fields/labels"),
        ],
        ids=str,
    )
    def test_is_refused_with_its_place(self, moved, fields, code, where):
        with pytest.raises(Invalid) as refused:
            map_delivery(changed(moved, **fields), {})

        assert (refused.value.code, refused.value.where) == (code, where)

    @pytest.mark.parametrize(
        "change, where",
        [
            ({"field": "duedate", "from": "soon", "to": "2017-02-10"}, "/changelog/items/0/from"),
            ({"field": "duedate", "from": "2017-02-10", "to": "soon"}, "/changelog/items/0/to"),
            ({"field": 5}, "/changelog/items/0/field"),
            ("duedate", "/changelog/items/0"),
        ],
        ids=str,
    )
    def test_in_the_change_log_is_refused_with_its_place(self, moved, change, where):
        with pytest.raises(Invalid) as refused:
            map_delivery(changed(moved, change), {})

        assert refused.value.where == where

    @pytest.mark.parametrize("payload", [{}, {"webhookEvent": None}, {"webhookEvent": 5}, {"webhookEvent": "jira:issue_created"}], ids=str)
    def test_without_an_event_or_an_issue_is_refused(self, payload):
        with pytest.raises(Invalid):
            map_delivery(payload, {})

    @given(st.data())
    def test_anything_in_any_field_is_mapped_or_refused(self, data):
        anything = st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.dictionaries(st.text(max_size=5), st.integers())
        names = ["issuetype", "status", "updated", "created", "duedate", "assignee", "labels", "resolution", "project", "resolutiondate"]
        fields = {"issuetype": {"name": "Task"}, "status": DONE, "updated": "2017-01-30T18:30:41.962+0100"}
        fields |= data.draw(st.dictionaries(st.sampled_from(names), anything))
        log = data.draw(anything | st.lists(anything, max_size=2))
        payload = {"webhookEvent": "jira:issue_updated", "issue": {"id": "1", "fields": fields}, "changelog": {"items": log}}

        assert mapped_or_refused(payload)


class TestTheFuture:
    def test_is_refused_when_the_moment_of_arrival_is_known(self, assigned):
        with pytest.raises(Invalid) as refused:
            map_delivery(assigned, {}, at=datetime(2017, 2, 9, 1, 54, tzinfo=UTC))

        assert refused.value.code == "from_the_future"

    def test_of_a_due_day_is_not(self, moved):
        found = map_delivery(changed(moved, duedate="2018-01-01"), {}, at=datetime(2017, 2, 1, tzinfo=UTC))

        assert found.items[0].due_on == date(2018, 1, 1)


def mapped_or_refused(payload):
    try:
        return map_delivery(payload, {})
    except Invalid as refused:
        return refused.where
