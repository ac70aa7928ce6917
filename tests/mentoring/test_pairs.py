"""Pairs: who can be one, and what a mentor sees of a mentee, from the first day to the last."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bole.access.rules import may, relations
from bole.audit.models import Entry
from bole.kit.models import Announcement
from bole.mentoring.actions.pairs import begin_mentorship, import_mentorship
from bole.mentoring.models import Framework, MentorRole, Mentorship
from bole.mentoring.queries.lines import lines_above
from bole.mentoring.queries.pairs import loads_of, pair_for, pair_seen_by, pairs_of_mentees, pairs_of_mentors
from bole.mentoring.refusals import (
    HasMentor,
    InReportingLine,
    LeadsTheMentor,
    MentorClosed,
    MentorFull,
    NoSuchFramework,
    NotAMentor,
    NotHereThen,
    OutsidePeople,
    SelfMentoring,
    WrongMonths,
)
from bole.mentoring.rules.dates import last_day_of, months_later
from bole.people.actions import set_manager
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM
from tests.mentoring.making import MONDAY, NOON, THIRD, make_mentor, make_outsider

pytestmark = pytest.mark.django_db


def begin(cast, mentor="张三", mentee="李四", *, by=None, **more):
    given = {"framework_code": "new_graduate", "first_day": MONDAY, "months": 6, "source": "hand", "why_so": []} | more
    return begin_mentorship(mentor_id=cast.pk(mentor), mentee_id=cast.pk(mentee), by=by or cast.viewer("何佳"), at=NOON, **given)


class TestMonths:
    @pytest.mark.parametrize(
        ("first", "months", "last"),
        [
            (date(2026, 5, 18), 6, date(2026, 11, 17)),
            (date(2025, 12, 1), 6, date(2026, 5, 31)),
            (date(2026, 8, 31), 6, date(2027, 2, 27)),
            (date(2024, 2, 29), 12, date(2025, 2, 27)),
        ],
    )
    def test_end_the_day_before_they_would_begin_again(self, first, months, last):
        assert last_day_of(first, months) == last

    def test_step_to_the_last_day_of_a_short_month(self):
        assert months_later(date(2026, 1, 31), 1) == date(2026, 2, 28)


class TestBegin:
    def test_makes_a_pair_that_waits_for_its_plan(self, cast):
        ref = begin(cast, why_so=[{"code": "skills", "numbers": {"n": 2}}])

        found = pair_for(cast.viewer("李四"), ref)
        assert (found.mentor_id, found.mentee_id, found.state, found.framework_code) == (
            cast.pk("张三"), cast.pk("李四"), "planned", "new_graduate",
        )  # fmt: skip
        assert (found.first_day, found.last_day, found.why_so) == (
            MONDAY, date(2026, 11, 17), ({"code": "skills", "numbers": {"n": 2}},),
        )  # fmt: skip
        assert Announcement.objects.get(kind="MentorshipBegan").body["mentee_id"] == cast.pk("李四")
        assert Entry.objects.get(what="mentoring.begin_mentorship").things == [f"mentorship {ref}"]

    def test_keeps_a_framework_that_ships_from_its_first_use(self, cast):
        begin(cast)
        begin(cast, "叶青", "丁一")

        assert list(Framework.objects.values_list("code", "number", "name_zh")) == [("new_graduate", 1, "应届毕业生")]

    @pytest.mark.parametrize(
        ("mentor", "mentee", "refusal"),
        [
            ("张三", "张三", SelfMentoring),
            ("林静", "李四", InReportingLine),
            ("高远", "李四", InReportingLine),
            ("张三", "林静", LeadsTheMentor),
            ("张三", "高远", LeadsTheMentor),
            ("吴铮", "李四", NotAMentor),
        ],
    )
    def test_refuses_two_who_can_be_no_pair(self, cast, mentor, mentee, refusal):
        make_mentor(cast.people["林静"])
        make_mentor(cast.people["高远"])

        with pytest.raises(refusal):
            begin(cast, mentor, mentee)

        assert not Mentorship.objects.exists()
        assert not Announcement.objects.filter(kind="MentorshipBegan").exists()

    @pytest.mark.parametrize(("leader", "led", "refusal"), [("张三", "李四", InReportingLine), ("李四", "张三", LeadsTheMentor)])
    def test_refuses_two_who_come_into_one_line_during_the_programme(self, cast, leader, led, refusal):
        later, by = date(2026, 9, 1), cast.viewer("苏文")
        set_manager(person_id=cast.pk(led), manager_id=cast.pk(leader), first_day=later, by=by, at=NOON)

        with pytest.raises(refusal):
            begin(cast)

        assert not Mentorship.objects.exists()

    def test_refuses_one_more_than_the_mentor_can_take(self, cast):
        MentorRole.objects.filter(person=cast.pk("张三")).update(capacity=1)
        begin(cast)

        with pytest.raises(MentorFull) as refused:
            begin(cast, mentee="丁一")

        assert refused.value.facts == {"mentor": "张三", "n": 1}
        assert Mentorship.objects.count() == 1

    def test_refuses_a_second_mentor_at_a_time(self, cast):
        begin(cast)

        with pytest.raises(HasMentor):
            begin(cast, "叶青")

        assert Mentorship.objects.count() == 1

    def test_refuses_days_in_which_a_programme_was_that_is_over(self, cast):
        ref = begin(cast)
        Mentorship.objects.filter(ref=ref).update(state="ended", ended_on=date(2026, 8, 31), ended_why="rematch")

        with pytest.raises(HasMentor):
            begin(cast, "叶青", first_day=date(2026, 8, 31))

        assert begin(cast, "叶青", first_day=date(2026, 9, 1)) != ref

    @pytest.mark.parametrize(
        ("more", "refusal"),
        [
            ({"months": 0}, WrongMonths),
            ({"months": 25}, WrongMonths),
            ({"first_day": date(2024, 12, 31)}, NotHereThen),
            ({"framework_code": "nothing_like_it"}, NoSuchFramework),
        ],
    )
    def test_refuses_a_programme_that_cannot_be_so(self, cast, more, refusal):
        with pytest.raises(refusal):
            begin(cast, **more)

        assert not Mentorship.objects.exists()

    def test_refuses_a_framework_that_is_switched_off(self, cast):
        begin(cast)
        Framework.objects.update(is_on=False)

        with pytest.raises(NoSuchFramework):
            begin(cast, "叶青", "丁一")

    def test_refuses_people_of_another_company(self, cast):
        cast.people["外包"] = make_outsider(cast.company)

        with pytest.raises(OutsidePeople):
            begin(cast, mentee="外包")

    def test_lets_a_mentor_who_takes_nobody_new_be_set_by_hand_alone(self, cast):
        MentorRole.objects.filter(person=cast.pk("张三")).update(is_open=False)

        with pytest.raises(MentorClosed):
            begin(cast, source="match")

        assert begin(cast, source="hand")

    @pytest.mark.parametrize("name", ["张三", "李四", "林静", "吴铮", "陆衡", "方磊"])
    def test_is_for_hr(self, cast, name):
        with pytest.raises(NotYours):
            begin(cast, by=cast.viewer(name))

        assert not Mentorship.objects.exists()

    def test_lets_the_mentor_who_was_asked_accept(self, cast):
        assert begin(cast, by=cast.viewer("张三"), source="request")

    def test_lets_nobody_of_hr_make_a_pair_of_their_own(self, cast):
        with pytest.raises(NotYours):
            begin(cast, mentee="何佳")


class TestImport:
    def test_takes_over_a_pair_that_is_over_and_says_who_verified_it(self, cast):
        ref = import_mentorship(
            mentor_id=cast.pk("张三"), mentee_id=cast.pk("李四"), framework_code="new_graduate", first_day=date(2024, 1, 1),
            last_day=date(2024, 6, 30), hours=20, by=cast.viewer("何佳"), at=NOON,
        )  # fmt: skip

        found = pair_for(cast.viewer("张三"), ref)
        assert (found.state, found.source, found.hours, found.verified_by_id) == ("ended", "import", 20, cast.pk("何佳"))


class TestWhoSeesAPair:
    def test_the_two_read_it_and_nobody_else(self, cast):
        ref = cast.pair().ref

        assert [pair_for(cast.viewer(name), ref).ref for name in ("张三", "李四")] == [ref, ref]
        for name in THIRD:
            with pytest.raises(NotFound):
                pair_for(cast.viewer(name), ref)

    def test_managers_and_hr_know_who_and_when(self, cast):
        ref = cast.pair().ref

        assert [pair_seen_by(cast.viewer(name), ref).ref for name in ("林静", "何佳", "周宁", "苏文")] == [ref] * 4
        for name in ("高远", "叶青", "吴铮", "陆衡", "方磊"):
            with pytest.raises(NotFound):
                pair_seen_by(cast.viewer(name), ref)

    def test_one_that_does_not_exist_is_refused_alike(self, cast):
        with pytest.raises(NotFound):
            pair_for(cast.viewer("张三"), "222222222222")


class TestWhatAMentorSees:
    def test_is_the_live_score_and_no_more_of_the_own_mentee(self, cast):
        cast.pair()
        mentor = cast.viewer("张三")

        assert mentor.mentees == {cast.pk("李四")}
        assert relations(mentor, cast.pk("李四")) == {"colleague", "mentor"}
        assert may(mentor, "read", "live_score", cast.pk("李四"))
        assert not may(mentor, "read", "live_score", cast.pk("丁一"))
        assert not any(may(mentor, "read", what, cast.pk("李四")) for what in ("score", "facts", "alert", "support", "employment"))

    @pytest.mark.parametrize(("days", "sees"), [(-1, False), (0, True), (183, True), (184, False)])
    def test_lasts_from_the_first_day_to_the_last(self, cast, days, sees):
        cast.pair(months=6)

        assert bool(cast.viewer("张三", MONDAY + timedelta(days=days)).mentees) is sees

    def test_ends_at_once_with_the_pair(self, cast):
        pair = cast.pair()
        Mentorship.objects.filter(pk=pair.pk).update(state="ended", ended_on=date(2026, 11, 23))

        assert cast.viewer("张三").mentees == frozenset()

    def test_costs_nobody_else_a_query(self, cast, django_assert_num_queries):
        cast.pair()
        account = cast.people["丁一"]

        from bole.access.queries import viewer_for
        from bole.accounts.models import Account

        plain, mentor = Account.objects.get(login=account.number), Account.objects.get(login=cast.people["张三"].number)

        with django_assert_num_queries(2):
            viewer_for(plain, day=NOON.date())
        with django_assert_num_queries(3):
            viewer_for(mentor, day=NOON.date())


class TestLists:
    def test_of_pairs_are_one_query_whatever_their_number(self, cast, django_assert_num_queries):
        first, second = cast.pair(), cast.pair("叶青", "丁一")

        with django_assert_num_queries(1):
            found = pairs_of_mentors([cast.pk("张三"), cast.pk("叶青"), cast.pk("吴铮")])
        with django_assert_num_queries(1):
            of_mentees = pairs_of_mentees([cast.pk("李四"), cast.pk("丁一")])

        assert {person: [one.ref for one in rows] for person, rows in found.items()} == {
            cast.pk("张三"): [first.ref], cast.pk("叶青"): [second.ref],
        }  # fmt: skip
        assert sorted(of_mentees) == sorted([cast.pk("李四"), cast.pk("丁一")])

    def test_leave_out_what_is_over_unless_it_is_asked_for(self, cast):
        pair = cast.pair()
        Mentorship.objects.filter(pk=pair.pk).update(state="ended", ended_on=MONDAY)

        assert pairs_of_mentors([cast.pk("张三")]) == {}
        assert [one.ref for one in pairs_of_mentors([cast.pk("张三")], alive_only=False)[cast.pk("张三")]] == [pair.ref]
        assert loads_of([cast.pk("张三")]) == {}

    def test_lines_above_are_walked_for_all_at_once(self, cast, django_assert_num_queries):
        with django_assert_num_queries(6):
            found = lines_above([cast.pk("李四"), cast.pk("张三"), cast.pk("丁一")], NOON.date())

        assert found[cast.pk("李四")] == {cast.pk("林静"), cast.pk("高远")} == found[cast.pk("张三")]
        assert found[cast.pk("丁一")] == frozenset()


def test_system_may_do_it_too(cast):
    assert begin(cast, by=replace(SYSTEM, name="job"))
