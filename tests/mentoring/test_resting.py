"""A pair that rests is overdue nowhere: not to the two, not to who leads them, not to HR; either of the two lets it rest and go on."""

from datetime import UTC, date, datetime

import pytest

from bole.mentoring.actions.duties import lay_duties
from bole.mentoring.models import Duty, Mentorship
from bole.values.viewer import SYSTEM
from tests.mentoring.making import Cast
from tests.office import text

pytestmark = pytest.mark.django_db
APPROVED = datetime(2026, 5, 26, 2, tzinfo=UTC)


@pytest.fixture
def pair(cast: Cast) -> Mentorship:
    """Let 张三 mentor 李四; the meeting of November is overdue."""
    made = cast.pair(state="running")
    lay_duties(mentorship_id=made.pk, by=SYSTEM, at=APPROVED)
    Duty.objects.filter(mentorship=made, due_on__lt=date(2026, 11, 1)).update(done_on=date(2026, 5, 26))
    return made


@pytest.fixture
def resting(cast: Cast, pair: Mentorship) -> Mentorship:
    """Let it rest."""
    cast.browser("张三").post(f"/mentoring/pairs/{pair.ref}/pause/")
    pair.refresh_from_db()
    return pair


class TestAPairThatRests:
    @pytest.mark.parametrize("name", ["张三", "李四"])
    def test_says_so_to_the_two(self, cast: Cast, resting: Mentorship, name: str) -> None:
        own = text(cast.browser(name).get("/mentoring/").content)
        page = text(cast.browser(name).get(f"/mentoring/pairs/{resting.ref}/").content)

        assert resting.state == "paused"
        assert "暂停中" in own
        assert "恢复" in page
        assert not any("逾期" in one or "定个新时间" in one for one in (own, page))

    def test_is_not_overdue_to_the_manager(self, cast: Cast, resting: Mentorship) -> None:
        start = cast.browser("林静").get("/").content.decode()
        pages = [text(cast.browser("林静").get(url).content) for url in ("/team/", f"/mentoring/pairs/{resting.ref}/seen/")]

        assert "/mentoring/duties/" not in start
        assert not any("逾期" in one for one in pages)
        assert "暂停中" in pages[0]

    def test_is_not_overdue_to_hr(self, cast: Cast, resting: Mentorship) -> None:
        page = cast.browser("何佳").get("/company/mentoring/?list=overdue").content.decode()

        assert f"/company/mentoring/pairs/{resting.ref}/" not in page

    def test_is_overdue_again_when_it_was_so_before_and_goes_on(self, cast: Cast, resting: Mentorship) -> None:
        cast.browser("张三").post(f"/mentoring/pairs/{resting.ref}/resume/")

        assert "/mentoring/duties/" in cast.browser("林静").get("/").content.decode()
        assert "逾期" in text(cast.browser("林静").get("/team/").content)


class TestTheMentor:
    def test_lets_it_rest_and_go_on_from_the_own_page(self, cast: Cast, pair: Mentorship) -> None:
        browser, url = cast.browser("张三"), f"/mentoring/pairs/{pair.ref}/"
        offered = browser.get(url).content.decode()
        browser.post(f"{url}pause/")
        rests, page = Mentorship.objects.get(pk=pair.pk).state, browser.get(url).content.decode()

        browser.post(f"{url}resume/")

        assert f"{url}pause/" in offered
        assert f"{url}resume/" in page
        assert f"{url}pause/" not in page
        assert (rests, Mentorship.objects.get(pk=pair.pk).state) == ("paused", "running")

    def test_sees_no_days_to_come_meanwhile(self, cast: Cast, resting: Mentorship) -> None:
        assert "没有到期事项" in text(cast.browser("张三").get("/mentoring/dates/").content)
