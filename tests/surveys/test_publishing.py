"""What leaves a survey: together, late, on the days of the calendar, and the same however often one looks."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bole.surveys.actions import set_publication_days
from bole.surveys.models import Answer, Included, Publication
from bole.surveys.queries import programme
from bole.surveys.refusals import WrongCalendar
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM
from tests.surveys.pairs import MENTEES, ask_about_the_mentor, at_noon, hold, night_of, say, shown_on

pytestmark = pytest.mark.django_db
NOVEMBER, MAY = date(2026, 11, 20), date(2027, 5, 20)
ALL_YES = ("yes", "yes", "yes")


def hold_ten(pairs):
    """Hold spec 2.4's ten answers of three mentees: 8/2/0, 7/3/0, 7/2/1."""
    hold(pairs, 2, {"周屿": ALL_YES, "赵宁": ALL_YES})
    hold(pairs, 4, {"周屿": ALL_YES, "赵宁": ("yes", "yes", "partly")})
    hold(pairs, 6, {"周屿": ("partly", "partly", "no"), "赵宁": ALL_YES, "李四": ALL_YES})
    hold(pairs, 8, {"赵宁": ("partly", "partly", "partly"), "李四": ALL_YES})
    hold(pairs, 10, {"李四": ("yes", "partly", "yes")})


@pytest.fixture
def running(pairs):
    """Publish the ten answers, and ask once more."""
    hold_ten(pairs)
    night_of(NOVEMBER)
    return ask_about_the_mentor(pairs, first=date(2026, 11, 21), last=date(2026, 11, 30))


def looks(pairs):
    """Return what is shown of the mentor and of the programme."""
    return shown_on(pairs, date(2026, 11, 23)), programme("mentoring", day=date(2026, 11, 23))


class TestTheWorkedExample:
    def test_is_shown_in_percent(self, pairs):
        hold_ten(pairs)

        night_of(NOVEMBER)

        found = shown_on(pairs, NOVEMBER)
        assert [found.rates[code].percent for code in ("on_time", "fits", "solved")] == [90, 85, 80]
        assert found.rates["fits"].share == Fraction(17, 20)
        assert (found.answers, found.people, found.day) == (10, 3, NOVEMBER)

    def test_shows_nothing_the_day_before(self, pairs):
        hold_ten(pairs)

        night_of(NOVEMBER - timedelta(days=1))

        assert shown_on(pairs, NOVEMBER) is None

    def test_is_the_programme_where_it_is_all_there_is(self, pairs):
        hold_ten(pairs)

        night_of(NOVEMBER)

        found = programme("mentoring", day=NOVEMBER)
        assert [one.percent for one in found.rates.values()] == [90, 85, 80]
        assert (found.answers, found.people) == (10, 3)


class TestPublishing:
    def test_waits_where_too_few_answered_and_joins_them_later(self, pairs):
        hold(pairs, 8, {"李四": ALL_YES, "周屿": ALL_YES, "赵宁": ALL_YES})
        night_of(NOVEMBER)
        hold(pairs, 3, {"李四": ALL_YES, "周屿": ("no", "no", "no")}, year=2027)

        night_of(MAY)

        assert shown_on(pairs, NOVEMBER) is None
        assert shown_on(pairs, MAY).rates["fits"].share == Fraction(4, 5)

    def test_leaves_out_a_round_that_closed_less_than_a_month_before(self, pairs):
        hold_ten(pairs)
        ref = ask_about_the_mentor(pairs, asked=["李四"], first=date(2026, 10, 12), last=date(2026, 10, 21))
        say(pairs, ref, "李四", on=date(2026, 10, 12), on_time="no", fits="no", solved="no")

        night_of(NOVEMBER)

        assert shown_on(pairs, NOVEMBER).answers == 10

    def test_keeps_the_former_result_while_the_new_answers_alone_are_few(self, pairs):
        hold_ten(pairs)
        night_of(NOVEMBER)
        hold(pairs, 2, {"李四": ("no", "no", "no"), "周屿": ("no", "no", "no"), "赵宁": ("no", "no", "no")}, year=2027)

        night_of(MAY)

        before, after = shown_on(pairs, NOVEMBER), shown_on(pairs, MAY)
        assert (after.rates, after.answers) == (before.rates, before.answers)

    def test_deletes_the_answers_that_were_joined(self, pairs):
        hold_ten(pairs)

        night_of(NOVEMBER)

        assert Answer.objects.count() == 0
        assert Included.objects.count() == 15

    def test_keeps_a_question_back_whose_answers_hardly_apply(self, pairs):
        hold(pairs, 8, {"李四": ("yes", "yes", "not_yet"), "周屿": ALL_YES, "赵宁": ALL_YES})
        hold(pairs, 9, {"李四": ALL_YES, "周屿": ALL_YES})

        night_of(NOVEMBER)

        assert sorted(shown_on(pairs, NOVEMBER).rates) == ["fits", "on_time"]
        assert Answer.objects.count() == 5

    def test_done_twice_is_once(self, pairs):
        hold_ten(pairs)
        night_of(NOVEMBER)

        again = night_of(NOVEMBER)

        assert again == 0
        assert Publication.objects.filter(day=NOVEMBER).count() == 1

    def test_comes_late_and_says_the_same(self, pairs):
        hold_ten(pairs)

        night_of(date(2027, 1, 8))

        assert shown_on(pairs, NOVEMBER).answers == 10
        assert list(Publication.objects.order_by("day").values_list("day", flat=True)) == [date(2026, 5, 20), NOVEMBER]

    def test_forgets_what_is_two_years_old(self, pairs):
        hold_ten(pairs)

        night_of(date(2028, 11, 20))

        assert shown_on(pairs, date(2028, 11, 19)).answers == 10
        assert shown_on(pairs, date(2028, 11, 20)) is None


class TestAnyAnswers:
    """Three more answers, whatever they are and in whatever order: what is shown does not move."""

    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(said=st.lists(st.sampled_from(["yes", "partly", "no", "not_yet"]), min_size=3, max_size=3), order=st.permutations(MENTEES))
    def test_change_nothing_that_is_shown_before_the_next_publication_day(self, running, pairs, said, order):
        before = looks(pairs)

        seen = []
        for name, choice in zip(order, said, strict=True):
            say(pairs, running, name, on=date(2026, 11, 23), again=True, on_time=choice, fits=choice, solved=choice)
            seen.append(looks(pairs))

        assert seen == [before] * 3


class TestTheCalendar:
    def test_is_set_by_hr_admin(self, pairs):
        set_publication_days(days=[(10, 30), (4, 30)], by=pairs.viewer("苏文"), at=at_noon(date(2026, 10, 12)))
        hold(pairs, 9, {"李四": ALL_YES, "周屿": ALL_YES, "赵宁": ALL_YES})
        hold(pairs, 8, {"李四": ALL_YES, "周屿": ALL_YES})

        night_of(date(2026, 10, 30))

        assert shown_on(pairs, date(2026, 10, 30)).answers == 5

    @pytest.mark.parametrize(("name", "refusal"), [("何佳", NotYours), ("秦舒", NotYours), ("张三", NotFound)])
    def test_is_nobody_elses(self, pairs, name, refusal):
        with pytest.raises(refusal):
            set_publication_days(days=[(5, 1)], by=pairs.viewer(name), at=at_noon(date(2026, 10, 12)))

    def test_refuses_days_that_would_tell_who_answered(self, pairs):
        with pytest.raises(WrongCalendar):
            set_publication_days(days=[(5, 1), (5, 2)], by=SYSTEM, at=at_noon(date(2026, 10, 12)))
