"""Chances of targets are the worker's work: kept by night, read by pages, and right for a target that was set since."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from bole.kit import clock
from bole.scoring.actions import set_target
from bole.signals import foreseeing
from bole.signals.diagnosing import diagnose_missed
from bole.signals.foreseeing import foresee_targets
from bole.signals.models import UnitReach
from bole.signals.queries.foresight import foresights_for
from bole.signals.rules import foresight
from bole.values.viewer import SYSTEM
from tests.office import Office, make_office, text
from tests.signals.test_diagnoses import MONTHS, NOW, aim, sell, sell_later

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    """Make the office, whose team sells 4.1 million a month, give or take."""
    with time_machine.travel(NOW, tick=False):
        made = make_office()
        sell(made, [(month, 412 + (n * 7) % 13 - 6) for n, month in enumerate(MONTHS)])
        aim(made, 405)
        return made


def seen(office: Office) -> foresight.Foresight:
    """Return the chance of the team's target as HR reads it."""
    with time_machine.travel(NOW, tick=False):
        (row,) = foresights_for(office.viewer("苏文"), day=clock.today())[1]
    return row.foresight


def test_a_page_waits_for_the_night_and_works_out_nothing_itself(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    assert seen(office).flag == "later"
    with time_machine.travel(NOW, tick=False):
        assert "今晚计算" in text(office.browser("苏文").get("/company/targets/foresight/").content)

    diagnose_missed(NOW)

    monkeypatch.setattr(foresight, "fit", None)  # whoever fits now breaks
    found = seen(office)
    assert found.chance is not None
    assert 0.5 < found.chance <= 1
    assert found.low is not None
    assert found.high is not None
    assert found.low < 4_100_000 < found.high


def test_a_target_that_was_set_since_has_its_chance_at_once(office: Office) -> None:
    diagnose_missed(NOW)
    easy = seen(office)

    with time_machine.travel(NOW, tick=False):
        set_target(
            indicator="revenue", value=4_300_000_000, first_day=date(2026, 12, 1), why="再提高", unit_ref=office.company.team.ref,
            is_whole=True, by=SYSTEM, at=NOW,
        )  # fmt: skip

    hard = seen(office)
    assert (hard.low, hard.high) == (easy.low, easy.high)
    assert hard.flag == "hard"


def test_is_worked_out_again_only_where_a_month_changed(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    diagnose_missed(NOW)
    worked: list[int] = []

    def reach_of(*given: object, **named: object) -> tuple[float, ...]:
        worked.append(1)
        return foresight.reach_of(*given, **named)  # type: ignore[arg-type]  # handed on

    monkeypatch.setattr(foreseeing, "reach_of", reach_of)
    assert foresee_targets(NOW) == 0
    sell_later(office, [(date(2026, 10, 1), 60)])
    diagnose_missed(NOW)

    assert len(worked) == 1
    assert UnitReach.objects.count() == 1


def test_months_that_are_over_are_not_kept(office: Office) -> None:
    diagnose_missed(NOW)
    later = datetime(2027, 2, 8, 4, tzinfo=UTC)

    with time_machine.travel(later, tick=False):
        diagnose_missed(later)

    assert list(UnitReach.objects.values_list("month", flat=True)) == [date(2027, 3, 1)]
