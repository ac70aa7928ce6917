"""The same raw rows of Jira, mapped by us and by Apache DevLake: where both define a thing, they agree; where they differ, it stands here.

DevLake reads rows of the REST interface, so each is put into a delivery. What differs, and why:

- **State.** Both go by the status category; DevLake's tests set that of five finished issues to “new”, and there both say: not done.
  Four issues were closed as “Won't Do”: done for DevLake, dropped for us, because nobody did them. For other types than 故事 and 缺陷
  DevLake's configuration of these rows maps statuses to words of its own (“hello world”); there we are compared with the raw row.
- **Due day.** DevLake makes a moment of it, midnight in Beijing; ours stays the day that stands in the row.
- **Closing.** DevLake keeps a resolution date for issues that are not done; ours have a closing only when they are.
- **Type.** DevLake keeps the tool's name of a type, or one that is configured; ours is one of five kinds.
- **Title.** DevLake keeps invisible characters and space around it, which we take out.
- **Moments.** The same instants; DevLake truncates nothing, and neither do we.
"""

import csv
import json
import sys
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from bole.connect.jira.mapping import CONTAINER, map_delivery
from bole.work.rules.item import ItemVersion


@dataclass(frozen=True)
class Pair:
    """One raw row, and what the two made of it."""

    raw: dict
    theirs: dict
    ours: ItemVersion


@pytest.fixture(scope="module")
def raw(shared):
    usual = csv.field_size_limit(sys.maxsize)
    rows = read(shared / "data" / "expected" / "devlake_jira" / "raw" / "_raw_jira_api_issues.csv")
    csv.field_size_limit(usual)  # it holds for all of the process
    return [json.loads(row["data"]) for row in rows]


@pytest.fixture(scope="module")
def pairs(shared, raw):
    issues = {issue["key"]: issue for issue in raw}
    rows = read(shared / "data" / "expected" / "devlake_jira" / "domain" / "issues.csv")
    return [Pair(issues[row["issue_key"]], row, mapped(issues[row["issue_key"]])) for row in rows]


def read(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def mapped(issue):
    (only,) = delivered(issue).items
    return only


def delivered(issue):
    return map_delivery({"webhookEvent": "jira:issue_updated", "issue": issue}, {})


def category(issue):
    return issue["fields"]["status"]["statusCategory"]["key"]


def moment(text):
    return datetime.fromisoformat(text).astimezone(UTC) if text else None


class TestDevLake:
    def test_defines_thirty_of_the_rows(self, pairs):
        assert len(pairs) == 30

    def test_agrees_on_when_an_issue_was_created_and_changed(self, pairs):
        theirs = [(moment(pair.theirs["created_date"]), moment(pair.theirs["updated_date"])) for pair in pairs]

        assert [(pair.ours.opened_at, datetime.fromtimestamp(pair.ours.version / 1e6, tz=UTC)) for pair in pairs] == theirs

    def test_agrees_on_when_a_closed_issue_was_resolved(self, pairs):
        closed = [pair for pair in pairs if pair.ours.state != "open"]

        assert len(closed) == 25
        assert [pair.ours.closed_at for pair in closed] == [moment(pair.theirs["resolution_date"]) for pair in closed]

    def test_agrees_on_how_many_minutes_it_took(self, pairs):
        closed = [pair for pair in pairs if pair.ours.state != "open"]
        ours = [int((pair.ours.closed_at - pair.ours.opened_at).total_seconds() // 60) for pair in closed]

        assert ours == [int(pair.theirs["lead_time_minutes"]) for pair in closed]

    def test_agrees_on_what_is_open_and_what_is_not_where_it_uses_the_category(self, pairs):
        by_category = [pair for pair in pairs if pair.theirs["status"] in {"DONE", "TODO", "IN_PROGRESS"}]

        assert len(by_category) == 10
        assert [pair.ours.state == "open" for pair in by_category] == [pair.theirs["status"] != "DONE" for pair in by_category]

    def test_uses_words_of_its_own_for_the_others_where_we_go_by_the_category(self, pairs):
        assert [pair.ours.state == "open" for pair in pairs] == [category(pair.raw) != "done" for pair in pairs]

    def test_calls_done_what_nobody_did_and_we_call_dropped(self, pairs):
        dropped = [pair for pair in pairs if pair.ours.state == "dropped"]

        assert [pair.raw["key"] for pair in dropped] == ["EE-20", "EE-24", "EE-26", "EE-30"]
        assert {pair.raw["fields"]["resolution"]["name"] for pair in dropped} == {"Won't Do"}
        assert [pair.theirs["status"] for pair in dropped] == ["DONE", "DONE", "你好世界", "你好世界"]

    def test_agrees_on_whose_it_is(self, pairs):
        assert [pair.ours.account for pair in pairs] == [pair.theirs["assignee_id"].rpartition(":")[2] for pair in pairs]
        assert [pair.ours.account_name for pair in pairs] == [pair.theirs["assignee_name"] for pair in pairs]

    def test_agrees_on_the_title_but_for_what_nobody_sees(self, pairs):
        assert [pair.ours.title for pair in pairs] == [pair.theirs["title"].replace("\u200b", "").strip() for pair in pairs]

    def test_agrees_on_the_page_and_the_project(self, pairs):
        theirs = [(pair.theirs["url"], pair.theirs["original_project"]) for pair in pairs]

        assert [(pair.ours.link, pair.ours.project) for pair in pairs] == theirs

    def test_agrees_on_the_due_day_once_its_moment_is_a_day_in_beijing_again(self, pairs):
        dues = [pair for pair in pairs if pair.theirs["due_date"]]
        theirs = [datetime.fromisoformat(pair.theirs["due_date"]).timestamp() + 8 * 3600 for pair in dues]

        assert [pair.ours.due_on for pair in dues] == [datetime.fromtimestamp(second, tz=UTC).date() for second in theirs]
        assert [pair.ours.due_on for pair in pairs if not pair.theirs["due_date"]] == [None] * (30 - len(dues))

    def test_keeps_the_names_of_types_that_are_kinds_here(self, pairs):
        kinds = {(pair.theirs["original_type"], pair.ours.kind) for pair in pairs}

        assert kinds == {("故事", "task"), ("任务", "task"), ("子任务", "task"), ("缺陷", "defect"), ("Test Execution", "task")}

    def test_has_rows_that_neither_defines_as_done_work(self, raw, pairs):
        known = {pair.raw["key"] for pair in pairs}
        others = {issue["key"]: delivered(issue) for issue in raw if issue["key"] not in known}

        assert {key: [item.state for item in found.items] for key, found in others.items()} == {
            "K5-2": ["open"],
            "K5-3": ["open"],
            "K5-4": [],
        }
        assert others["K5-4"].ignored == CONTAINER
