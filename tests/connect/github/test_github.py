"""GitHub's own payloads, and what Bole makes of them."""

import copy
import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.connect.github.mapping import BY_A_ROBOT, HELLO, NO_COMMITS, NOBODY, NOT_READ, OWN_CHANGE, delivery_id, map_delivery
from bole.values.refusal import Invalid
from bole.work.rules.facts import facts_of
from bole.work.rules.item import ItemVersion, Mark
from bole.work.rules.merge import newest
from tests.connect.payloads import payload_of

BEIJING = ZoneInfo("Asia/Shanghai")
OPENED = datetime(2019, 5, 15, 15, 20, 33, tzinfo=UTC)
ISSUE_OPENED = datetime(2019, 5, 15, 15, 20, 18, tzinfo=UTC)


def event(name, delivery="72d3162e-cc78-11e3-81ab-4c9367dc0958"):
    return {"X-GitHub-Event": name, "X-GitHub-Delivery": delivery}


def mapped(name, payload):
    return map_delivery(payload, event(name))


def item(name, payload):
    (only,) = mapped(name, payload).items
    return only


def changed(payload, part, **given):
    """Return a copy of a payload with other fields in one of its parts."""
    made = copy.deepcopy(payload)
    (made[part] if part else made).update(given)
    return made


@pytest.fixture
def pull_request(shared):
    return payload_of(shared, "github", "pull_request_0")


@pytest.fixture
def review(shared):
    """Return the review of the payload, given by somebody else than the author."""
    given = payload_of(shared, "github", "pull_request_review_0")
    given["review"]["user"] = {"login": "octocat", "id": 5346, "type": "User"}
    return given


@pytest.fixture
def issue(shared):
    return payload_of(shared, "github", "issues_1")


@pytest.fixture
def push(shared):
    """Return a push of three commits, one of which was pushed before, made from the payload of a tag."""
    given = payload_of(shared, "github", "push_0")
    commit = given["head_commit"]
    commits = [commit, {**commit, "id": "1" * 40}, {**commit, "id": "2" * 40, "distinct": False}]
    return {**given, "ref": "refs/heads/main", "commits": commits}


class TestPullRequest:
    def test_is_a_change_of_its_author(self, pull_request):
        assert item("pull_request", pull_request) == ItemVersion(
            external_id="pull_request:279147437",
            kind="change",
            version=1_557_933_633_000_000,
            account="21031067",
            account_name="Codertocat",
            title="Update the README with new information.",
            link="https://github.com/Codertocat/Hello-World/pull/2",
            project="Codertocat/Hello-World",
            opened_at=OPENED,
        )

    @pytest.mark.parametrize("name", ["pull_request_1", "pull_request_2"])
    def test_maps_the_other_payloads_with_their_labels(self, shared, name):
        found = item("pull_request", payload_of(shared, "github", name))

        assert (found.external_id, found.state, found.labels) == ("pull_request:279147437", "open", frozenset({"bug"}))

    def test_is_done_when_it_is_merged(self, pull_request):
        moments = {"closed_at": "2019-05-16T02:00:00Z", "updated_at": "2019-05-16T02:00:00Z", "merged_at": "2019-05-16T02:00:00Z"}
        found = item("pull_request", changed(pull_request, "pull_request", state="closed", merged=True, **moments))

        facts = facts_of(found, zone=BEIJING)

        assert found.state == "done"
        assert [(fact.measure, fact.day.isoformat()) for fact in facts] == [("changes_merged", "2019-05-16")]

    def test_is_dropped_when_it_is_closed_without_a_merge(self, pull_request):
        found = item("pull_request", changed(pull_request, "pull_request", state="closed", closed_at="2019-05-16T02:00:00Z"))

        assert found.state == "dropped"

    def test_of_one_second_the_closed_one_is_the_later(self, pull_request):
        closed = changed(pull_request, "pull_request", state="closed", merged_at="2019-05-15T15:20:33Z", closed_at="2019-05-15T15:20:33Z")
        open_, merged = item("pull_request", pull_request), item("pull_request", closed)

        assert newest([open_, merged]).state == newest([merged, open_]).state == "done"

    def test_of_a_robot_is_ignored(self, pull_request):
        user = {**pull_request["pull_request"]["user"], "type": "Bot"}

        assert mapped("pull_request", changed(pull_request, "pull_request", user=user)).ignored == BY_A_ROBOT

    def test_of_a_deleted_account_is_nobodys(self, pull_request):
        found = mapped("pull_request", changed(pull_request, "pull_request", user=None))

        assert (found.items[0].account, found.notes) == (None, (NOBODY,))


class TestReview:
    def test_is_credited_to_the_reviewer(self, review):
        found = item("pull_request_review", review)

        assert (found.external_id, found.kind, found.account, found.state) == ("review:237895671", "review", "5346", "done")
        assert [(fact.measure, fact.value) for fact in facts_of(found, zone=BEIJING)] == [("reviews_given", 1)]

    def test_of_ones_own_change_is_ignored(self, shared):
        assert mapped("pull_request_review", payload_of(shared, "github", "pull_request_review_0")).ignored == OWN_CHANGE

    def test_that_is_dismissed_was_given_all_the_same(self, review):
        dismissed = changed(changed(review, "", action="dismissed"), "review", state="dismissed")

        assert item("pull_request_review", dismissed) == item("pull_request_review", review)

    def test_dismissed_payload_of_ones_own_change_is_ignored(self, shared):
        assert mapped("pull_request_review", payload_of(shared, "github", "pull_request_review_1")).ignored == OWN_CHANGE


class TestIssue:
    @pytest.mark.parametrize("name", ["issues_0", "issues_1", "issues_2"])
    def test_labelled_bug_is_a_defect_of_its_assignee(self, shared, name):
        assert item("issues", payload_of(shared, "github", name)) == ItemVersion(
            external_id="issue:444500041",
            kind="defect",
            version=1_557_933_618_000_000,
            account="21031067",
            account_name="Codertocat",
            title="Spelling error in the README file",
            link="https://github.com/Codertocat/Hello-World/issues/1",
            project="Codertocat/Hello-World",
            opened_at=ISSUE_OPENED,
            labels=frozenset({"bug"}),
        )

    @pytest.mark.parametrize(
        "names, kind",
        [([], "task"), (["docs"], "task"), (["缺陷"], "defect"), (["Bug"], "defect"), (["返工"], "rework"), (["验收"], "delivery")],
    )
    def test_has_the_kind_that_its_labels_say(self, issue, names, kind):
        assert item("issues", changed(issue, "issue", labels=[{"name": name} for name in names])).kind == kind

    def test_has_the_kind_that_its_type_says(self, issue):
        assert item("issues", changed(issue, "issue", labels=[], type={"name": "Bug"})).kind == "defect"

    @pytest.mark.parametrize("reason, state", [(None, "done"), ("completed", "done"), ("not_planned", "dropped"), ("duplicate", "dropped")])
    def test_closed_is_done_or_dropped_by_its_reason(self, issue, reason, state):
        closed = changed(issue, "issue", state="closed", closed_at="2019-05-16T02:00:00Z", state_reason=reason)

        assert item("issues", closed).state == state

    def test_reopened_leaves_a_mark(self, issue):
        found = item("issues", changed(issue, "", action="reopened"))

        assert found.marks == frozenset({Mark("reopened", ISSUE_OPENED)})

    @pytest.mark.parametrize("action", ["deleted", "transferred"])
    @pytest.mark.parametrize("state", ["open", "closed"])
    def test_that_is_gone_leaves_a_tombstone_after_all_versions_of_that_second(self, issue, action, state):
        before = changed(issue, "issue", state=state)
        tombstone = item("issues", changed(before, "", action=action))

        assert newest([tombstone, item("issues", before)]).is_retracted
        assert newest([item("issues", before), tombstone]).is_retracted

    def test_assigned_to_a_robot_or_nobody_is_nobodys(self, issue):
        robot = changed(issue, "issue", assignee={"id": 1, "login": "dependabot", "type": "Bot"})

        assert mapped("issues", robot).notes == (NOBODY,)
        assert mapped("issues", changed(issue, "issue", assignee=None)).notes == (NOBODY,)


class TestPush:
    def test_counts_the_commits_that_are_new(self, push):
        found = item("push", push)

        assert (found.kind, found.account, found.values, found.title) == ("push", "21031067", (("commits", 2),), "main")
        assert found.opened_at == datetime.fromtimestamp(push["repository"]["pushed_at"], tz=UTC)

    @pytest.mark.parametrize("name", ["push_0", "push_1"])
    def test_of_a_tag_is_ignored(self, shared, name):
        assert mapped("push", payload_of(shared, "github", name)).ignored == NO_COMMITS

    def test_of_commits_that_were_pushed_before_is_ignored(self, push):
        old = [{**commit, "distinct": False} for commit in push["commits"]]

        assert mapped("push", changed(push, "", commits=old)).ignored == NO_COMMITS

    def test_by_a_robot_is_ignored(self, push):
        assert mapped("push", changed(push, "sender", type="Bot")).ignored == BY_A_ROBOT

    def test_without_a_moment_of_the_push_takes_the_head_commits(self, push):
        found = item("push", changed(push, "repository", pushed_at=None))

        assert found.opened_at == datetime(2019, 5, 15, 15, 20, 41, tzinfo=UTC)


class TestOtherEvents:
    def test_a_ping_is_ignored_with_a_friendly_word(self):
        assert mapped("ping", {"zen": "Keep it logically awesome.", "hook_id": 1}).ignored == HELLO

    @pytest.mark.parametrize("name", ["release_0", "workflow_run_0"])
    def test_what_is_not_read_is_ignored_with_the_reason(self, shared, name):
        assert mapped(name.rsplit("_", 1)[0], payload_of(shared, "github", name)).ignored == NOT_READ

    def test_no_event_at_all_is_refused(self, pull_request):
        with pytest.raises(Invalid) as refused:
            map_delivery(pull_request, {})

        assert (refused.value.code, refused.value.where) == ("missing_field", "X-GitHub-Event")


class TestPrivacy:
    @pytest.mark.parametrize("name, part", [("pull_request", "pull_request"), ("issues", "issue")])
    def test_keeps_no_text_but_the_title(self, request, name, part):
        given = request.getfixturevalue("pull_request" if name == "pull_request" else "issue")
        found = item(name, changed(given, part, body="CANARY", title="A title"))

        assert "CANARY" not in repr(found)
        assert found.title == "A title"

    def test_keeps_no_commit_message_or_file_name(self, push):
        commits = [{**commit, "message": "CANARY", "added": ["CANARY"], "author": {"email": "CANARY"}} for commit in push["commits"]]

        assert "CANARY" not in repr(item("push", changed(push, "", commits=commits)))

    def test_keeps_no_review_text(self, review):
        assert "CANARY" not in repr(item("pull_request_review", changed(review, "review", body="CANARY")))


class TestDeliveryId:
    def test_is_githubs_own(self, pull_request):
        assert delivery_id(pull_request, event("pull_request")) == "72d3162e-cc78-11e3-81ab-4c9367dc0958"

    @pytest.mark.parametrize("given", ["", "x" * 201, "a\x00b", " "])
    def test_is_a_fingerprint_of_the_content_where_that_cannot_be_kept(self, pull_request, given):
        name = delivery_id(pull_request, event("pull_request", given))

        assert name.startswith("sha256:")
        assert name == delivery_id(json.loads(json.dumps(pull_request)), {})
        assert name != delivery_id(changed(pull_request, "", action="closed"), {})


class TestMalformed:
    @pytest.mark.parametrize(
        "name, part, change, code, where",
        [
            ("pull_request", None, {"pull_request": None}, "missing_field", "/pull_request"),
            ("pull_request", None, {"pull_request": "x"}, "wrong_type", "/pull_request"),
            ("pull_request", "pull_request", {"id": None}, "missing_field", "/pull_request/id"),
            ("pull_request", "pull_request", {"id": {"a": 1}}, "wrong_type", "/pull_request/id"),
            ("pull_request", "pull_request", {"state": "merged"}, "unknown_choice", "/pull_request/state"),
            ("pull_request", "pull_request", {"updated_at": None}, "missing_field", "/pull_request/updated_at"),
            ("pull_request", "pull_request", {"updated_at": "soon"}, "bad_moment", "/pull_request/updated_at"),
            ("pull_request", "pull_request", {"created_at": "2019-05-15T15:20:33"}, "moment_without_zone", "/pull_request/created_at"),
            ("pull_request", "pull_request", {"title": ["a"]}, "wrong_type", "/pull_request/title"),
            ("pull_request", "pull_request", {"labels": {"name": "bug"}}, "wrong_type", "/pull_request/labels"),
            ("pull_request", "pull_request", {"labels": ["bug"]}, "wrong_type", "/pull_request/labels/0"),
            ("pull_request", "pull_request", {"user": {"login": "x"}}, "missing_field", "/pull_request/user/id"),
            ("pull_request", "pull_request", {"user": {"id": "a\u202eb"}}, "bad_character", "/pull_request/user/id"),
            ("pull_request", None, {"repository": None}, "missing_field", "/repository"),
            ("push", None, {"commits": "all"}, "wrong_type", "/commits"),
            ("push", None, {"after": None}, "missing_field", "/after"),
            ("push", "repository", {"pushed_at": 10**15}, "bad_moment", "/repository/pushed_at"),
            ("push", "repository", {"pushed_at": True}, "wrong_type", "/repository/pushed_at"),
        ],
    )
    def test_is_refused_with_its_place(self, request, name, part, change, code, where):
        given = changed(request.getfixturevalue(name), part, **change)

        with pytest.raises(Invalid) as refused:
            mapped(name, given)

        assert (refused.value.code, refused.value.where) == (code, where)

    @pytest.mark.parametrize("payload", [None, [], "x", 5])
    def test_is_refused_when_it_is_no_object(self, payload):
        with pytest.raises(Invalid):
            mapped("issues", payload)

    def test_cleans_a_title_and_leaves_a_link_out_that_runs_something(self, pull_request):
        found = item("pull_request", changed(pull_request, "pull_request", title="a\u202eb\x00c", html_url="javascript:alert(1)"))

        assert (found.title, found.link) == ("abc", "")

    @given(st.data())
    def test_anything_in_any_field_is_mapped_or_refused(self, data):
        name = data.draw(st.sampled_from(["pull_request", "pull_request_review", "issues", "push"]))
        anything = st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.lists(st.integers(), max_size=2)
        inner = st.dictionaries(st.sampled_from(["id", "state", "user", "labels", "updated_at", "title", "pushed_at"]), anything)
        outer = ["pull_request", "issue", "review", "repository", "sender", "commits", "after", "ref", "action"]
        payload = data.draw(st.dictionaries(st.sampled_from(outer), anything | inner))

        assert mapped_or_refused(name, payload)


class TestTheFuture:
    def test_is_refused_when_the_moment_of_arrival_is_known(self, pull_request):
        with pytest.raises(Invalid) as refused:
            map_delivery(pull_request, event("pull_request"), at=datetime(2019, 5, 15, 15, 15, 32, tzinfo=UTC))

        assert refused.value.code == "from_the_future"

    def test_of_five_minutes_is_taken_for_a_clock_that_differs(self, pull_request):
        assert map_delivery(pull_request, event("pull_request"), at=datetime(2019, 5, 15, 15, 15, 33, tzinfo=UTC)).items

    def test_of_a_version_is_refused_too_or_it_would_shut_out_all_later_ones(self, issue):
        ahead = changed(issue, "issue", updated_at="2099-01-01T00:00:00Z")

        with pytest.raises(Invalid) as refused:
            map_delivery(ahead, event("issues"), at=datetime(2026, 1, 1, tzinfo=UTC))

        assert refused.value.code == "from_the_future"


def mapped_or_refused(name, payload):
    try:
        return mapped(name, payload)
    except Invalid as refused:
        return refused.where


@pytest.mark.parametrize("event_name, name", [("issues", "issues_0"), ("pull_request", "pull_request_0")])
def test_a_replayed_body_brings_nothing(shared, event_name, name):
    once, again = (item(event_name, payload_of(shared, "github", name)) for _ in range(2))

    assert newest([once, again]) == once
