"""Feedback beside what it is about: on the pages of a score, for its readers alone; and who may write about what."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from bole.reviews.actions import send_feedback
from bole.reviews.models import Feedback
from bole.reviews.queries.abouts import about_for
from bole.reviews.queries.beside import beside_score
from bole.reviews.refusals import NotOpenToYou
from bole.reviews.rules.about import About
from bole.values.period import Period
from tests.home.crew import FRIDAY, TODAY, Crew, make_crew, work
from tests.office import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def crew() -> Crew:
    """Return the crew, after a month's work of 李四."""
    made = make_crew()
    work(made, made.li)
    return made


def browser(crew: Crew, name: str) -> Client:
    """Return somebody's browser."""
    client = Client(headers={"accept-language": "zh-CN"})
    client.force_login(crew.account(getattr(crew, name)))
    return client


def advise(crew: Crew, text_of: str = "任务可以拆小一点", about: About | None = None) -> Feedback:
    """Let 林静 write to 李四 about an indicator."""
    by = crew.viewer(crew.lin)
    known = about or about_for(by, "indicator:task_completion:2026-11", recipient_id=crew.li.pk, kind="advice", day=TODAY, at=FRIDAY)
    return send_feedback(
        once="abcdefgh2345", recipient_id=crew.li.pk, kind="advice", words=text_of, about=known, shared_with_id=None, by=by, at=FRIDAY
    )  # fmt: skip


class TestBesideTheScore:
    @pytest.mark.parametrize("path", ["/performance/", "/performance/?period=2026-11", "/performance/task_completion/"])
    def test_the_person_finds_it(self, crew, path):
        piece = advise(crew)

        page = browser(crew, "li").get(path).content

        assert f"/feedback/{piece.ref}/" in page.decode()
        assert "林静建议" in text(page)

    def test_the_manager_finds_what_she_wrote_and_writes_more(self, crew):
        piece = advise(crew)

        page = browser(crew, "lin").get("/people/BL0471/score/").content.decode()

        assert f"/feedback/{piece.ref}/" in page
        assert "/feedback/new/?to=BL0471&amp;about=score%3A2026-11" in page

    @pytest.mark.parametrize("name", ["su", "he"])
    def test_hr_finds_nothing_of_it(self, crew, name):
        piece = advise(crew)

        assert piece.ref not in browser(crew, name).get("/people/BL0471/score/").content.decode()

    @pytest.mark.parametrize(("period", "is_there"), [("2026-10", False), ("2026-11", True)])
    def test_what_is_about_a_change_stands_in_the_month_that_it_was_where_people_work(self, crew, period, is_there):
        piece = advise(crew, about=About(kind="alert", person_id=crew.li.pk, code="task_completion", ref="222222222222"))
        Feedback.objects.filter(pk=piece.pk).update(sent_at=datetime(2026, 10, 31, 23, 30, tzinfo=UTC))  # 07:30 on 1 November

        rows, _ = beside_score(crew.viewer(crew.li), crew.li.pk, Period.parse(period))

        assert [one.ref for one in rows] == [piece.ref] * is_there

    def test_another_indicator_shows_nothing(self, crew):
        piece = advise(crew)

        assert piece.ref not in browser(crew, "li").get("/performance/delays/").content.decode()


class TestWhatOneMayWriteAbout:
    @pytest.mark.parametrize("about", ["score:2026-11", "indicator:task_completion:2026-11"])
    def test_the_manager_may_about_the_score(self, crew, about):
        found = about_for(crew.viewer(crew.lin), about, recipient_id=crew.li.pk, kind="advice", day=TODAY, at=FRIDAY)

        assert found.person_id == crew.li.pk

    def test_a_request_is_about_ones_own(self, crew):
        found = about_for(crew.viewer(crew.li), "score:2026-11", recipient_id=crew.wu.pk, kind="request", day=TODAY, at=FRIDAY)

        assert found.person_id == crew.li.pk

    def test_a_record_is_named_by_its_title(self, crew):
        about = f"record:{crew.tool.ref}:PAY-{crew.li.pk * 1000}"

        found = about_for(crew.viewer(crew.lin), about, recipient_id=crew.li.pk, kind="praise", day=TODAY, at=FRIDAY)

        assert found.title == f"对账任务{crew.li.pk * 1000}"

    @pytest.mark.parametrize("about", ["score:2026-11", "indicator:task_completion:2026-11", "score:no", "x:y", "alert:222222222222"])
    def test_a_colleague_may_not(self, crew, about):
        with pytest.raises(NotOpenToYou):
            about_for(crew.viewer(crew.wu), about, recipient_id=crew.li.pk, kind="advice", day=TODAY, at=FRIDAY)

    def test_a_colleague_is_offered_no_figure_of_somebody_else(self, crew):
        page = text(browser(crew, "wu").get("/feedback/new/?to=BL0471&about=score:2026-11").content)

        assert "2026年11月" not in page

    def test_what_is_not_open_is_refused_on_the_page(self, crew):
        form = {"once": "abcdefgh2345", "kind": "praise", "words": "好", "about": "score:2026-11", "reader": "alone"}

        answer = browser(crew, "wu").post("/feedback/new/?to=BL0471", form)

        assert answer.status_code == 422
        assert not Feedback.objects.exists()


class TestBesideARecord:
    def test_the_manager_writes_about_it_in_one_step(self, crew):
        page = browser(crew, "lin").get("/people/BL0471/score/task_completion/").content.decode()
        record = f"/feedback/new/?to=BL0471&amp;about=record:{crew.tool.ref}:PAY-{crew.li.pk * 1000}"

        assert record in page
        assert "selected>工作记录“对账任务" in browser(crew, "lin").get(record.replace("&amp;", "&")).content.decode()

    def test_nobody_writes_about_their_own_to_themselves(self, crew):
        assert "about=record" not in browser(crew, "li").get("/performance/task_completion/").content.decode()


class TestOnAPersonsPage:
    def test_one_may_write_to_a_colleague(self, crew):
        page = browser(crew, "wu").get("/people/BL0471/").content.decode()

        assert "/feedback/new/?to=BL0471" in page
        assert "/one-to-ones/new/" not in page

    def test_the_manager_may_plan_a_talk(self, crew):
        assert "/one-to-ones/new/?with=BL0471" in browser(crew, "lin").get("/people/BL0471/").content.decode()

    def test_nobody_writes_to_oneself(self, crew):
        assert "/feedback/new/?to=" not in browser(crew, "li").get("/people/BL0471/").content.decode()
