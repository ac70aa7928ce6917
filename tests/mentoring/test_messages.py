"""A message to the mentor, and back: one tap from the home, told to the other one at once, read by the two alone."""

import re

import pytest

from bole.kit.refs import new_ref
from bole.mentoring.actions.messages import LONGEST_MESSAGE, send_message
from bole.mentoring.models import Mentorship, PairMessage
from bole.mentoring.queries.messages import MOST_MESSAGES
from bole.mentoring.refusals import PairOver
from bole.notices.models import Notice
from bole.reviews.refusals import NoWords, TooManyWords
from bole.values.refusal import NotFound
from tests.mentoring.making import NOON, THIRD, Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(cast: Cast) -> Mentorship:
    """Let 张三 mentor 李四."""
    return cast.pair(state="running")


def send(cast: Cast, pair: Mentorship, *, by: str = "李四", words: str = "接口文档放在哪里？", once: str = "") -> PairMessage:
    """Send a message."""
    return send_message(pair_ref=pair.ref, once=once or new_ref(), words=words, by=cast.viewer(by), at=NOON)


def page(cast: Cast, pair: Mentorship, name: str, language: str = "zh-CN") -> str:
    """Return somebody's page of messages."""
    return cast.browser(name, language).get(f"/mentoring/pairs/{pair.ref}/messages/").content.decode()


class TestAMessage:
    @pytest.mark.parametrize(("by", "to"), [("李四", "张三"), ("张三", "李四")])
    def test_reaches_the_other_one_and_nobody_else(self, cast: Cast, pair: Mentorship, by: str, to: str) -> None:
        send(cast, pair, by=by)

        told = Notice.objects.get()
        assert (told.account.name, told.kind, told.params) == (to, "mentoring.message", {"name": by})
        assert "接口文档放在哪里？" in page(cast, pair, to)

    @pytest.mark.parametrize("name", THIRD)
    def test_is_read_and_sent_by_nobody_else(self, cast: Cast, pair: Mentorship, name: str) -> None:
        send(cast, pair)
        address, browser = f"/mentoring/pairs/{pair.ref}/messages/", cast.browser(name)

        answers = browser.get(address), browser.post(address, {"once": "bcdefgh23456", "words": "借过"})

        assert [answer.status_code for answer in answers] == [404, 404]
        with pytest.raises(NotFound):
            send(cast, pair, by=name)
        assert PairMessage.objects.count() == 1

    def test_is_one_when_its_form_is_sent_twice(self, cast: Cast, pair: Mentorship) -> None:
        first, second = (send(cast, pair, once="bcdefgh23456") for _ in range(2))

        assert (first.pk, PairMessage.objects.count(), Notice.objects.count()) == (second.pk, 1, 1)

    @pytest.mark.parametrize(("words", "refusal"), [(" \n ", NoWords), ("长" * (LONGEST_MESSAGE + 1), TooManyWords)])
    def test_has_words_and_not_too_many(self, cast: Cast, pair: Mentorship, words: str, refusal: type[Exception]) -> None:
        with pytest.raises(refusal):
            send(cast, pair, words=words)

        assert not Notice.objects.exists()

    def test_is_read_but_not_sent_any_more_when_the_pair_is_over(self, cast: Cast, pair: Mentorship) -> None:
        send(cast, pair)
        Mentorship.objects.update(state="ended", ended_on=NOON.date())

        with pytest.raises(PairOver):
            send(cast, pair)

        assert "接口文档放在哪里？" in page(cast, pair, "李四")
        assert "<textarea" not in page(cast, pair, "李四")


class TestThePage:
    def test_sends_and_shows_both_ways(self, cast: Cast, pair: Mentorship) -> None:
        send(cast, pair, by="张三", words="明天见")

        answer = cast.browser("李四").post(f"/mentoring/pairs/{pair.ref}/messages/", {"once": "bcdefgh23456", "words": "好的，十点"})

        assert (answer.status_code, answer["Location"]) == (302, f"/mentoring/pairs/{pair.ref}/messages/")
        words = page(cast, pair, "张三")
        assert words.index("好的，十点") < words.index("明天见")

    def test_keeps_what_was_typed_when_it_refuses(self, cast: Cast, pair: Mentorship) -> None:
        long = "长" * (LONGEST_MESSAGE + 1)

        answer = cast.browser("李四").post(f"/mentoring/pairs/{pair.ref}/messages/", {"once": "bcdefgh23456", "words": long})

        assert answer.status_code == 422
        assert long in answer.content.decode()

    @pytest.mark.parametrize(("language", "act", "title"), [("zh-CN", "发消息", "和张三的消息"), ("en", "Message", "Messages with")])
    def test_is_one_tap_from_the_home(self, cast: Cast, pair: Mentorship, language: str, act: str, title: str) -> None:
        home = cast.browser("李四", language).get("/").content.decode()

        assert f'href="/mentoring/pairs/{pair.ref}/messages/"' in home
        assert act in home
        assert title in page(cast, pair, "李四", language)

    @pytest.mark.parametrize("name", ["张三", "李四"])
    def test_is_one_tap_from_the_pair(self, cast: Cast, pair: Mentorship, name: str) -> None:
        assert f"/mentoring/pairs/{pair.ref}/messages/" in cast.browser(name).get(f"/mentoring/pairs/{pair.ref}/").content.decode()

    def test_leads_from_the_newest_to_those_before_until_none_is_left(self, cast: Cast, pair: Mentorship) -> None:
        for n in range(MOST_MESSAGES + 1):
            send(cast, pair, words=f"第{n}句")
        newest = page(cast, pair, "张三")
        address = re.search(r'href="([^"]*[?]before=[^"]*)"', newest)
        assert address
        assert "较早的消息" in newest
        before = cast.browser("张三").get(address[1]).content.decode()

        assert ("第1句" in newest, "第0句" in newest) == (True, False)
        assert ("第1句" in before, "第0句" in before, "较早的消息" in before) == (False, True, False)

    def test_knows_no_message_of_another_pair(self, cast: Cast, pair: Mentorship) -> None:
        for ref in ("zzzzzzzzzzzz", "x" * 5000, "0"):
            assert cast.browser("张三").get(f"/mentoring/pairs/{pair.ref}/messages/?before={ref}").status_code == 404

    def test_asks_no_more_of_the_database_the_more_there_are(
        self, cast: Cast, pair: Mentorship, django_assert_max_num_queries: object
    ) -> None:
        for n in range(12):
            send(cast, pair, words=f"第{n}句")
        browser = cast.browser("张三")
        browser.get(f"/mentoring/pairs/{pair.ref}/messages/")

        with django_assert_max_num_queries(10):  # type: ignore[operator]  # of pytest-django
            browser.get(f"/mentoring/pairs/{pair.ref}/messages/")
