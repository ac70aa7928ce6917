"""The library: what is read, counted without whose it was, written by HR with a preview, in versions, with files."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bole.growth.actions import Written, finish_item, open_item, publish_item, record_readings, save_item, withdraw_item
from bole.growth.models import Behaviour, LibraryItem, LibraryReading, LibraryVersion, ReadCount
from bole.growth.queries import library_items, reads_by_author
from bole.growth.refusals import ChangedMeanwhile, NothingToRead, VideoLinkWrong
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM
from tests.office import text
from tests.reviews.team import MORNING, Team

pytestmark = pytest.mark.django_db
TEXT = "## 怎么写\n\n先写**结论**。\n\n<script>alert(1)</script>"


def write(team: Team, **more: object) -> LibraryItem:
    """Let HR write and publish an item."""
    written = Written(**{"kind": "article", "title_zh": "写结论", "text_zh": TEXT, "topics": ("python",), **more})  # type: ignore[arg-type]
    made = save_item(ref="", written=written, version=0, by=team.viewer("苏文"), at=MORNING)
    return publish_item(ref=made.ref, by=team.viewer("苏文"), at=MORNING)


def form(**more: str) -> dict[str, str]:
    """Return what the form of an item sends."""
    return {"kind": "article", "title_zh": "写结论", "text_zh": TEXT, "topics": "python", "version": "0", **more}


class TestWhatShips:
    def test_is_on_the_shelf_in_numbers_worth_a_library(self, team):
        rows = library_items(team.viewer("李四"), day=MORNING.date())
        by_kind = {kind: sum(one.kind == kind for one in rows) for kind in ("article", "case", "guide", "course")}

        assert by_kind == {"article": 22, "case": 16, "guide": 31, "course": 8}
        assert sum(bool(one.title_en) for one in rows if one.kind != "course") == 17

    def test_is_said_in_both_languages(self, team):
        ref = LibraryItem.objects.get(code="small-experiments").ref

        assert "先看实验，再聊别的" in text(team.browser("李四").get(f"/growth/library/{ref}/").content)
        assert "lookattheexperimentfirst" in text(team.browser("李四", language="en").get(f"/growth/library/{ref}/").content)


class TestReading:
    def test_counts_once_a_day_and_never_whose(self, team):
        one = write(team)
        for at in (MORNING, MORNING + timedelta(hours=2), MORNING + timedelta(days=1)):
            open_item(ref=one.ref, by=team.viewer("李四"), at=at)
        open_item(ref=one.ref, by=team.viewer("吴铮"), at=MORNING)

        page = text(team.browser("沈一帆").get(f"/growth/library/{one.ref}/").content)

        assert ReadCount.objects.get(item=one).reads == 4
        assert "本月被读4次" in page
        assert "李四" not in page

    def test_keeps_ones_own_history_for_oneself(self, team):
        one = write(team)
        team.browser("李四").get(f"/growth/library/{one.ref}/")

        assert "写结论" in text(team.browser("李四").get("/growth/library/mine/").content)
        assert "写结论" not in text(team.browser("林静").get("/growth/library/mine/").content)

    def test_is_noted_for_recommendations(self, team):
        one = write(team)

        open_item(ref=one.ref, by=team.viewer("李四"), at=MORNING)
        finish_item(ref=one.ref, by=team.viewer("李四"), at=MORNING)
        finish_item(ref=one.ref, by=team.viewer("李四"), at=MORNING)

        assert list(Behaviour.objects.order_by("id").values_list("what", "item", "topics")) == [
            ("opened", one.ref, ["python"]), ("finished", one.ref, ["python"]),
        ]  # fmt: skip

    def test_says_what_was_finished(self, team):
        one = write(team)

        team.browser("李四").post(f"/growth/library/{one.ref}/done/")

        assert "你在11月20日读完了" in text(team.browser("李四").get(f"/growth/library/{one.ref}/").content)

    def test_runs_nothing_that_somebody_wrote(self, team):
        page = team.browser("李四").get(f"/growth/library/{write(team).ref}/").content.decode()

        assert "&lt;script&gt;alert(1)" in page
        assert "<strong>结论</strong>" in page

    def test_shows_a_video_as_a_link_only(self, team):
        one = write(team, kind="video", text_zh="", video="https://video.example.com/1")
        page = team.browser("李四").get(f"/growth/library/{one.ref}/").content.decode()

        assert 'href="https://video.example.com/1"' in page
        assert "<iframe" not in page
        assert "noopener noreferrer" in page

    def test_tells_an_author_how_often_they_were_read(self, team):
        one = write(team, author_id=team.pk("吴铮"))
        readings = [(team.pk(name), one.ref, MORNING - timedelta(days=n)) for n, name in enumerate(("李四", "林静", "沈一帆"))]

        record_readings(readings=readings, by=SYSTEM, at=MORNING)

        assert reads_by_author(team.pk("吴铮"), MORNING.date()) == (1, 3)

    def test_is_not_for_outsiders(self, team):
        with pytest.raises(NotFound):
            record_readings(readings=[], by=team.viewer("苏文"), at=MORNING)

        assert not LibraryReading.objects.exists()


class TestFinding:
    def test_filters_by_kind_topic_and_words(self, team):
        browser = team.browser("李四")

        page = text(browser.get("/growth/library/?kind=case&topic=python&q=循环").content)

        assert "循环导入：两个模块互相等对方" in page
        assert "一分钱对不上" not in page

    def test_says_so_when_there_is_nothing(self, team):
        assert "没有找到" in text(team.browser("李四").get("/growth/library/?q=qqqqqq").content)

    @pytest.mark.parametrize("query", ["kind=x", "topic=x", "stage=x", "begin=99999", "begin=x"])
    def test_bears_any_address(self, team, query):
        assert team.browser("李四").get(f"/growth/library/?{query}").status_code == 200

    def test_lists_many_in_as_many_queries_as_few(self, team):
        browser = team.browser("李四")
        browser.get("/growth/library/")
        with CaptureQueriesContext(connection) as many:
            browser.get("/growth/library/")
        LibraryItem.objects.exclude(code="weekly-report").delete()

        with CaptureQueriesContext(connection) as one:
            browser.get("/growth/library/")

        assert len(many) == len(one)


class TestWriting:
    def test_goes_from_draft_to_the_shelf_and_off_it(self, team):
        hr, reader = team.browser("苏文"), team.browser("李四")
        hr.post("/company/growth/library/new/", form(op="keep"))
        ref = LibraryItem.objects.get(title_zh="写结论").ref
        assert reader.get(f"/growth/library/{ref}/").status_code == 404

        hr.post(f"/company/growth/library/{ref}/publish/")
        assert reader.get(f"/growth/library/{ref}/").status_code == 200

        hr.post(f"/company/growth/library/{ref}/withdraw/")
        assert reader.get(f"/growth/library/{ref}/").status_code == 404

    def test_previews_without_keeping(self, team):
        answer = team.browser("苏文").post("/company/growth/library/new/", form(op="preview"))

        assert "<strong>结论</strong>" in answer.content.decode()
        assert not LibraryItem.objects.filter(title_zh="写结论").exists()

    def test_two_at_once_are_told(self, team):
        one = write(team)
        save_item(ref=one.ref, written=Written(kind="article", title_zh="甲", text_zh="乙"), version=1, by=team.viewer("苏文"), at=MORNING)

        answer = team.browser("苏文").post(f"/company/growth/library/{one.ref}/", form(version="1", op="keep", title_zh="丙"))

        assert answer.status_code == 409
        assert 'value="丙"' in answer.content.decode()
        assert LibraryItem.objects.get(pk=one.pk).title_zh == "甲"
        with pytest.raises(ChangedMeanwhile):
            save_item(ref=one.ref, written=Written(kind="article", title_zh="丁", text_zh="戊"), version=1, by=SYSTEM, at=MORNING)

    def test_opens_an_earlier_version(self, team):
        one = write(team)
        save_item(ref=one.ref, written=Written(kind="article", title_zh="甲", text_zh="乙"), version=1, by=team.viewer("苏文"), at=MORNING)

        page = team.browser("苏文").get(f"/company/growth/library/{one.ref}/?version=1").content.decode()

        assert 'value="写结论"' in page
        assert LibraryVersion.objects.filter(item=one).count() == 2

    @pytest.mark.parametrize(
        ("more", "refusal"),
        [
            ({"text_zh": " "}, NothingToRead),
            ({"kind": "video", "text_zh": "字"}, VideoLinkWrong),
            ({"video": "javascript:alert(1)"}, VideoLinkWrong),
            ({"video": "https://me:pw@example.com/"}, VideoLinkWrong),
        ],
    )
    def test_refuses_what_cannot_be_read(self, team, more, refusal):
        count = LibraryItem.objects.count()

        with pytest.raises(refusal):
            write(team, **more)

        assert LibraryItem.objects.count() == count

    @pytest.mark.parametrize(("name", "refusal"), [("李四", NotFound), ("林静", NotFound)])
    def test_is_hrs_alone(self, team, name, refusal):
        one = write(team)

        with pytest.raises((refusal, NotYours)):
            withdraw_item(ref=one.ref, by=team.viewer(name), at=MORNING)

        assert LibraryItem.objects.get(pk=one.pk).state == "published"

    def test_knows_who_wrote_it(self, team):
        answer = team.browser("苏文").post("/company/growth/library/new/", form(op="keep", author="nobody"))

        assert answer.status_code == 422
        assert "没有这个工号" in text(answer.content)


class TestFiles:
    def test_are_given_to_whoever_reads(self, team):
        one = write(team)
        pdf = SimpleUploadedFile("清单.pdf", b"%PDF-1.4\n1 0 obj\n%%EOF")
        team.browser("苏文").post(f"/company/growth/library/{one.ref}/files/", {"file": pdf})

        page = team.browser("李四").get(f"/growth/library/{one.ref}/").content.decode()
        url = next(part.split('"')[0] for part in page.split('href="') if part.startswith(f"/growth/library/{one.ref}/files/"))
        answer = team.browser("李四").get(url)

        assert answer.content.startswith(b"%PDF-")
        assert "attachment" in answer["Content-Disposition"]

    def test_are_what_they_say(self, team):
        one = write(team)
        fake = SimpleUploadedFile("清单.pdf", b"<html>")

        answer = team.browser("苏文").post(f"/company/growth/library/{one.ref}/files/", {"file": fake})

        assert answer.status_code == 422
        assert not LibraryVersion.objects.filter(item=one, number=2).exists()


class TestAuthors:
    def test_see_how_often_they_were_read_and_not_by_whom(self, team):
        one = write(team, author_id=team.pk("吴铮"))
        record_readings(readings=[(team.pk(name), one.ref, MORNING) for name in ("李四", "林静")], by=SYSTEM, at=MORNING)

        page = text(team.browser("吴铮").get("/growth/library/mine/").content)

        assert "你写的1篇，本月被读2次" in page
        assert "李四" not in page


class TestTheMentorsLibrary:
    def test_is_by_stage(self, team):
        page = text(team.browser("李四").get("/mentoring/library/?stage=end").content)

        assert "最后一次辅导沟通：怎么好好结束" in page
        assert "当导师的第一个月" not in page
