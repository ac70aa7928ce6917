"""A talk that was set up about an alert and called off, advice that was taken back: the alert says so, and counts it as help no more."""

from datetime import UTC, datetime, timedelta

import pytest

from bole.reviews.actions import call_off_talk, keep_talk_after_all, send_feedback, take_back_feedback
from bole.reviews.rules.about import About
from bole.scoring.actions import save_indicator
from bole.scoring.rules.indicator import indicator_json
from bole.scoring.rules.library import LIBRARY
from bole.signals.actions import note_step
from bole.signals.models import Alert, AlertStep
from bole.signals.rules.life import talks_off
from bole.values.viewer import SYSTEM
from tests.office import text
from tests.reviews.team import MORNING
from tests.reviews.test_talks import TODAY, TOMORROW, alert_of, plan

pytestmark = pytest.mark.django_db
NEXT_MANAGER = datetime(2026, 11, 27, 1, tzinfo=UTC)  # Friday 09:00, five working days after Friday 20 November
LATER = MORNING + timedelta(minutes=10)


def planned(team, *, escalates_at=datetime(2026, 11, 25, 1, tzinfo=UTC)):
    """Return an alert about which 林静 set up a talk, and the talk."""
    alert = alert_of(team)
    save_indicator(definition=indicator_json(LIBRARY["response_time"]), version=0, by=SYSTEM, at=MORNING)
    Alert.objects.filter(pk=alert.pk).update(escalates_at=escalates_at, indicator="response_time")
    return alert, plan(team, day=TOMORROW, alert_ref=alert.ref)


def call_off(team, talk):
    """Call it off."""
    call_off_talk(ref=talk.ref, by=team.viewer("林静"), at=LATER)


def escalates(alert):
    """Return from when on the next manager sees it."""
    return Alert.objects.values_list("escalates_at", flat=True).get(pk=alert.pk)


class TestTheRule:
    @pytest.mark.parametrize(
        ("steps", "off"),
        [
            ([("talk", "a")], set()),
            ([("talk", "a"), ("talk_off", "a")], {"a"}),
            ([("talk", "a"), ("talk_off", "a"), ("talk_on", "a")], set()),
            ([("talk", "a"), ("talk_off", "a"), ("talk", "b")], {"a"}),
        ],
    )
    def test_takes_what_was_said_last_of_each_talk(self, steps, off):
        assert talks_off(steps) == off


class TestCalledOff:
    def test_is_a_step_of_the_alert_without_a_word(self, team):
        alert, talk = planned(team)

        call_off_talk(ref=talk.ref, words="改天再聊", by=team.viewer("林静"), at=LATER)

        step = AlertStep.objects.get(kind="talk_off")
        assert (step.alert_id, step.by, step.words, step.more) == (alert.pk, "林静", "", {"one_to_one": talk.ref})

    def test_is_no_help_that_was_given(self, team):
        alert, talk = planned(team)
        browser = team.browser("林静")
        before = text(browser.get("/alerts/").content)

        call_off(team, talk)

        page, listed = (text(browser.get(path).content) for path in (f"/alerts/{alert.ref}/", "/alerts/"))
        assert "已处理1次" in before
        assert "还没有处理" in listed
        assert "林静约了一次沟通，后来取消了" in page
        assert "林静取消了这次沟通" in page

    def test_lets_the_next_manager_see_it_after_five_working_days(self, team):
        alert, talk = planned(team)
        between = escalates(alert)

        call_off(team, talk)

        assert between is None
        assert escalates(alert) == NEXT_MANAGER

    def test_leaves_it_with_the_manager_who_did_something_else(self, team):
        alert, talk = planned(team)
        note_step(alert_ref=alert.ref, kind="workload", words="移走两个任务", by=team.viewer("林静"), at=LATER)

        call_off(team, talk)

        assert escalates(alert) is None

    def test_counts_again_if_it_takes_place_after_all(self, team):
        alert, talk = planned(team)
        call_off(team, talk)

        keep_talk_after_all(ref=talk.ref, by=team.viewer("林静"), at=LATER)

        page = text(team.browser("林静").get(f"/alerts/{alert.ref}/").content)
        assert escalates(alert) is None
        assert "后来取消了" not in page
        assert "林静恢复了这次沟通" in page

    def test_gives_way_to_another_talk(self, team):
        alert, talk = planned(team)
        call_off(team, talk)

        plan(team, day=TODAY, alert_ref=alert.ref)

        assert escalates(alert) is None
        assert "已处理1次" in text(team.browser("林静").get("/alerts/").content)

    def test_is_read_by_whoever_the_alert_is_about(self, team):
        alert, talk = planned(team)
        call_off(team, talk)

        assert "林静取消了这次沟通" in text(team.browser("李四").get(f"/changes/{alert.ref}/").content)

    def test_of_a_talk_that_no_alert_keeps_is_nothing(self, team):
        alert_of(team)

        call_off(team, plan(team, day=TOMORROW))

        assert not AlertStep.objects.exists()


class TestAdviceTakenBack:
    def advised(self, team):
        """Return an alert about which 林静 wrote advice, and took it back."""
        alert = alert_of(team)
        save_indicator(definition=indicator_json(LIBRARY["response_time"]), version=0, by=SYSTEM, at=MORNING)
        Alert.objects.filter(pk=alert.pk).update(escalates_at=datetime(2026, 11, 25, 1, tzinfo=UTC), indicator="response_time")
        about = About(kind="alert", person_id=team.pk("李四"), code="response_time", ref=alert.ref)
        piece = send_feedback(
            once="abcdefgh2345", recipient_id=team.pk("李四"), kind="advice", words="先回复，再解决", about=about, shared_with_id=None,
            by=team.viewer("林静"), at=MORNING,
        )  # fmt: skip
        between = escalates(alert)
        take_back_feedback(ref=piece.ref, by=team.viewer("林静"), at=MORNING + timedelta(minutes=9))
        return alert, between

    def test_is_no_help_that_was_given(self, team):
        alert, _ = self.advised(team)
        browser = team.browser("林静")

        page, listed = (text(browser.get(path).content) for path in (f"/alerts/{alert.ref}/", "/alerts/"))

        assert "林静写了一条建议，后来撤回了" in page
        assert "12月4日" not in page.split("经过")[-1]
        assert "还没有处理" in listed

    def test_lets_the_next_manager_see_it_after_five_working_days(self, team):
        alert, between = self.advised(team)

        assert (between, escalates(alert)) == (None, NEXT_MANAGER)

    def test_is_not_told_to_whom_it_was_for(self, team):
        alert, _ = self.advised(team)

        assert "建议" not in text(team.browser("李四").get(f"/changes/{alert.ref}/").content)
