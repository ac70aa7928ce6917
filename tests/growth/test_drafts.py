"""Many drafts at once: those that are whole are published, the others say what they lack and stay drafts."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bole.audit.models import Entry
from bole.growth.actions import Written, save_item
from bole.growth.actions.catalogue import take_catalogue
from bole.growth.actions.drafts import publish_drafts
from bole.growth.models import LibraryItem
from bole.growth.refusals import NothingTicked
from bole.growth.rules.shelf import lacks
from bole.values.refusal import NotFound
from tests.office import text
from tests.reviews.team import MORNING, Team

pytestmark = pytest.mark.django_db
PAGE = "/company/growth/library/drafts/"
WHOLE = {"kind": "article", "words_zh": "先看图", "text_zh": "先读图再读字", "topics": ("nlp",)}


def bring(team: Team, *titles: str, **more: object) -> list[str]:
    """Let HR bring items from a file; return their refs."""
    items = [Written(**{**WHOLE, "title_zh": title, **more}) for title in titles]  # type: ignore[arg-type]
    take_catalogue(skills=(), items=items, by=team.viewer("苏文"), at=MORNING)
    return list(LibraryItem.objects.filter(title_zh__in=titles).order_by("id").values_list("ref", flat=True))


def state_of(title: str) -> str:
    """Return how an item stands."""
    return LibraryItem.objects.get(title_zh=title).state


class TestWhatIsWhole:
    def test_is_published_at_once_as_it_is_ticked(self, team):
        first, second, _third = bring(team, "怎样读论文", "怎样写摘要", "怎样画图")

        answer = team.browser("苏文").post(PAGE, {"ref": [first, second]}, follow=True)

        assert "已发布2篇" in text(answer.content)
        assert [state_of(one) for one in ("怎样读论文", "怎样写摘要", "怎样画图")] == ["published", "published", "draft"]
        assert team.browser("李四").get(f"/growth/library/{first}/").status_code == 200

    def test_stands_on_the_record_with_its_things(self, team):
        [ref] = bring(team, "怎样读论文")

        publish_drafts(refs=[ref], by=team.viewer("苏文"), at=MORNING)

        assert Entry.objects.filter(what="growth.publish_drafts").get().things == ["1 library items", f"library item {ref}"]


class TestWhatIsNotWhole:
    def test_says_why_and_stays_a_draft(self, team):
        [ref] = bring(team, "怎样读论文", words_zh="", topics=())

        page = text(team.browser("苏文").get(PAGE).content)
        answer = team.browser("苏文").post(PAGE, {"ref": ref}, follow=True)

        assert "还没有一句话简介；还没有主题，按主题找不到它" in page
        assert "1篇还是草稿，原因见下" in text(answer.content)
        assert state_of("怎样读论文") == "draft"

    def test_cannot_have_the_title_of_another_one(self, team):
        twice = [save_item(ref="", written=Written(**WHOLE, title_zh="同名"), version=0, by=team.viewer("苏文"), at=MORNING) for _n in "ab"]

        made = publish_drafts(refs=[one.ref for one in twice], by=team.viewer("苏文"), at=MORNING)

        assert (made.count, made.left) == (1, 1)
        assert "已有同名的内容" in text(team.browser("苏文").get(PAGE).content)

    def test_is_told_by_the_rule_in_one_order(self):
        assert lacks(words=" ", topics=(), is_title_taken=True) == ("words", "topics", "title")
        assert lacks(words="先看图", topics=("nlp",), is_title_taken=False) == ()


class TestThePage:
    def test_is_hrs_alone(self, team):
        [ref] = bring(team, "怎样读论文")

        assert team.browser("林静").get(PAGE).status_code == 404
        with pytest.raises(NotFound):
            publish_drafts(refs=[ref], by=team.viewer("林静"), at=MORNING)

    def test_asks_for_a_tick(self, team):
        bring(team, "怎样读论文")

        answer = team.browser("苏文").post(PAGE)

        assert answer.status_code == 422
        assert "请至少勾选一项" in text(answer.content)
        with pytest.raises(NothingTicked):
            publish_drafts(refs=(), by=team.viewer("苏文"), at=MORNING)

    def test_leaves_what_is_no_draft_as_it_is(self, team):
        [ref] = bring(team, "怎样读论文")
        publish_drafts(refs=[ref], by=team.viewer("苏文"), at=MORNING)

        assert publish_drafts(refs=[ref], by=team.viewer("苏文"), at=MORNING).count == 0
        assert "没有草稿" in text(team.browser("苏文").get(PAGE).content)

    def test_takes_no_more_queries_for_more_drafts(self, team):
        counts = []
        for titles in (("甲一",), tuple(f"乙{n}" for n in range(9))):
            bring(team, *titles)
            with CaptureQueriesContext(
                connection,
            ) as seen:
                team.browser("苏文").get(PAGE)
            counts.append(len(seen))

        assert counts[0] == counts[1]
