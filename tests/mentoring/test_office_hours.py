"""Office hours: opened by a mentor, found and booked by employees, once each, never above the places; counted as time of mentoring."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from bole.audit.models import Entry
from bole.growth.models import Skill
from bole.mentoring.actions.coaching import gave_of
from bole.mentoring.actions.feeds import make_feed
from bole.mentoring.actions.office_hours import (
    Opening,
    book_office_place,
    call_off_office_hours,
    cancel_office_place,
    keep_office_hours,
    mark_office_hours,
    open_office_hours,
)
from bole.mentoring.models import MentorRole, OfficeHours, OfficePlace
from bole.mentoring.queries.office_hours import office_minutes
from bole.mentoring.refusals import (
    BookedAlready,
    NoPlaceLeft,
    NotAMentor,
    NotHeldSoFar,
    NothingBooked,
    OfficeCalledOff,
    OfficeInPast,
    OfficeOver,
    OwnOfficeHours,
    PlacesDoNotFit,
    PlaceTaken,
    SkillsNeeded,
    TimeTaken,
    UnknownSkill,
)
from bole.mentoring.rules.office_hours import fits, overlaps, starts
from bole.notices.models import Notice
from bole.people.actions import end_employment
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM
from bole.work.models import Fact
from tests.mentoring.making import NOON, make_outsider
from tests.office import text as words_of

DAY = date(2026, 11, 25)  # Wednesday
BEGINS = datetime(2026, 11, 25, 6, tzinfo=UTC)  # 14:00 in Beijing
AFTER = BEGINS + timedelta(hours=2)
WORDS = "评测集怎么划分才不泄漏"


@pytest.fixture
def skilled(cast):
    """Let the catalogue have two skills."""
    for code, zh in (("eval", "模型评测"), ("python", "编程")):
        Skill.objects.create(code=code, group="craft", name_zh=zh, name_en=code, changed_at=NOON, changed_by="x")
    return cast


def opened(cast, name="张三", *, day=DAY, begins=time(14), ends=time(15, 30), places=3, minutes=30, skills=("eval",), place="三号会议室"):
    opening = Opening(day=day, begins=begins, ends=ends, place=place, places=places, minutes=minutes, skills=skills)
    return open_office_hours(opening=opening, by=cast.viewer(name), at=NOON)


def book(cast, session, name="李四", *, number=1, words=WORDS, at=NOON):
    return book_office_place(ref=session.ref, number=number, words=words, by=cast.viewer(name), at=at)


def text(answer):
    """Return the words of a page."""
    return words_of(answer.content)


def told(cast, name):
    return list(Notice.objects.filter(account__login=cast.people[name].number).order_by("id").values_list("kind", flat=True))


def held(session):
    return list(OfficePlace.objects.filter(session=session).order_by("number").values_list("person", flat=True))


class TestTheRule:
    @pytest.mark.parametrize(
        ("places", "minutes", "is_so"), [(3, 30, True), (4, 30, False), (0, 30, False), (13, 5, False), (9, 10, True), (1, 9, False)]
    )
    def test_places_lie_within_the_time(self, places, minutes, is_so):
        assert fits(BEGINS, BEGINS + timedelta(minutes=90), places=places, minutes=minutes) is is_so

    def test_places_follow_each_other(self):
        assert starts(BEGINS, places=2, minutes=30) == [BEGINS, BEGINS + timedelta(minutes=30)]

    def test_what_ends_when_another_begins_shares_nothing_with_it(self):
        hour = timedelta(hours=1)

        assert overlaps((BEGINS, BEGINS + hour), [(BEGINS + hour, BEGINS + 2 * hour), (BEGINS - hour, BEGINS)]) is False
        assert overlaps((BEGINS, BEGINS + hour), [(BEGINS + hour / 2, BEGINS + 2 * hour)]) is True


class TestOpening:
    def test_makes_as_many_places_by_the_companys_clock(self, skilled):
        made = opened(skilled)

        assert (made.begins_at, made.ends_at) == (BEGINS, BEGINS + timedelta(minutes=90))
        moments = list(OfficePlace.objects.order_by("number").values_list("begins_at", flat=True))
        assert moments == [BEGINS, BEGINS + timedelta(minutes=30), BEGINS + timedelta(minutes=60)]

    @pytest.mark.parametrize(
        ("more", "refusal"),
        [
            ({"day": date(2026, 11, 23), "begins": time(11)}, OfficeInPast),
            ({"day": date(2027, 6, 1)}, OfficeInPast),
            ({"places": 4}, PlacesDoNotFit),
            ({"begins": time(16)}, PlacesDoNotFit),
            ({"skills": ()}, SkillsNeeded),
            ({"skills": ("cooking",)}, UnknownSkill),
        ],
    )
    def test_is_refused_where_it_cannot_be_and_nothing_is_kept(self, skilled, more, refusal):
        with pytest.raises(refusal):
            opened(skilled, **more)

        assert (OfficeHours.objects.count(), OfficePlace.objects.count()) == (0, 0)

    def test_is_for_mentors_with_the_role_on_that_day(self, skilled):
        MentorRole.objects.filter(person=skilled.people["叶青"]).update(last_day=date(2026, 11, 24))

        for name in ("李四", "叶青"):
            with pytest.raises(NotAMentor):
                opened(skilled, name)

    def test_overlaps_no_other_of_ones_own(self, skilled):
        opened(skilled)

        with pytest.raises(TimeTaken):
            opened(skilled, begins=time(15), ends=time(16), places=1)
        opened(skilled, begins=time(15, 30), ends=time(16), places=1)

        assert OfficeHours.objects.count() == 2

    def test_is_done_on_the_page(self, skilled):
        told_ = {
            "day": "2026-11-25",
            "begins": "14:00",
            "ends": "15:30",
            "places": "3",
            "minutes": "30",
            "place": "三号会议室",
            "skills": "eval",
        }

        answer = skilled.browser("张三").post("/mentoring/office-hours/new/", told_)
        refused = skilled.browser("叶青").post("/mentoring/office-hours/new/", {**told_, "places": "9"})

        assert (answer.status_code, OfficePlace.objects.count()) == (302, 3)
        assert refused.status_code == 422
        assert "放不下9个名额" in text(refused)
        assert skilled.browser("李四").get("/mentoring/office-hours/new/").status_code == 404


class TestBooking:
    def test_takes_the_place_and_tells_the_mentor_without_a_word_of_it(self, skilled):
        session = opened(skilled)

        book(skilled, session)

        assert held(session) == [skilled.pk("李四"), None, None]
        notice = Notice.objects.get()
        assert (notice.kind, notice.account.login) == ("mentoring.office_booked", "BL0064")
        assert WORDS not in str(notice.params)

    @pytest.mark.parametrize(
        ("name", "more", "refusal"),
        [
            ("张三", {}, OwnOfficeHours),
            ("丁一", {"number": 1}, PlaceTaken),
            ("丁一", {"number": 9}, NotFound),
            ("李四", {"number": 2}, BookedAlready),
            ("丁一", {"number": 2, "at": BEGINS + timedelta(minutes=30)}, OfficeOver),
        ],
    )
    def test_is_refused_and_nothing_changes(self, skilled, name, more, refusal):
        session = opened(skilled)
        book(skilled, session)

        with pytest.raises(refusal):
            book(skilled, session, name, **more)

        assert held(session) == [skilled.pk("李四"), None, None]

    def test_of_the_last_place_ends_with_the_last_place(self, skilled):
        session = opened(skilled, places=1)
        book(skilled, session)

        with pytest.raises(NoPlaceLeft):
            book(skilled, session, "丁一")

        assert held(session) == [skilled.pk("李四")]

    def test_at_one_time_is_one(self, skilled):
        first, second = opened(skilled), opened(skilled, "叶青", begins=time(14, 15), ends=time(15, 15), places=2)
        book(skilled, first)

        with pytest.raises(TimeTaken):
            book(skilled, second, number=1)
        book(skilled, second, number=2)

        assert held(second) == [None, skilled.pk("李四")]

    def test_is_no_outsiders(self, skilled):
        session = opened(skilled)
        outsider = make_outsider(skilled.company)

        viewer = skilled.viewer("李四")

        with pytest.raises(NotFound):
            book_office_place(ref=session.ref, number=1, words=WORDS, by=replace(viewer, person_id=outsider.pk, is_external=True), at=NOON)

    def test_is_held_by_the_database_too(self, skilled):
        session = opened(skilled)
        book(skilled, session)

        with pytest.raises(IntegrityError), transaction.atomic():
            OfficePlace.objects.filter(session=session, number=2).update(person=skilled.people["李四"])
        with pytest.raises(IntegrityError), transaction.atomic():
            OfficePlace.objects.create(session=session, number=1, begins_at=BEGINS)

    def test_takes_one_form_on_the_page_and_keeps_what_was_typed(self, skilled):
        session = opened(skilled)
        browser, url = skilled.browser("李四"), f"/mentoring/office-hours/{session.ref}/"

        answer = browser.post(f"{url}book/", {"number": "2", "words": WORDS})
        refused = skilled.browser("丁一").post(f"{url}book/", {"number": "2", "words": "也想问评测"})

        assert (answer.status_code, held(session)) == (302, [None, skilled.pk("李四"), None])
        assert refused.status_code == 409
        assert "这个时间刚刚被约走了" in text(refused)
        assert "也想问评测" in refused.content.decode()


class TestWhoReads:
    def test_the_words_are_the_mentors_and_the_guests(self, skilled):
        session = opened(skilled)
        book(skilled, session)

        seen = {name: WORDS in text(skilled.browser(name).get(f"/mentoring/office-hours/{session.ref}/")) for name in skilled.people}

        assert {name for name, reads in seen.items() if reads} == {"张三", "李四"}

    def test_who_booked_is_nobody_elses_to_know(self, skilled):
        session = opened(skilled)
        book(skilled, session)

        page = text(skilled.browser("叶青").get(f"/mentoring/office-hours/{session.ref}/"))

        assert "李四" not in page
        assert "还有2个名额" in page

    def test_the_words_lie_sealed_and_stand_on_no_record(self, skilled):
        book(skilled, opened(skilled))

        with connection.cursor() as cursor:
            cursor.execute("SELECT words FROM mentoring_officeplace WHERE number = 1")
            (stored,) = cursor.fetchone()
        assert "评测" not in stored
        assert WORDS not in str(Entry.objects.get(what="mentoring.book_office_place").__dict__)


class TestFinding:
    def test_lists_soonest_first_by_skill_and_by_mentor(self, skilled):
        opened(skilled)
        opened(skilled, "叶青", begins=time(9), ends=time(10), places=2, skills=("python",))
        browser = skilled.browser("李四")

        pages = [text(browser.get(f"/mentoring/office-hours/{query}")) for query in ("", "?skill=eval", "?mentor=BL0125", "?skill=none")]

        assert pages[0].index("叶青·") < pages[0].index("张三·")
        assert ("张三·" in pages[1], "叶青·" in pages[1]) == (True, False)
        assert ("张三·" in pages[2], "叶青·" in pages[2]) == (False, True)
        assert "没有符合的答疑时间" in pages[3]

    def test_asks_as_little_for_many_as_for_one(self, skilled, django_assert_max_num_queries):
        opened(skilled)
        browser = skilled.browser("李四")
        browser.get("/mentoring/office-hours/")
        with django_assert_max_num_queries(24) as one:
            browser.get("/mentoring/office-hours/")
        opened(skilled, "叶青")

        with django_assert_max_num_queries(len(one)):
            browser.get("/mentoring/office-hours/")


class TestGivingBack:
    def test_frees_the_place_forgets_the_words_and_tells_the_mentor(self, skilled):
        session = opened(skilled)
        book(skilled, session)

        cancel_office_place(ref=session.ref, by=skilled.viewer("李四"), at=NOON)

        assert held(session) == [None, None, None]
        assert OfficePlace.objects.get(number=1).words == ""
        assert told(skilled, "张三") == ["mentoring.office_booked", "mentoring.office_cancelled"]
        book(skilled, session, "丁一")

    def test_needs_a_place_that_has_not_begun(self, skilled):
        session = opened(skilled)
        with pytest.raises(NothingBooked):
            cancel_office_place(ref=session.ref, by=skilled.viewer("李四"), at=NOON)
        book(skilled, session)

        with pytest.raises(OfficeOver):
            cancel_office_place(ref=session.ref, by=skilled.viewer("李四"), at=BEGINS)

    def test_calling_off_tells_all_who_booked(self, skilled):
        session = opened(skilled)
        book(skilled, session)
        book(skilled, session, "丁一", number=2)
        with pytest.raises(NotYours):
            call_off_office_hours(ref=session.ref, by=skilled.viewer("李四"), at=NOON)

        call_off_office_hours(ref=session.ref, by=skilled.viewer("张三"), at=NOON)

        assert (told(skilled, "李四"), told(skilled, "丁一")) == (["mentoring.office_called_off"], ["mentoring.office_called_off"])
        with pytest.raises(OfficeCalledOff):
            book(skilled, session, "吴铮", number=3)
        assert session.ref not in skilled.browser("吴铮").get("/mentoring/office-hours/").content.decode()

    def test_of_what_was_called_off_leaves_the_same_moment_free(self, skilled):
        session = opened(skilled)
        book(skilled, session)
        call_off_office_hours(ref=session.ref, by=skilled.viewer("张三"), at=NOON)
        page = text(skilled.browser("李四").get(f"/mentoring/office-hours/{session.ref}/"))

        again = opened(skilled)
        book(skilled, again)

        assert (WORDS in page, "你约在14:00" in page) == (True, False)
        assert (held(session), held(again)) == ([None, None, None], [skilled.pk("李四"), None, None])


class TestAfterwards:
    def test_who_came_counts_as_time_of_the_mentor_alone(self, skilled):
        session = opened(skilled)
        came = book(skilled, session)
        book(skilled, session, "丁一", number=2)
        with pytest.raises(NotHeldSoFar):
            mark_office_hours(ref=session.ref, came=[came.ref], by=skilled.viewer("张三"), at=NOON)

        mark_office_hours(ref=session.ref, came=[came.ref], by=skilled.viewer("张三"), at=AFTER)

        fact = Fact.objects.get(measure="mentoring_time", withdrawn_at=None)
        assert (fact.person_id, fact.value, fact.day) == (skilled.pk("张三"), 1800, DAY)
        assert office_minutes([skilled.pk("张三")], day=DAY) == {skilled.pk("张三"): 30}
        assert gave_of(skilled.pk("张三")) == {"all_mentees": 0, "hours": 1}

    def test_is_corrected_and_then_counts_anew(self, skilled):
        session = opened(skilled)
        places = [book(skilled, session), book(skilled, session, "丁一", number=2)]
        for hours, came in enumerate(([places[0].ref], [one.ref for one in places], [])):
            mark_office_hours(ref=session.ref, came=came, by=skilled.viewer("张三"), at=AFTER + timedelta(hours=hours))

        assert not Fact.objects.filter(measure="mentoring_time", withdrawn_at=None).exists()
        with pytest.raises(NotHeldSoFar):
            mark_office_hours(ref=session.ref, came=[], by=skilled.viewer("张三"), at=AFTER + timedelta(days=32))

    def test_of_a_place_that_is_given_back_is_forgotten(self, skilled):
        session = opened(skilled)
        places = [book(skilled, session), book(skilled, session, "丁一", number=2)]
        mark_office_hours(ref=session.ref, came=[one.ref for one in places], by=skilled.viewer("张三"), at=BEGINS)

        cancel_office_place(ref=session.ref, by=skilled.viewer("丁一"), at=BEGINS + timedelta(minutes=5))

        assert office_minutes([skilled.pk("张三")], day=DAY) == {skilled.pk("张三"): 30}

    def test_is_the_mentors(self, skilled):
        session = opened(skilled)

        with pytest.raises(NotYours):
            mark_office_hours(ref=session.ref, came=[], by=skilled.viewer("何佳"), at=AFTER)


class TestReminding:
    def test_comes_once_the_day_before_to_all_of_it(self, skilled):
        session = opened(skilled)
        book(skilled, session)
        eve = datetime(2026, 11, 24, 2, tzinfo=UTC)  # 10:00 in Beijing

        counts = [keep_office_hours(at) for at in (NOON, eve - timedelta(hours=2), eve, eve)]

        assert counts == [0, 0, 2, 0]
        assert (told(skilled, "李四"), told(skilled, "张三")[1:]) == (["mentoring.office_soon"], ["mentoring.office_soon_own"])

    def test_a_mentor_whose_role_ends_has_them_called_off(self, skilled):
        session = opened(skilled)
        book(skilled, session)
        MentorRole.objects.filter(person=skilled.people["张三"]).update(last_day=date(2026, 11, 24))

        keep_office_hours(NOON)

        session.refresh_from_db()
        assert session.called_off_at == NOON
        assert told(skilled, "李四") == ["mentoring.office_called_off"]

    def test_who_leaves_gives_the_place_back(self, skilled):
        session = opened(skilled)
        book(skilled, session, "丁一")
        end_employment(person_id=skilled.pk("丁一"), last_day=date(2026, 11, 24), reason="resigned", by=SYSTEM, at=NOON)

        keep_office_hours(datetime(2026, 11, 24, 2, tzinfo=UTC))

        assert held(session) == [None, None, None]


class TestTheCalendar:
    def test_holds_them_for_the_mentor_and_the_guest_without_a_word(self, skilled):
        session = opened(skilled)
        book(skilled, session)
        for name, summary in (("张三", "你的答疑时间"), ("李四", "张三的答疑时间")):
            secret = make_feed(by=skilled.viewer(name), at=NOON)
            body = skilled.browser(name).get(f"/mentoring/calendar/{secret}.ics").content.decode()

            assert f"SUMMARY:{summary}" in body
            assert "DTSTART:20261125T060000Z" in body
            assert WORDS not in body
            assert summary in text(skilled.browser(name).get("/mentoring/dates/"))
