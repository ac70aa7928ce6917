"""The spec's own example, from signed hooks to the closed alert: an hour becomes three, work is moved, and it is back."""

import logging
from collections.abc import Iterator
from datetime import datetime, time

import pytest
import time_machine
from django.db import transaction
from pytest_django import DjangoDbBlocker

from bole.signals.actions import add_context, look_for_changes, note_step
from bole.signals.models import Alert, AlertStep
from bole.signals.queries import alert_for, alerts_for, own_alert
from bole.values.refusal import NotFound
from tests.signals.story import BACK, BEIJING, FIRST, MOVED, NOTICED, SHOWN, SLOW, Story, begin, evening, live, move_five, remember

pytestmark = pytest.mark.django_db


def at(day, hour, minute=0):
    return datetime.combine(day, time(hour, minute), BEIJING)


@pytest.fixture(scope="module")
def whole(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Story]:
    """Tell the story once for all tests; in the end it is taken back."""
    logging.getLogger("bole").setLevel(logging.CRITICAL)
    with django_db_blocker.unblock(), transaction.atomic():
        yield tell()
        transaction.set_rollback(True)
    logging.getLogger("bole").setLevel(logging.NOTSET)


@pytest.fixture
def told(whole: Story) -> Iterator[Story]:
    """Return the story; what a test changes is taken back."""
    with transaction.atomic():
        yield whole
        transaction.set_rollback(True)


def tell() -> Story:
    """Tell the story to its end, as it happened."""
    story = begin()
    remember(story)
    noticed = {}
    for day in live(story, FIRST, BACK):
        if day == MOVED:
            move_five(story)
            alert = Alert.objects.get()
            lin = story.viewer("lin", day)
            words = "把云栈质检二期的5个任务移给韩雪峰和罗佳宁"
            note_step(alert_ref=alert.ref, kind="workload", words=words, more={"items": 5}, by=lin, at=at(day, 15))
            note_step(alert_ref=alert.ref, kind="advice", words="上线期先保老客户，常见问题写成一页", by=lin, at=at(day, 15, 10))
        if day >= SLOW:
            noticed[day] = look_for_changes(day, at=evening(day)).noticed
        if day == NOTICED:
            alert = Alert.objects.get()
            add_context(ref=alert.ref, words="二期刚上线，客户集中提问。", by=story.viewer("zhang", day), at=at(day, 20))
    story.noticed = noticed
    return story


class TestTheThreeHours:
    def test_are_noticed_once_on_the_fifth_day_and_close_by_themselves(self, told: Story) -> None:
        alert = Alert.objects.get()

        assert [day for day, count in told.noticed.items() if count] == [NOTICED]
        assert (alert.onset_on, alert.noticed_on, alert.closed_on) == (SLOW, NOTICED, BACK)
        assert (alert.usual, alert.now_value) == (1000, 3000)
        assert (alert.state, alert.closed_why, alert.closed_value) == ("closed", "recovered", 1100)
        assert AlertStep.objects.get(kind="recovered").more == {"working_days": 9}

    def test_name_the_project_and_the_work(self, told: Story) -> None:
        first, second = Alert.objects.get().evidence[:2]

        held = {one["cause"]: one["numbers"] for one in (first, second)}
        assert set(held) == {"load", "project"}
        assert held["project"]["names"] == ["云栈质检二期"]
        assert (held["load"]["before"], held["load"]["after"]) == (6, 14)

    def test_are_the_persons_own_until_the_next_working_day(self, told: Story) -> None:
        alert = Alert.objects.get()
        Alert.objects.update(state="first", closed_at=None, closed_on=None, closed_why="")
        lin, zhang = told.viewer("lin", NOTICED), told.viewer("zhang", NOTICED)

        assert own_alert(zhang, alert.ref, at=at(NOTICED, 19)).row.stage == "first"
        with pytest.raises(NotFound):
            alert_for(lin, alert.ref, at=at(SHOWN, 8, 59))
        assert alert_for(lin, alert.ref, at=at(SHOWN, 9)).row.stage == "open"

    def test_are_told_in_the_words_of_the_product(self, told: Story) -> None:
        with time_machine.travel(at(BACK, 19, 30), tick=False):
            page = told.browser("lin").get(f"/alerts/{Alert.objects.get().ref}/").content.decode()
            own = told.browser("zhang").get(f"/changes/{Alert.objects.get().ref}/").content.decode()

        assert "张三的客户响应时间最近变化明显" in page
        assert "平时平均1小时，最近5个工作日平均3小时。同一时间新接手1个项目，在办任务由6个增至14个。" in page
        assert "客户响应时间已回到平时水平，这条预警自动关闭。从调整工作安排算起，用了9个工作日。" in page
        assert "二期刚上线，客户集中提问。" in page
        assert "你的客户响应时间最近和平时不太一样" in own
        assert "预警" not in own

    def test_stay_in_the_managers_list_with_what_came_of_them(self, told: Story) -> None:
        found = alerts_for(told.viewer("lin", BACK), at=at(BACK, 19, 30))

        assert [one.closed_why for one in found.closed] == ["recovered"]
        assert found.open == ()
