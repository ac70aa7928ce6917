"""Saying thank you: a sentence of the mentee, read by the two alone; asked for once, on Teachers' Day."""

from datetime import UTC, datetime

import pytest

from bole.mentoring.actions.thanks import ask_on_teachers_day, say_thanks
from bole.mentoring.models import Mentorship, Thanks
from bole.mentoring.refusals import ThankedToday
from bole.notices.models import Notice
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM
from tests.mentoring.making import NOON, Cast

pytestmark = pytest.mark.django_db
TEACHERS_DAY = datetime(2026, 9, 10, 2, tzinfo=UTC)  # 10:00 in Beijing


@pytest.fixture
def pair(cast: Cast) -> Mentorship:
    """Let 张三 mentor 李四."""
    return cast.pair(state="running")


class TestSayingThanks:
    def test_reaches_the_mentor_and_nobody_else(self, cast: Cast, pair: Mentorship) -> None:
        say_thanks(pair_ref=pair.ref, words="谢谢您陪我走过最难的一个月", by=cast.viewer("李四"), at=NOON)

        assert list(Notice.objects.values_list("account__login", "kind")) == [("BL0064", "mentoring.thanked")]
        assert "谢谢您陪我走过" in cast.browser("张三").get(f"/mentoring/pairs/{pair.ref}/thanks/").content.decode()

    @pytest.mark.parametrize("name", ["何佳", "苏文", "林静", "叶青", "陆衡"])
    def test_is_read_by_nobody_else(self, cast: Cast, pair: Mentorship, name: str) -> None:
        assert cast.browser(name).get(f"/mentoring/pairs/{pair.ref}/thanks/").status_code == 404

    def test_comes_once_a_day(self, cast: Cast, pair: Mentorship) -> None:
        say_thanks(pair_ref=pair.ref, words="谢谢", by=cast.viewer("李四"), at=NOON)

        with pytest.raises(ThankedToday):
            say_thanks(pair_ref=pair.ref, words="再谢谢", by=cast.viewer("李四"), at=NOON)

        assert Thanks.objects.count() == 1

    @pytest.mark.parametrize(("name", "refusal"), [("张三", NotYours), ("叶青", NotFound), ("何佳", NotFound)])
    def test_is_the_mentees(self, cast: Cast, pair: Mentorship, name: str, refusal: type[Exception]) -> None:
        with pytest.raises(refusal):
            say_thanks(pair_ref=pair.ref, words="谢谢", by=cast.viewer(name), at=NOON)

        assert not Thanks.objects.exists()

    def test_is_done_on_the_page(self, cast: Cast, pair: Mentorship) -> None:
        answer = cast.browser("李四").post(f"/mentoring/pairs/{pair.ref}/thanks/", {"words": "谢谢"})

        assert (answer.status_code, Thanks.objects.count()) == (302, 1)


class TestTeachersDay:
    def test_asks_each_mentee_once(self, cast: Cast, pair: Mentorship) -> None:
        asked = [ask_on_teachers_day(by=SYSTEM, at=TEACHERS_DAY) for _twice in range(2)]

        assert asked == [1, 0]
        assert Notice.objects.get().account.login == "BL0471"

    def test_asks_on_no_other_day_and_not_at_night(self, cast: Cast, pair: Mentorship) -> None:
        asked = [ask_on_teachers_day(by=SYSTEM, at=at) for at in (NOON, datetime(2026, 9, 10, 0, tzinfo=UTC))]

        assert asked == [0, 0]

    def test_asks_nobody_who_said_it_already(self, cast: Cast, pair: Mentorship) -> None:
        say_thanks(pair_ref=pair.ref, words="谢谢", by=cast.viewer("李四"), at=TEACHERS_DAY)

        assert ask_on_teachers_day(by=SYSTEM, at=TEACHERS_DAY) == 0
