"""An exam: drawn, answered and saved one by one, marked once; what is right is told only afterwards."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bole.growth.actions import answer_question, begin_attempt, drop_question, end_overdue, send_attempt, take_exam
from bole.growth.actions.banks import save_question
from bole.growth.models import Attempt, Certificate, Drawn, Question
from bole.growth.queries import exam_results, skills_of
from bole.growth.refusals import BankTooSmall, NoSuchOption, NotYet, OverAlready, TooLate
from bole.kit.clock import now
from bole.values.refusal import NotFound
from bole.values.viewer import SYSTEM
from tests.office import text
from tests.reviews.team import MORNING, Team

pytestmark = pytest.mark.django_db
EXAM = "mentoring_skills"
NOVEMBER_6 = MORNING - timedelta(days=14)


def begin(team: Team, name: str = "李四") -> Attempt:
    """Begin the exam."""
    return begin_attempt(exam=EXAM, by=team.viewer(name), at=now())


def key_of(attempt: Attempt, ordinal: int) -> list[str]:
    """Return what is right."""
    return list(Drawn.objects.get(attempt=attempt, ordinal=ordinal).question.right)


class TestBeginning:
    def test_draws_twenty_five_different_questions(self, team):
        attempt = begin(team)

        assert Drawn.objects.filter(attempt=attempt).values("question").distinct().count() == 25
        assert attempt.ends_at - attempt.began_at == timedelta(minutes=40)

    def test_twice_is_once(self, team):
        first = begin(team)

        assert begin(team).pk == first.pk
        assert Attempt.objects.count() == 1

    def test_waits_two_weeks_after_a_try(self, team, clock):
        take_exam(person_id=team.pk("李四"), exam=EXAM, right=19, by=SYSTEM, at=NOVEMBER_6)

        clock.shift(-timedelta(days=1))
        with pytest.raises(NotYet):
            begin(team)
        clock.shift(timedelta(days=1))
        assert begin(team).over_at is None

    def test_needs_a_bank_that_is_large_enough(self, team):
        for ref in Question.objects.values_list("ref", flat=True)[:23]:
            drop_question(exam=EXAM, question=ref, by=SYSTEM, at=MORNING)

        with pytest.raises(BankTooSmall):
            begin(team)

        assert not Attempt.objects.exists()

    def test_is_not_for_people_of_another_company(self, team):
        with pytest.raises(NotFound):
            begin(team, "外包")

        assert not Attempt.objects.exists()


class TestAnswering:
    def test_keeps_each_answer_at_once(self, team):
        attempt = begin(team)
        browser, path = team.browser("李四"), f"/growth/attempts/{attempt.ref}/answer/"
        key = Drawn.objects.get(attempt=attempt, ordinal=3).order[0]

        answer = browser.post(path, {"q": "3", "option": key}, headers={"hx-request": "true"})

        assert answer.status_code == 204
        assert Drawn.objects.get(attempt=attempt, ordinal=3).chosen == [key]
        assert "checked" in team.browser("李四").get(f"/growth/attempts/{attempt.ref}/?q=3").content.decode()

    def test_leads_to_the_next_question(self, team):
        attempt = begin(team)

        answer = team.browser("李四").post(f"/growth/attempts/{attempt.ref}/answer/", {"q": "1", "go": "2"})

        assert answer.url == f"/growth/attempts/{attempt.ref}/?q=2"

    @pytest.mark.parametrize("chosen", [["z"], ["a", "z"], ["a", "b", "c", "d", "e", "f"]])
    def test_refuses_what_is_not_offered(self, team, chosen):
        attempt = begin(team)

        with pytest.raises(NoSuchOption):
            answer_question(ref=attempt.ref, ordinal=1, chosen=chosen, by=team.viewer("李四"), at=now())

        assert Drawn.objects.get(attempt=attempt, ordinal=1).chosen == []

    def test_a_question_with_one_answer_takes_one(self, team):
        attempt = begin(team)
        single = Drawn.objects.filter(attempt=attempt, question__kind="single").order_by("ordinal")[0]

        with pytest.raises(NoSuchOption):
            answer_question(ref=attempt.ref, ordinal=single.ordinal, chosen=["a", "b"], by=team.viewer("李四"), at=now())

        assert Drawn.objects.get(pk=single.pk).chosen == []

    def test_ends_with_the_time(self, team):
        attempt = begin(team)

        with pytest.raises(TooLate):
            answer_question(ref=attempt.ref, ordinal=1, chosen=["a"], by=team.viewer("李四"), at=attempt.ends_at + timedelta(seconds=1))

        assert Drawn.objects.get(attempt=attempt, ordinal=1).chosen == []

    def test_ends_with_handing_in(self, team):
        attempt = begin(team)
        send_attempt(ref=attempt.ref, by=team.viewer("李四"), at=now())

        with pytest.raises(OverAlready):
            answer_question(ref=attempt.ref, ordinal=1, chosen=["a"], by=team.viewer("李四"), at=now())

        assert Drawn.objects.get(attempt=attempt, ordinal=1).chosen == []

    @pytest.mark.parametrize("name", ["林静", "苏文", "沈一帆", "外包"])
    def test_a_try_is_its_takers_alone(self, team, name):
        attempt = begin(team)
        browser = team.browser(name)

        assert browser.get(f"/growth/attempts/{attempt.ref}/").status_code == 404
        assert browser.post(f"/growth/attempts/{attempt.ref}/answer/", {"q": "1", "option": "a"}).status_code == 404
        assert browser.post(f"/growth/attempts/{attempt.ref}/send/").status_code == 404
        assert not Drawn.objects.exclude(chosen=[]).exists()


class TestTheKey:
    def test_never_reaches_the_browser_before_the_end(self, team):
        attempt = begin(team)
        browser = team.browser("李四")
        whys = [one.question.why_zh for one in Drawn.objects.filter(attempt=attempt).select_related("question")]

        pages = [browser.get(f"/growth/attempts/{attempt.ref}/?q={n}").content.decode() for n in [*range(1, 26), "end"]]
        pages.append(browser.get(f"/growth/exams/{EXAM}/").content.decode())
        pages.append(browser.get("/growth/").content.decode())

        assert [why for why in whys if any(why in page for page in pages)] == []
        assert "right" not in "".join(pages).replace("copyright", "").replace("arrow-right", "").replace("chevron-right", "")

    def test_pages_are_the_same_whatever_is_right(self, team):
        attempt = begin(team)
        before = text(team.browser("李四").get(f"/growth/attempts/{attempt.ref}/?q=1").content)

        Question.objects.update(right=["c"])

        assert text(team.browser("李四").get(f"/growth/attempts/{attempt.ref}/?q=1").content) == before

    def test_is_told_with_its_reason_afterwards(self, team):
        attempt = begin(team)
        send_attempt(ref=attempt.ref, by=team.viewer("李四"), at=now())

        page = text(team.browser("李四").get(f"/growth/attempts/{attempt.ref}/").content)

        whys = [one.question.why_zh for one in Drawn.objects.filter(attempt=attempt).select_related("question")]
        assert [why for why in whys if why.replace(" ", "") not in page] == []

    def test_stands_in_no_english_page_either(self, team):
        attempt = begin(team)

        page = team.browser("李四", language="en").get(f"/growth/attempts/{attempt.ref}/?q=1").content.decode()

        assert Drawn.objects.get(attempt=attempt, ordinal=1).question.why_en not in page


class TestMarking:
    def test_twenty_of_twenty_five_pass(self, team):
        attempt = take_exam(person_id=team.pk("李四"), exam=EXAM, right=20, by=SYSTEM, at=MORNING)

        paper = Certificate.objects.get(attempt=attempt.ref)
        assert (attempt.points, attempt.passed) == (8000, True)
        assert (paper.title_zh, paper.certifies, str(paper.valid_until)) == ("导师认证", "mentor", "2028-11-19")
        assert skills_of([team.pk("李四")], confirmed_only=True) == {team.pk("李四"): {"mentoring": 3}}

    def test_nineteen_do_not(self, team):
        attempt = take_exam(person_id=team.pk("李四"), exam=EXAM, right=19, by=SYSTEM, at=MORNING)

        assert (attempt.points, attempt.passed) == (7600, False)
        assert not Certificate.objects.exists()

    def test_handed_in_twice_is_marked_once(self, team):
        attempt = begin(team)
        first = send_attempt(ref=attempt.ref, by=team.viewer("李四"), at=now())

        again = send_attempt(ref=attempt.ref, by=team.viewer("李四"), at=now() + timedelta(minutes=1))

        assert again.over_at == first.over_at

    def test_when_time_runs_out_what_was_saved_counts(self, team, clock):
        attempt = begin(team)
        answer_question(ref=attempt.ref, ordinal=1, chosen=key_of(attempt, 1), by=team.viewer("李四"), at=now())

        assert end_overdue(now() + timedelta(minutes=41)) == "1 tries out of time"

        attempt.refresh_from_db()
        assert (attempt.points, attempt.ran_out, attempt.over_at) == (400, True, attempt.ends_at)

    def test_whoever_comes_back_too_late_finds_the_result(self, team, clock):
        attempt = begin(team)
        clock.shift(timedelta(minutes=41))

        page = team.browser("李四").get(f"/growth/attempts/{attempt.ref}/")

        assert "这次0分，合格线80分。12月4日起可以重考，先看看错题。" in text(page.content)

    def test_an_answer_sent_too_late_leads_to_the_result(self, team, clock):
        attempt = begin(team)
        clock.shift(timedelta(minutes=41))

        answer = team.browser("李四").post(f"/growth/attempts/{attempt.ref}/answer/", {"q": "1", "option": "a", "go": "2"})

        assert answer.url == f"/growth/attempts/{attempt.ref}/"
        assert Drawn.objects.get(attempt=attempt, ordinal=1).chosen == []

    def test_a_whole_walk_in_the_browser(self, team):
        browser = team.browser("李四")
        started = browser.post(f"/growth/exams/{EXAM}/begin/").url
        attempt = Attempt.objects.get()

        for n in range(1, 26):
            told = urlencode({"q": n, "go": "end", "option": key_of(attempt, n)}, doseq=True)
            browser.post(f"{started}answer/", told, content_type="application/x-www-form-urlencoded")
        browser.post(f"{started}send/")

        assert "通过，100分。" in text(browser.get(started).content)
        assert "导师认证" in text(browser.get("/growth/").content)


class TestTheBank:
    def test_a_question_that_was_met_is_replaced_not_changed(self, team):
        attempt = begin(team)
        met = Drawn.objects.get(attempt=attempt, ordinal=1).question

        save_question(
            exam=EXAM, question=met.ref, kind="single", texts={"text_zh": "新题", "text_en": "New", "why_zh": "因为", "why_en": "Because"},
            options=[("甲", "A"), ("乙", "B")], right=[1], by=SYSTEM, at=MORNING,
        )  # fmt: skip

        old, new = Question.objects.filter(number=met.number).order_by("version")
        assert (old.text_zh, old.is_in, new.text_zh, new.version, new.right) == (met.text_zh, False, "新题", 2, ["b"])
        assert Drawn.objects.get(attempt=attempt, ordinal=1).question_id == old.pk

    def test_one_that_nobody_met_is_changed(self, team):
        one = Question.objects.get(number=7)

        save_question(
            exam=EXAM, question=one.ref, kind="single", texts={"text_zh": "新题", "text_en": "New", "why_zh": "因为", "why_en": "Because"},
            options=[("甲", "A"), ("乙", "B")], right=[0], by=SYSTEM, at=MORNING,
        )  # fmt: skip

        assert Question.objects.get(number=7).text_zh == "新题"


class TestResults:
    def test_are_read_for_many_at_once(self, team):
        for name in ("李四", "沈一帆", "林静"):
            take_exam(person_id=team.pk(name), exam=EXAM, right=19, by=SYSTEM, at=NOVEMBER_6)
        people = [team.pk(name) for name in ("李四", "沈一帆", "林静")]

        with CaptureQueriesContext(
            connection,
        ) as asked:
            found = exam_results(people, exam=EXAM)

        assert [one.points for person in people for one in found[person]] == [7600, 7600, 7600]
        assert len(asked) == 1
