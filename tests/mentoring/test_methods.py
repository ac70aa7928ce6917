"""What works: habits from the records' structure, with numbers and a caveat; shown by HR, adopted by mentors."""

from datetime import date, timedelta

import pytest

from bole.mentoring.actions.methods import adopt_method, show_method
from bole.mentoring.models import MethodCard, MethodUse
from bole.mentoring.refusals import AdoptedAlready
from bole.mentoring.rules.methods import Record, found, habits, interval, net_gains
from bole.values.refusal import NotFound, NotYours
from tests.mentoring.making import NOON

MONDAY = date(2026, 1, 5)


def record(pair, *, every, steps, gain):
    """Return the record of a pair that met ten times."""
    days = tuple(MONDAY + timedelta(days=every * n) for n in range(10))
    return Record(pair=pair, mentor=pair % 4, days=days, with_next=0, with_step=steps, with_topics=0, done_steps=0.0, gain=gain)


def card(**more):
    """Make a card."""
    return MethodCard.objects.create(
        **{"code": "next_step", "zh": "每次都约好下一个小实验", "en": "Agree on the next step", "found_on": MONDAY, "is_shown": True,
           "numbers": {"pairs": 6, "difference": 21, "low": 5, "high": 37}, **more}
    )  # fmt: skip


class TestHabits:
    def test_are_read_from_days_and_ticks(self):
        has = habits(record(1, every=9, steps=9, gain=0.0))

        assert (has["often"], has["steady"], has["next_step"], has["next_day"]) == (True, True, True, False)

    def test_of_strong_pairs_are_found_with_their_range(self):
        strong = [record(n, every=9, steps=10, gain=0.30 + 0.02 * n) for n in range(6)]
        others = [record(10 + n, every=30, steps=2, gain=-0.05 + 0.02 * n) for n in range(6)]

        habit = next(one for one in found([*strong, *others]) if one.code == "next_step")

        assert (habit.pairs, habit.others, habit.is_clear) == (6, 6, True)
        assert habit.difference == pytest.approx(0.35)
        assert habit.low < 0.35 < habit.high

    def test_of_one_mentor_are_no_habit(self):
        strong = [Record(**{**as_dict(record(n, every=9, steps=10, gain=0.3)), "mentor": 1}) for n in range(6)]
        others = [record(10 + n, every=30, steps=2, gain=0.0) for n in range(6)]

        assert found([*strong, *others]) == ()

    def test_of_few_pairs_are_none(self):
        assert found([record(n, every=9, steps=10, gain=0.3) for n in range(4)]) == ()


def as_dict(one):
    """Return a record as what makes it."""
    return {name: getattr(one, name) for name in one.__slots__}


class TestGains:
    def test_take_off_what_low_starters_gain_by_themselves(self):
        scores = [(2.0, 3.0), (3.0, 3.5), (4.0, 4.0), (3.0, 3.5), (2.5, 3.25), (3.5, 3.75)]

        assert net_gains(scores) == pytest.approx([0.0] * 6)

    def test_have_a_range_by_welch(self):
        low, high = interval([1.0, 2.0, 3.0, 4.0, 5.0], [1.0, 2.0, 3.0, 4.0, 5.0])

        assert (low, high) == (pytest.approx(-1.86), pytest.approx(1.86))


@pytest.mark.django_db
class TestCards:
    def test_say_how_many_pairs_and_that_it_is_a_correlation(self, cast):
        card(whose=cast.people["叶青"])

        page = cast.browser("张三").get("/mentoring/methods/").content.decode()

        assert "叶青的做法：每次都约好下一个小实验" in page
        assert "来自6对辅导关系，是相关，不保证换人也有效。" in page
        assert "学员多提高+0.21分（大致在+0.05到+0.37之间）" in page

    def test_are_shown_to_mentors_when_hr_says_so(self, cast):
        made = card(is_shown=False)
        before = cast.browser("张三").get("/mentoring/methods/").content.decode()

        show_method(ref=made.ref, is_shown=True, by=cast.viewer("何佳"), at=NOON)

        assert "小实验" not in before
        assert "小实验" in cast.browser("张三").get("/mentoring/methods/").content.decode()

    def test_are_adopted_once(self, cast):
        made = card()

        cast.browser("张三").post(f"/mentoring/methods/{made.ref}/adopt/")
        with pytest.raises(AdoptedAlready):
            adopt_method(ref=made.ref, by=cast.viewer("张三"), at=NOON)

        assert MethodUse.objects.get().since == date(2026, 11, 23)

    def test_are_for_mentors_to_adopt(self, cast):
        made = card()

        with pytest.raises(NotFound):
            adopt_method(ref=made.ref, by=cast.viewer("李四"), at=NOON)
        with pytest.raises(NotYours):
            adopt_method(ref=made.ref, by=cast.viewer("何佳"), at=NOON)

        assert not MethodUse.objects.exists()
