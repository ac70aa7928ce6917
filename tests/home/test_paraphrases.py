"""Search in other words than ours: a page, a record, somebody, a course or an item of the library is among the first five.

Each set has a part that was looked at while our words were worked on, and one that is only measured; the figures of both are printed.
"""

import sys
from collections.abc import Callable, Collection, Iterator

import pytest
import time_machine
from pytest_django import DjangoDbBlocker

from bole.growth.actions import take_presets
from bole.growth.queries import library_items
from bole.growth.queries.library_found import found_in_library
from bole.growth.rules.shelf import Wanted
from bole.home.finding import find_actions, find_learning, find_own, find_pages, find_people
from bole.kit.clock import today
from bole.reviews.actions.talks import plan_talk
from bole.values.viewer import SYSTEM
from tests.founding import founded
from tests.growth.paraphrases import HELD, TEXTS, TUNED
from tests.home.paraphrases import PAGES_HELD, PAGES_TUNED, PEOPLE_HELD, PEOPLE_TUNED, RECORDS_HELD, RECORDS_TUNED, Asked
from tests.reviews.team import Team, make_team, send
from tests.work.test_submissions import NOON, hand_in

FIRST = 5
BOTH = ["tuned", "held"]


def _make() -> Team:
    """Make the company of these questions: 林静 has praised 李四, plans a talk, and 李四 has handed in what a customer said."""
    team = make_team()
    take_presets(by=SYSTEM, at=NOON)
    send(team, "林静", "李四")
    plan_talk(with_id=team.pk("李四"), planned_on=today(), by=team.viewer("林静"), at=NOON)
    hand_in(team)
    return team


@pytest.fixture(scope="module")
def founded_team(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Team]:
    """Make the company once; these tests only read."""
    with founded(django_db_blocker, _make, NOON) as made:
        yield made


@pytest.fixture
def team(founded_team: Team, db: None) -> Iterator[Team]:
    """Return it, at noon on Friday."""
    with time_machine.travel(NOON, tick=False):
        yield founded_team


def say(title: str, asked: Collection[object], missed: Collection[str]) -> float:
    """Print the share that was answered, and return it."""
    share = 1 - len(missed) / len(asked)
    sys.stdout.write(f"\n found among the first {FIRST}, {title}: {share:.3f} of {len(asked)} {list(missed)}")
    return share


def missed_by(asked: Asked, found: Callable[[str, str], Collection[str]]) -> list[str]:
    """Return the queries without one of their answers."""
    return [query for who, query, answers in asked if not set(answers).intersection(found(who, query))]


@pytest.mark.parametrize(("name", "asked"), [("tuned", TUNED), ("held", HELD)], ids=BOTH)
def test_courses_and_the_library_are_found_by_both_searches(team, name, asked, capsys):
    viewer = team.viewer("李四")
    topics = {one.address: set(one.topics) for one in library_items(viewer)}
    answerable = [one for one in asked if any(set(one[1]) & there for there in topics.values())]

    in_library = [
        query
        for query, codes in answerable
        if not any(set(codes) & set(one.topics) for one in found_in_library(viewer, Wanted(words=query), day=today())[:FIRST])
    ]
    in_all = [
        query
        for query, codes in answerable
        if not any(set(codes) & topics.get(one.address, set()) for one in find_learning(viewer, query, FIRST))
    ]

    with capsys.disabled():
        shares = say(f"library, {name}", answerable, in_library), say(f"global search, learning, {name}", answerable, in_all)
    assert len(answerable) >= 0.7 * len(asked)  # the rest asks for skills that nothing on the shelf that ships is about
    assert min(shares) >= 0.9


@pytest.mark.parametrize(("query", "titles"), TEXTS)
def test_the_very_text_is_found_by_both_searches(team, query, titles):
    viewer = team.viewer("李四")
    found = {one.address: one.title_zh for one in found_in_library(viewer, Wanted(words=query), day=today())[:FIRST]}

    assert set(titles) & set(found.values())
    assert any(found.get(one.address) in titles for one in find_learning(viewer, query, FIRST))


@pytest.mark.parametrize(("name", "asked", "enough"), [("tuned", PAGES_TUNED, 0.95), ("held", PAGES_HELD, 0.8)], ids=BOTH)
def test_pages_are_found(team, name, asked, enough, capsys):
    def found(who: str, query: str) -> list[str]:
        viewer = team.viewer(who)
        return [one.address for one in (*find_actions(viewer, query, FIRST), *find_pages(viewer, query, FIRST))]

    missed = missed_by(asked, found)

    with capsys.disabled():
        assert say(f"pages, {name}", asked, missed) >= enough


@pytest.mark.parametrize(("name", "asked", "enough"), [("tuned", RECORDS_TUNED, 0.95), ("held", RECORDS_HELD, 0.8)], ids=BOTH)
def test_own_records_are_found(team, name, asked, enough, capsys):
    kinds = {"/feedback/": "feedback", "/one-to-ones/": "talk", "/results/": "result"}

    def found(who: str, query: str) -> list[str]:
        rows = find_own(team.viewer(who), query, FIRST)
        return [kind for row in rows for start, kind in kinds.items() if row.address.startswith(start)]

    missed = missed_by(asked, found)

    with capsys.disabled():
        assert say(f"records, {name}", asked, missed) >= enough


@pytest.mark.parametrize(("name", "asked", "enough"), [("tuned", PEOPLE_TUNED, 0.95), ("held", PEOPLE_HELD, 0.8)], ids=BOTH)
def test_people_are_found(team, name, asked, enough, capsys):
    missed = missed_by(asked, lambda who, query: [one.face for one in find_people(team.viewer(who), query, FIRST)])

    with capsys.disabled():
        assert say(f"people, {name}", asked, missed) >= enough
