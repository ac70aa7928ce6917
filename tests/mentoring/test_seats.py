"""A seat that is free again: who waits longest and fits is suggested, the mentor answers, HR may take it back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bole.kit.announce import react_to_open
from bole.mentoring.actions.askings import answer_asking, take_back_asking
from bole.mentoring.actions.roles import Settings, set_mentor_settings
from bole.mentoring.actions.seats import suggest_waiting
from bole.mentoring.actions.wishes import Wanted, make_wish, set_preference
from bole.mentoring.models import MentorRole, Mentorship, Wish
from bole.values.refusal import NotFound
from bole.values.viewer import SYSTEM
from tests.mentoring.making import NOON, Cast

pytestmark = pytest.mark.django_db
FULL = Settings(capacity=1, is_open=True, shows_mobile=False, learns_style=False, hours=())


@pytest.fixture
def line(cast: Cast) -> dict[str, Wish]:
    """Let 张三 have one seat and be full with 李四; 丁一, then 吴铮, wait."""
    MentorRole.objects.filter(person=cast.people["张三"]).update(capacity=1)
    cast.pair(state="running")
    wanted = Wanted(framework="new_graduate")
    return {name: make_wish(wanted=wanted, by=cast.viewer(name), at=NOON + timedelta(minutes=n)) for n, name in enumerate(("丁一", "吴铮"))}


def grow(cast: Cast, capacity: int) -> None:
    """Let 张三 take so many, and what follows happen."""
    role = MentorRole.objects.get(person=cast.people["张三"])
    set_mentor_settings(settings=replace(FULL, capacity=capacity), version=role.version, by=cast.viewer("张三"), at=NOON)
    react_to_open(at=NOON)


class TestAFreeSeat:
    def test_is_offered_to_who_waits_longest_when_a_mentor_takes_more(self, cast: Cast, line: dict[str, Wish]) -> None:
        grow(cast, 2)

        states = Wish.objects.order_by("made_at").values_list("state", "asked", "suggested_at")
        assert list(states) == [("asked", cast.pk("张三"), NOON), ("waiting", None, None)]

    def test_is_offered_once(self, cast: Cast, line: dict[str, Wish]) -> None:
        grow(cast, 2)

        again = suggest_waiting(mentor_id=cast.pk("张三"), by=SYSTEM, at=NOON)

        assert again == []

    def test_is_offered_to_as_many_as_there_are_seats(self, cast: Cast, line: dict[str, Wish]) -> None:
        grow(cast, 3)

        assert Wish.objects.filter(state="asked", asked=cast.pk("张三")).count() == 2

    def test_passes_over_who_would_rather_not(self, cast: Cast, line: dict[str, Wish]) -> None:
        set_preference(person_id=cast.pk("张三"), likes=False, by=cast.viewer("丁一"), at=NOON)

        grow(cast, 2)

        assert list(Wish.objects.filter(state="asked").values_list("person", flat=True)) == [cast.pk("吴铮")]

    def test_does_not_open_when_a_mentor_takes_no_more_than_before(self, cast: Cast, line: dict[str, Wish]) -> None:
        grow(cast, 1)

        assert not Wish.objects.filter(state="asked").exists()

    def test_asks_the_database_sixtyfour_times_at_most(self, cast: Cast, line: dict[str, Wish], django_assert_max_num_queries) -> None:
        with django_assert_max_num_queries(64):
            suggest_waiting(mentor_id=cast.pk("叶青"), by=SYSTEM, at=NOON)


class TestTheMentor:
    def test_makes_the_pair_by_accepting(self, cast: Cast, line: dict[str, Wish]) -> None:
        grow(cast, 2)

        answer_asking(ref=line["丁一"].ref, accepts=True, by=cast.viewer("张三"), at=NOON)

        made = Mentorship.objects.get(mentee=cast.pk("丁一"))
        assert (made.mentor_id, made.source, made.state) == (cast.pk("张三"), "request", "planned")

    def test_declines_without_a_reason_and_is_not_asked_again(self, cast: Cast, line: dict[str, Wish]) -> None:
        grow(cast, 2)

        answer_asking(ref=line["丁一"].ref, accepts=False, by=cast.viewer("张三"), at=NOON)

        line["丁一"].refresh_from_db()
        assert (line["丁一"].state, line["丁一"].suggested_at) == ("waiting", None)
        assert suggest_waiting(mentor_id=cast.pk("张三"), by=SYSTEM, at=NOON) == ["BL0093"]

    def test_reads_why_somebody_is_suggested(self, cast: Cast, line: dict[str, Wish]) -> None:
        grow(cast, 2)

        shown = cast.browser("张三").get("/mentoring/requests/").content.decode()

        assert "丁一" in shown
        assert "因为你有空位" in shown


class TestHr:
    def test_sees_who_was_suggested_to_whom(self, cast: Cast, line: dict[str, Wish]) -> None:
        grow(cast, 2)

        shown = cast.browser("何佳").get("/company/mentoring/matching/waiting/").content.decode()

        assert "张三有空位，11月23日已建议，等答复" in shown

    def test_takes_a_suggestion_back_on_the_page(self, cast: Cast, line: dict[str, Wish]) -> None:
        grow(cast, 2)

        answer = cast.browser("何佳").post(f"/company/mentoring/matching/waiting/{line['丁一'].ref}/back/")

        line["丁一"].refresh_from_db()
        assert (answer.status_code, line["丁一"].state, line["丁一"].asked) == (302, "waiting", None)

    def test_alone_takes_back_what_is_not_the_own(self, cast: Cast, line: dict[str, Wish]) -> None:
        grow(cast, 2)

        with pytest.raises(NotFound):
            take_back_asking(ref=line["丁一"].ref, by=cast.viewer("叶青"), at=NOON)

        line["丁一"].refresh_from_db()
        assert line["丁一"].state == "asked"


class TestWhoWaits:
    def test_reads_that_a_mentor_was_suggested_and_may_take_it_back(self, cast: Cast, line: dict[str, Wish]) -> None:
        grow(cast, 2)

        shown = cast.browser("丁一").get("/mentoring/find/").content.decode()
        cast.browser("丁一").post("/mentoring/find/back/")

        line["丁一"].refresh_from_db()
        assert "为你建议了张三" in shown
        assert line["丁一"].state == "waiting"
