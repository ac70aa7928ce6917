"""One's own score: which period is the headline, what later facts do to a closed one, who may read it."""

from datetime import UTC, date, datetime

import pytest

from bole.kit.worker import settle
from bole.people.models import Person
from bole.scoring.actions import close_period, score_people
from bole.scoring.queries import headlines, my_score, my_sheet, newcomers
from bole.values.period import Period
from bole.values.refusal import NotFound
from bole.values.viewer import SYSTEM, Viewer
from bole.work.rules.item import ItemVersion
from tests.factories import make_company, make_connection, make_model, make_person, map_to, send

pytestmark = pytest.mark.django_db


def task(number: int, day: date) -> ItemVersion:
    """Return a task done on time on that day."""
    at = datetime(day.year, day.month, day.day, 2, tzinfo=UTC)
    return ItemVersion(
        external_id=f"PAY-{number}", kind="task", version=1, account="zhangsan", state="done", title=f"任务{number}",
        opened_at=at, due_on=day, closed_at=at,
    )  # fmt: skip


@pytest.fixture
def zhang() -> Viewer:
    """Return 张三 as a viewer, after ten tasks in October."""
    company = make_company()
    make_model("programmer", families=("programmer",))
    person, tool = make_person(company, "张三"), make_connection()
    map_to(tool, "zhangsan", person)
    at = datetime(2026, 10, 30, 4, tzinfo=UTC)
    send(tool, *(task(n, date(2026, 10, 20)) for n in range(10)), at=at)
    settle(at)
    return Viewer(name="张三", account_id=1, person_id=person.pk)


class TestTheHeadline:
    def test_is_last_month_while_this_one_is_too_young(self, zhang: Viewer) -> None:
        day = date(2026, 11, 4)
        score_people([zhang.person_id], Period.parse("2026-11"), at=datetime(2026, 11, 4, 4, tzinfo=UTC))

        mine = my_score(zhang, zhang.person_id, day=day)

        assert mine.sheet is not None
        assert (mine.sheet.period.code, mine.sheet.state) == ("2026-10", "scored")

    def test_is_this_month_from_the_fifth_working_day_on(self, zhang: Viewer) -> None:
        at = datetime(2026, 11, 6, 4, tzinfo=UTC)
        score_people([zhang.person_id], Period.parse("2026-11"), at=at)

        found = headlines([zhang.person_id], day=date(2026, 11, 6))

        assert found[zhang.person_id].period.code == "2026-11"

    def test_is_nothing_for_somebody_never_scored(self, zhang: Viewer) -> None:
        mine = my_score(Viewer(name="新人", account_id=2, person_id=10**6), 10**6, day=date(2026, 11, 4))

        assert mine.sheet is None


class TestAClosedPeriod:
    def test_stays_as_it_was_and_hr_sees_what_came_later(self, zhang: Viewer) -> None:
        closing = datetime(2026, 11, 9, 4, tzinfo=UTC)
        close_period(period=Period.parse("2026-10"), by=SYSTEM, at=closing)
        late = datetime(2026, 11, 20, 4, tzinfo=UTC)
        tool = make_connection(name="另一个工具")
        map_to(tool, "zhangsan", Person.objects.get(pk=zhang.person_id))
        overdue = ItemVersion(
            external_id="PAY-late", kind="task", version=1, account="zhangsan", state="open", due_on=date(2026, 10, 22), opened_at=closing
        )
        send(tool, overdue, at=late)
        settle(late)
        hr = Viewer(name="苏文", account_id=9, person_id=10**6, roles=frozenset({"hr_admin"}))

        own = my_score(zhang, zhang.person_id, day=date(2026, 11, 20), period="2026-10")
        seen = my_score(hr, zhang.person_id, day=date(2026, 11, 20), period="2026-10")

        assert own.sheet is not None
        assert own.sheet.score == 10_000
        assert own.late is None
        assert seen.late is not None
        assert seen.late.score_now is not None
        assert seen.late.score_now < 10_000


class TestWhoMayRead:
    @pytest.mark.parametrize("roles", [frozenset(), frozenset({"system_admin"}), frozenset({"mentor"})])
    def test_nobody_without_a_relation(self, zhang: Viewer, roles: frozenset[str]) -> None:
        other = Viewer(name="吴铮", account_id=7, person_id=10**6, roles=roles)

        with pytest.raises(NotFound):
            my_sheet(other, zhang.person_id, day=date(2026, 10, 30))

    @pytest.mark.parametrize(
        "viewer",
        [
            Viewer(name="苏文", account_id=7, person_id=10**6, roles=frozenset({"hr_admin"})),
            Viewer(name="秦舒", account_id=7, person_id=10**6, roles=frozenset({"auditor"})),
        ],
    )
    def test_hr_and_the_auditor(self, zhang: Viewer, viewer: Viewer) -> None:
        sheet = my_sheet(viewer, zhang.person_id, day=date(2026, 10, 30))

        assert sheet.state == "scored"

    def test_only_the_newcomer_in_the_first_thirty_days(self, zhang: Viewer) -> None:
        hr = Viewer(name="苏文", account_id=7, person_id=10**6, roles=frozenset({"hr_admin"}))

        with pytest.raises(NotFound):
            my_sheet(hr, zhang.person_id, day=date(2025, 1, 30))

        assert newcomers([zhang.person_id], day=date(2025, 1, 30)) == {zhang.person_id}
        assert newcomers([zhang.person_id], day=date(2025, 1, 31)) == frozenset()
