"""An alert, its number and its handling are never an input to a score, a result, a file or a ranking."""

from datetime import date

import pytest

from bole.scoring.computing import compute
from bole.signals.actions.finding import Found, keep_changes
from bole.values.period import Period
from bole.values.viewer import SYSTEM
from tests.house.tree import imported, modules
from tests.signals.days import SLOW, at, between, serve, team_of

# What makes scores, results and files.
MAKERS = {"scoring", "work", "people", "attendance", "growth", "surveys", "connect"}
# All of the rooms above that read the room: pages of people and teams, what a mentor sees, feedback and talks about an alert. Nothing of
# these makes a result, a review, a mentor's score, an admission or a file for a promotion.
READERS = {
    "home/views/team.py", "home/views/performance.py", "home/cards/hr.py", "home/cards/own.py", "home/shown/silent.py", "home/shown/own.py",
    "home/shown/changes.py", "home/queries/team.py", "home/queries/people.py", "mentoring/queries/own.py", "reviews/actions/alerts.py",
    "reviews/apps.py", "reviews/queries/alerts.py", "reviews/peer_permissions.py",
}  # fmt: skip
# What comes out of mentoring and counts: scores of mentors, admissions, panels for a post, pairs that are proposed.
MADE_IN_MENTORING = tuple(
    f"mentoring/{place}/{what}" for place in ("rules", "queries", "actions") for what in ("effect", "admission", "promotion", "matching")
)
EXPORTS = {"connect/exporting.py", "home/exports.py", "home/queries/exported.py", "home/queries/company.py", "home/queries/api.py"}


@pytest.mark.parametrize("module", [one for one in modules() if one.room in MAKERS or one.name in EXPORTS], ids=lambda module: module.name)
def test_nothing_that_makes_scores_or_files_reads_signals(module):
    assert [name for name in imported(module.tree) if name.startswith("bole.signals")] == []


def test_above_the_room_only_pages_and_talks_read_it():
    above = [one for one in modules() if one.room in {"home", "mentoring", "reviews"}]

    assert {one.name for one in above if any(name.startswith("bole.signals") for name in imported(one.tree))} == READERS


def test_what_reads_alerts_for_a_mentor_is_read_by_no_result_and_no_file():
    made = [one for one in modules() if one.name.startswith(MADE_IN_MENTORING)]

    assert len(made) > 10
    assert [one.name for one in made if "mentees_now" in one.text or "MenteeNow" in one.text] == []


@pytest.mark.django_db
def test_a_score_is_the_same_with_alerts_and_without():
    tool, people = team_of("林静", "张三")
    serve(tool, "张三", between(SLOW, date(2026, 9, 30)))
    person, period = people["张三"].pk, Period.parse("2026-09")
    before = compute([person], period, until=date(2026, 9, 30))[person]

    found = Found(
        person_id=person,
        indicator="response_time",
        onset_on=SLOW,
        noticed_on=date(2026, 9, 14),
        usual=1.0,
        now=3.0,
        sample_days=5,
        evidence=[],
    )
    keep_changes(found=[found], over=(), by=SYSTEM, at=at(date(2026, 9, 14)))

    assert compute([person], period, until=date(2026, 9, 30))[person] == before
    assert before.score is not None
