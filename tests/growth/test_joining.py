"""The first weeks: a list that HR keeps and newcomers tick, trainings to which one goes."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bole.growth.actions import (
    call_off_training,
    leave_seat,
    save_newcomer_step,
    save_training,
    take_newcomer_list,
    take_seat,
    tick_newcomer_step,
    untick_newcomer_step,
)
from bole.growth.models import NewcomerDone, NewcomerStep, TrainingSeat
from bole.growth.queries.joining import newcomer_guide, trainings_ahead, trainings_between
from bole.growth.refusals import ChangedMeanwhile, NotOffered, OutsideAddress, TextMissing
from bole.growth.rules.joining import is_new, keeps_list, nth_day, week_of
from bole.notices.models import Notice
from bole.people.models import Employment
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM
from tests.office import Office, make_office, text

MONDAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
TRAINING = {
    "title_zh": "信息安全入门",
    "title_en": "Information security",
    "words_zh": "",
    "words_en": "",
    "place_zh": "线上",
    "place_en": "Online",
    "begins_at": NOON + timedelta(days=2),
    "minutes": 60,
    "for_newcomers": True,
}
LINE = {
    "title_zh": "领工牌",
    "title_en": "Fetch the badge",
    "words_zh": "",
    "words_en": "",
    "address": "",
    "ordinal": 3,
    "day": 2,
    "minutes": 5,
    "is_in": True,
}


class TestTheDays:
    @pytest.mark.parametrize(
        ("joined", "n", "day"),
        [
            (MONDAY, 1, MONDAY),
            (MONDAY, 5, date(2026, 11, 27)),
            (MONDAY, 10, date(2026, 12, 4)),
            (date(2026, 11, 21), 1, MONDAY),  # a Saturday
            (date(2026, 9, 30), 2, date(2026, 10, 8)),  # before the holidays
        ],
    )
    def test_of_the_list_are_working_days_since_joining(self, joined, n, day):
        assert nth_day(joined, n) == day

    def test_of_a_newcomer_are_thirty_and_the_list_is_kept_for_ninety(self):
        days = (MONDAY + timedelta(days=n) for n in (29, 30, 89, 90))

        assert [(is_new(MONDAY, day), keeps_list(MONDAY, day)) for day in days] == [
            (True, True),
            (False, True),
            (False, True),
            (False, False),
        ]

    def test_of_a_week_begin_on_monday(self):
        assert week_of(date(2026, 11, 26)) == (MONDAY, date(2026, 11, 29))


@pytest.fixture
def office(db: None) -> Office:
    """Return the office of HR."""
    return make_office()


@pytest.mark.django_db
class TestTheList:
    def test_ships_with_nine_lines_and_is_taken_once(self, office: Office) -> None:
        assert [take_newcomer_list(by=SYSTEM, at=NOON), take_newcomer_list(by=SYSTEM, at=NOON)] == [9, 0]

    def test_is_ticked_once_and_the_tick_taken_back(self, office: Office) -> None:
        take_newcomer_list(by=SYSTEM, at=NOON)
        step, me = NewcomerStep.objects.get(ordinal=3).ref, office.viewer("李四")

        for _ in range(2):
            tick_newcomer_step(step=step, by=me, at=NOON)
        assert newcomer_guide(office.people["李四"].pk, joined=MONDAY).done == 2  # and the first page, which was read

        assert untick_newcomer_step(step=step, by=me, at=NOON) == 1
        assert not NewcomerDone.objects.exists()

    def test_is_changed_by_hr_alone(self, office: Office) -> None:
        with pytest.raises(NotFound):
            save_newcomer_step(step="", told=LINE, version=0, by=office.viewer("李四"), at=NOON)
        with pytest.raises(NotYours):
            save_newcomer_step(step="", told=LINE, version=0, by=office.viewer("顾海峰"), at=NOON)

        assert not NewcomerStep.objects.exists()

    @pytest.mark.parametrize(
        ("told", "refusal"),
        [({"title_en": ""}, TextMissing), ({"address": "https://example.com"}, OutsideAddress), ({"address": "//x"}, OutsideAddress)],
    )
    def test_refuses_a_line_without_title_and_one_that_leads_out(self, office: Office, told, refusal) -> None:
        with pytest.raises(refusal):
            save_newcomer_step(step="", told={**LINE, **told}, version=0, by=office.viewer("苏文"), at=NOON)

        assert not NewcomerStep.objects.exists()

    def test_says_who_changed_a_line_first(self, office: Office) -> None:
        line = save_newcomer_step(step="", told=LINE, version=0, by=office.viewer("苏文"), at=NOON)
        save_newcomer_step(step=line.ref, told=LINE, version=1, by=office.viewer("许静"), at=NOON)

        with pytest.raises(ChangedMeanwhile):
            save_newcomer_step(step=line.ref, told={**LINE, "title_zh": "别的"}, version=1, by=office.viewer("苏文"), at=NOON)

        line.refresh_from_db()
        assert line.title_zh == "领工牌"


@pytest.mark.django_db
class TestATraining:
    def test_for_newcomers_is_theirs_without_a_seat(self, office: Office) -> None:
        save_training(training="", told=TRAINING, version=0, by=SYSTEM, at=NOON)
        first, last = week_of(MONDAY)

        assert len(trainings_between(office.people["李四"].pk, first, last, joined=MONDAY)) == 1
        assert trainings_between(office.people["李四"].pk, first, last, joined=None) == ()

    def test_has_a_seat_for_whoever_wants_one_until_it_begins(self, office: Office) -> None:
        training = save_training(training="", told=TRAINING, version=0, by=SYSTEM, at=NOON).ref
        me = office.viewer("李四")

        take_seat(training=training, by=me, at=NOON)
        assert [one.is_mine for one in trainings_ahead(me, at=NOON)] == [True]

        leave_seat(training=training, by=me, at=NOON)
        with pytest.raises(NotOffered):
            take_seat(training=training, by=me, at=NOON + timedelta(days=3))
        assert not TrainingSeat.objects.exists()

    def test_that_was_called_off_stands_nowhere(self, office: Office) -> None:
        training = save_training(training="", told=TRAINING, version=0, by=SYSTEM, at=NOON).ref

        call_off_training(training=training, by=office.viewer("苏文"), at=NOON)

        assert trainings_ahead(office.viewer("李四"), at=NOON) == ()

    def test_that_moves_or_is_called_off_is_told_to_those_who_go(self, office: Office) -> None:
        made = save_training(training="", told={**TRAINING, "for_newcomers": False}, version=0, by=SYSTEM, at=NOON)
        take_seat(training=made.ref, by=office.viewer("李四"), at=NOON)
        later = {**TRAINING, "for_newcomers": False, "begins_at": NOON + timedelta(days=3)}

        save_training(training=made.ref, told=later, version=made.version, by=office.viewer("苏文"), at=NOON)
        call_off_training(training=made.ref, by=office.viewer("苏文"), at=NOON)
        call_off_training(training=made.ref, by=office.viewer("苏文"), at=NOON)

        told = text(office.browser("李四").get("/notices/").content)
        assert "你要参加的培训改期了，现在是11月26日，看看几点开始" in told
        assert told.count("11月26日的培训取消了") == 1
        assert "培训" not in text(office.browser("林静").get("/notices/").content.split(b"<main")[1])

    def test_for_newcomers_is_told_to_newcomers_alone(self, office: Office) -> None:
        made = save_training(training="", told=TRAINING, version=0, by=SYSTEM, at=NOON)
        Employment.objects.filter(person=office.people["罗工"]).update(first_day=MONDAY)

        call_off_training(training=made.ref, by=office.viewer("苏文"), at=NOON)

        assert list(Notice.objects.values_list("account_id", flat=True)) == [office.accounts["罗工"].pk]

    def test_is_kept_by_hr_on_a_page(self, office: Office, time_machine) -> None:
        time_machine.move_to(NOON, tick=False)
        browser = office.browser("苏文")
        form = {**TRAINING, "begins_at": "2026-11-25T12:00", "for_newcomers": "on", "version": "0"}

        browser.post("/company/growth/training/new/", form)

        assert "11月25日（周三）12:00，线上，1小时" in text(browser.get("/company/growth/training/").content)
        assert "信息安全入门" in text(office.browser("李四").get("/growth/training/").content)

    def test_says_what_is_wrong_beside_its_field(self, office: Office) -> None:
        answer = office.browser("苏文").post("/company/growth/training/new/", {**TRAINING, "begins_at": "yesterday", "version": "0"})

        assert answer.status_code == 422
