"""What works: habits from the records' structure, with numbers and a caveat; shown by HR, adopted by mentors."""

import json
from datetime import date, timedelta
from fractions import Fraction

import pytest

from bole.mentoring.actions.methods import adopt_method, show_method
from bole.mentoring.models import MentorRole, MethodCard, MethodUse
from bole.mentoring.refusals import AdoptedAlready
from bole.mentoring.rules.adoption import Told, change, since_then
from bole.mentoring.rules.methods import Record, found, habits, interval, net_gains
from bole.surveys.models import Publication
from bole.values.refusal import NotFound, NotYours
from tests.mentoring.making import NOON
from tests.office import text

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
        assert "学员评分多提高0.21分（大致在+0.05到+0.37之间）" in page

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


class TestProblemsSolved:
    def test_are_those_of_the_answers_that_came_since(self):
        assert since_then(Told(Fraction(7, 10), 10), Told(Fraction(3, 4), 16)) == Told(Fraction(5, 6), 6)
        assert since_then(Told(Fraction(7, 10), 10), Told(Fraction(7, 10), 10)) is None

    def test_of_each_mentor_beside_the_own_time_before(self):
        pairs = [(Told(Fraction(70, 100), 10), Told(Fraction(70 + gain, 100), 10)) for gain in (4, 6, 8, 10, 12)]

        said = change(pairs)

        assert (said.mentors, said.answers) == (5, 100)
        assert (said.before, said.after, said.difference) == (pytest.approx(70), pytest.approx(78), pytest.approx(8))
        assert (said.low, said.high) == (pytest.approx(8 - 2.13 * 2**0.5), pytest.approx(8 + 2.13 * 2**0.5))
        assert not said.is_wide

    def test_of_four_mentors_say_nothing(self):
        assert change([(Told(Fraction(1, 2), 5), Told(Fraction(3, 4), 5))] * 4) is None

    def test_that_hold_no_difference_are_no_conclusion(self):
        pairs = [(Told(Fraction(70, 100), 10), Told(Fraction(70 + gain, 100), 10)) for gain in (-12, 6, 8, 10, 12)]

        assert change(pairs).is_wide


def publish_both_times(person, *, before, after):
    """Publish ten answers before the first of August and ten more in November."""
    for day, solved, answers in ((date(2026, 7, 1), before, 10), (date(2026, 11, 1), before + after, 20)):
        rate = {"solved": {"share": [solved, 10 * answers], "answers": answers, "people": 4}}
        Publication.objects.create(
            kind="mentoring", about=str(person.ref), day=day, results=json.dumps({"rates": rate, "answers": answers, "people": 4})
        )


@pytest.mark.django_db
class TestProblemsSolvedOnThePage:
    def adopted(self, cast, names):
        made = card()
        for n, name in enumerate(names):
            MethodUse.objects.create(card=made, person=cast.people[name], since=date(2026, 8, 3))
            MentorRole.objects.get_or_create(person=cast.people[name], defaults={"first_day": MONDAY, "how": "import"})
            publish_both_times(cast.people[name], before=70, after=76 + n)

    def test_stand_with_their_range_and_what_they_rest_on(self, cast):
        self.adopted(cast, ("张三", "叶青", "吴铮", "林静", "高远"))

        page = text(cast.browser("苏文").get("/mentoring/methods/").content)

        assert "问题解决率：采用前70%，采用后78%，+8个百分点（大致在+6到+10之间），5位导师，100份答案" in page
        assert "之前70%（10份答案），之后76%（10份）" in page

    def test_show_a_mentor_the_mean_and_the_own_line(self, cast):
        self.adopted(cast, ("张三", "叶青", "吴铮", "林静", "高远"))

        page = text(cast.browser("张三").get("/mentoring/methods/").content)

        assert "+8个百分点" in page
        assert page.count("（10份答案），之后") == 1

    def test_of_few_mentors_are_not_told(self, cast):
        self.adopted(cast, ("张三", "叶青"))

        page = text(cast.browser("苏文").get("/mentoring/methods/").content)

        assert "2位导师采用已满三个月，其中2位前后都有已公布的答案。满5位导师后显示" in page
        assert "个百分点" not in page
