"""A round of questions: who takes part is one thing, what was answered another, and nothing joins them once it is closed."""

from datetime import date, timedelta

import pytest
from django.db import connection

from bole.audit.models import Entry
from bole.surveys.actions import answer, close_due, close_round, note_participation, open_round
from bole.surveys.models import Answer, Participation, Round
from bole.surveys.refusals import AnsweredAlready, NobodyAsked, NotAnswered, RoundOver, UnknownQuestions, WrongDays
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM
from tests.surveys.pairs import FIRST, LAST, YES, ask_about_the_mentor, at_noon, say

pytestmark = pytest.mark.django_db
TODAY = date(2026, 10, 12)
NO = {"on_time": "no", "fits": "no", "solved": "no"}


def left() -> tuple[int, int]:
    return Answer.objects.count(), Participation.objects.exclude(answered_on=None).count()


class TestOpenRound:
    @pytest.mark.parametrize(
        ("told", "refusal"),
        [
            ({"asked": []}, NobodyAsked),
            ({"closes_on": FIRST - timedelta(days=1)}, WrongDays),
            ({"kind": "weather"}, UnknownQuestions),
            ({"questions": "weather"}, UnknownQuestions),
        ],
    )
    def test_refuses_what_nobody_could_answer(self, pairs, told, refusal):
        asked = [pairs.people["李四"].pk]
        whole = {"kind": "mentoring", "about": "", "asked": asked, "questions": "mentoring", "opens_on": FIRST, "closes_on": LAST}

        with pytest.raises(refusal):
            open_round(**{**whole, **told}, by=SYSTEM, at=at_noon(FIRST))

        assert Round.objects.count() == 0

    def test_refuses_everybody_but_hr_and_the_system(self, pairs):
        told = {"kind": "mentoring", "about": "", "asked": [1], "questions": "mentoring", "opens_on": FIRST, "closes_on": LAST}

        with pytest.raises(NotYours):
            open_round(**told, by=pairs.viewer("林静"), at=at_noon(FIRST))

        assert Round.objects.count() == 0

    def test_opened_twice_is_one_round(self, pairs):
        first = ask_about_the_mentor(pairs)

        again = ask_about_the_mentor(pairs, asked=["李四"])

        assert again == first
        assert Participation.objects.count() == 3


class TestAnswer:
    def test_keeps_what_was_answered_apart_from_who_did(self, pairs):
        ref = ask_about_the_mentor(pairs)

        say(pairs, ref, "李四", on=TODAY)

        assert {field.name for field in Answer._meta.get_fields()} == {"key", "round", "values"}
        assert Participation.objects.get(person=pairs.people["李四"]).answered_on == TODAY
        assert left() == (1, 1)

    def test_hides_the_choices_even_in_the_length_of_what_is_stored(self, pairs):
        ref = ask_about_the_mentor(pairs)

        say(pairs, ref, "李四", on=TODAY, on_time="no", fits="no", solved="no")
        say(pairs, ref, "周屿", on=TODAY, on_time="not_yet", fits="partly", solved="partly")

        with connection.cursor() as cursor:
            cursor.execute('SELECT DISTINCT length("values") FROM surveys_answer')
            assert len(cursor.fetchall()) == 1

    def test_says_how_often_one_answered(self, pairs):
        first, second = ask_about_the_mentor(pairs), ask_about_the_mentor(pairs, first=date(2026, 10, 12))

        assert [say(pairs, ref, "李四", on=TODAY) for ref in (first, second)] == [1, 2]

    def test_refuses_a_second_answer_that_does_not_say_so(self, pairs):
        ref = ask_about_the_mentor(pairs)
        say(pairs, ref, "李四", on=TODAY)
        kept = Answer.objects.values_list("values", flat=True).get()

        with pytest.raises(AnsweredAlready):
            say(pairs, ref, "李四", on=TODAY, **NO)

        assert Answer.objects.values_list("values", flat=True).get() == kept

    def test_is_changed_until_the_last_day(self, pairs):
        ref = ask_about_the_mentor(pairs)
        say(pairs, ref, "李四", on=TODAY)

        say(pairs, ref, "李四", on=LAST, again=True, **NO)

        assert '"fits": "no"' in str(Answer.objects.values_list("values", flat=True).get())
        assert Participation.objects.get(person=pairs.people["李四"]).answered_on == TODAY

    def test_refuses_when_the_last_day_is_over(self, pairs):
        ref = ask_about_the_mentor(pairs)

        with pytest.raises(RoundOver):
            say(pairs, ref, "李四", on=LAST + timedelta(days=1))

        assert left() == (0, 0)

    @pytest.mark.parametrize("values", [{**YES, "fits": "perhaps"}, {"fits": "yes"}, {}])
    def test_refuses_what_is_not_a_whole_answer(self, pairs, values):
        ref = ask_about_the_mentor(pairs)

        with pytest.raises(NotAnswered):
            answer(round_ref=ref, values=values, by=pairs.viewer("李四"), at=at_noon(TODAY))

        assert left() == (0, 0)

    @pytest.mark.parametrize("name", ["张三", "林静", "苏文"])
    def test_is_not_there_for_those_who_are_not_asked(self, pairs, name):
        ref = ask_about_the_mentor(pairs)

        with pytest.raises(NotFound):
            answer(round_ref=ref, values=YES, by=pairs.viewer(name), at=at_noon(TODAY))

        assert left() == (0, 0)


class TestTheRecord:
    def test_says_nothing_while_the_day_lasts(self, pairs):
        ref = ask_about_the_mentor(pairs)
        lines = Entry.objects.count()

        say(pairs, ref, "李四", on=TODAY)
        note_participation(by=SYSTEM, at=at_noon(TODAY))

        assert Entry.objects.count() == lines

    def test_says_who_took_part_on_which_day_once_and_in_no_order_of_time(self, pairs):
        ref = ask_about_the_mentor(pairs)
        for name in ("赵宁", "李四"):
            say(pairs, ref, name, on=TODAY)

        note_participation(by=SYSTEM, at=at_noon(LAST))
        note_participation(by=SYSTEM, at=at_noon(LAST))

        lines = Entry.objects.filter(what="surveys.answer").order_by("seq")
        assert [(one.by, one.at.isoformat(), one.things, one.fields, one.request) for one in lines] == [
            (name, "2026-10-11T16:00:00+00:00", [f"survey {ref}"], [], "") for name in ("李四", "赵宁")
        ]


class TestClosing:
    def test_destroys_what_joins_an_answer_to_a_person(self, pairs):
        ref = ask_about_the_mentor(pairs)
        say(pairs, ref, "李四", on=TODAY)
        key = Answer.objects.get().key

        close_due(at_noon(LAST + timedelta(days=1)))

        one = Round.objects.get(ref=ref)
        assert (one.secret, one.closed_on) == ("", LAST)
        assert Answer.objects.get().key != key

    def test_closed_twice_is_once(self, pairs):
        ref = ask_about_the_mentor(pairs)
        say(pairs, ref, "李四", on=TODAY)
        close_round(ref=ref, by=SYSTEM, at=at_noon(TODAY))
        key = Answer.objects.get().key

        close_round(ref=ref, by=SYSTEM, at=at_noon(LAST))

        assert (Answer.objects.get().key, Round.objects.get(ref=ref).closed_on) == (key, TODAY)

    def test_leaves_open_what_is_not_over(self, pairs):
        ask_about_the_mentor(pairs)

        assert close_due(at_noon(LAST)) == 0
