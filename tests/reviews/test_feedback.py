"""Feedback: who may read a piece is shown before it is sent, is true afterwards, and holds at every door."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bole.audit.models import Entry
from bole.people.actions import end_employment, set_manager
from bole.reviews.actions import keep_draft, note_read, reply_to_feedback, send_feedback, take_back_feedback
from bole.reviews.models import Draft, Feedback, Reply, Seen
from bole.reviews.queries import own_feedback, waiting_for
from bole.reviews.refusals import ForAnotherCompany, NotHere, NoWords, ReadAlready, ReadersChanged, TooManyWords, ToOneself
from bole.values.refusal import NotFound
from bole.values.viewer import SYSTEM
from tests.office import text
from tests.reviews.team import MORNING, THIRD, send

pytestmark = pytest.mark.django_db
CANARY = "金丝雀反馈的话"
TODAY = MORNING.date()


class TestSendFeedback:
    def test_fixes_its_readers(self, team):
        piece = send(team, "吴铮", "李四", shared="林静")

        piece.refresh_from_db()
        assert (piece.sender_id, piece.recipient_id, piece.shared_with_id) == (team.pk("吴铮"), team.pk("李四"), team.pk("林静"))
        assert piece.is_from_manager is False

    def test_keeps_the_words_sealed(self, team):
        send(team, "林静", "李四", words=CANARY)

        with connection.cursor() as cursor:
            cursor.execute("SELECT words FROM reviews_feedback")
            assert CANARY not in cursor.fetchone()[0]

    def test_stands_on_the_record_without_a_word(self, team):
        piece = send(team, "林静", "李四", words=CANARY)

        line = Entry.objects.get(what="reviews.send_feedback")
        assert (line.by, line.subject, line.things) == ("林静", str(team.people["李四"].ref), [f"feedback {piece.ref}"])

    def test_sent_twice_by_one_form_is_one_piece(self, team):
        told = {"recipient_id": team.pk("李四"), "kind": "praise", "words": "好", "about": None, "shared_with_id": None}
        first = send_feedback(once="onceonceonce", **told, by=team.viewer("林静"), at=MORNING)

        again = send_feedback(once="onceonceonce", **told, by=team.viewer("林静"), at=MORNING)

        assert again.pk == first.pk
        assert Feedback.objects.count() == 1

    @pytest.mark.parametrize(
        ("recipient", "words", "refusal"),
        [
            ("林静", "好", ToOneself),
            ("外包", "好", ForAnotherCompany),
            ("李四", " \n ", NoWords),
            ("李四", "\u200b\u202e", NoWords),
            ("李四", "好" * 1001, TooManyWords),
        ],
    )
    def test_refuses_with_the_reason(self, team, recipient, words, refusal):
        with pytest.raises(refusal):
            send(team, "林静", recipient, words=words)

        assert not Feedback.objects.exists()

    def test_refuses_somebody_who_left(self, team):
        end_employment(person_id=team.pk("李四"), last_day=TODAY - timedelta(days=1), reason="", version=1, by=SYSTEM, at=MORNING)

        with pytest.raises(NotHere):
            send(team, "林静", "李四")

        assert not Feedback.objects.exists()

    def test_refuses_a_reader_who_is_not_the_manager(self, team):
        with pytest.raises(ReadersChanged):
            send(team, "吴铮", "李四", shared="高远")

        assert not Feedback.objects.exists()

    def test_is_not_for_people_of_another_company(self, team):
        with pytest.raises(NotFound):
            send(team, "外包", "李四")

        assert not Feedback.objects.exists()

    def test_drops_the_draft(self, team):
        keep_draft(recipient_id=team.pk("李四"), kind="advice", words="写到一半", by=team.viewer("林静"), at=MORNING)

        send(team, "林静", "李四")

        assert not Draft.objects.exists()

    def test_brings_back_no_draft_that_comes_after_it(self, team):
        browser, to = team.browser("林静"), f"to={team.people['李四'].number}"
        told = {"once": "onceonceonce", "kind": "advice", "words": "下次先约客户", "reader": "alone"}
        assert browser.post(f"/feedback/new/?{to}", told).status_code == 302

        assert browser.post(f"/feedback/draft/?{to}", told).status_code == 204

        assert not Draft.objects.exists()
        assert browser.post(f"/feedback/draft/?{to}", told | {"once": "another-form"}).status_code == 204
        assert Draft.objects.get().words == "下次先约客户"


class TestWhoReads:
    @pytest.mark.parametrize("name", ["林静", "李四"])
    def test_sender_and_recipient_do(self, team, name):
        piece = send(team, "林静", "李四", words=CANARY)

        assert CANARY in text(team.browser(name).get(f"/feedback/{piece.ref}/").content)

    @pytest.mark.parametrize("name", [*THIRD, "外包"])
    def test_nobody_else_does_at_any_door(self, team, name):
        piece = send(team, "林静", "李四", words=CANARY)
        browser = team.browser(name)

        for path in (f"/feedback/{piece.ref}/", f"/feedback/{piece.ref}/reply/", f"/feedback/{piece.ref}/take-back/"):
            assert browser.get(path).status_code in {404, 405}
            assert browser.post(path, {"words": "我也说一句"}).status_code in {404, 405}
        for path in ("/", "/me/", "/feedback/", "/feedback/?tab=sent", "/feedback/?tab=asked", "/search/?q=金丝雀反馈", "/people/BL0471/",
                     f"/api/v1/people/{team.people[name].number}/export", "/company/record/", "/team/", "/one-to-ones/"):  # fmt: skip
            assert CANARY not in browser.get(path).content.decode()
        assert not Reply.objects.exists()

    def test_the_manager_does_where_the_sender_said_so(self, team):
        piece = send(team, "吴铮", "李四", words=CANARY, shared="林静")

        assert CANARY in text(team.browser("林静").get(f"/feedback/{piece.ref}/").content)
        assert "吴铮对李四工作的肯定" in text(team.browser("林静").get(f"/feedback/{piece.ref}/").content)
        assert team.browser("高远").get(f"/feedback/{piece.ref}/").status_code == 404

    def test_a_later_manager_does_not(self, team):
        piece = send(team, "吴铮", "李四", words=CANARY, shared="林静")

        set_manager(person_id=team.pk("李四"), manager_id=team.pk("沈一帆"), first_day=TODAY, by=SYSTEM, at=MORNING)

        assert team.viewer("沈一帆").reports == frozenset({team.pk("李四")})
        assert team.browser("沈一帆").get(f"/feedback/{piece.ref}/").status_code == 404
        assert CANARY in text(team.browser("林静").get(f"/feedback/{piece.ref}/").content)

    def test_the_manager_who_was_shown_must_still_be_it(self, team):
        set_manager(person_id=team.pk("李四"), manager_id=team.pk("沈一帆"), first_day=TODAY, by=SYSTEM, at=MORNING)

        with pytest.raises(ReadersChanged):
            send(team, "吴铮", "李四", shared="林静")

        assert not Feedback.objects.exists()

    def test_a_shared_piece_is_read_by_whom_the_form_named(self, team):
        page = text(team.browser("吴铮").get("/feedback/new/?to=BL0471").content)

        assert "发出后能看到的人：李四、你自己" in page
        assert "发出后能看到的人：李四、林静（主管）、你自己" in page

    def test_a_manager_is_not_offered_to_share_with_herself(self, team):
        page = text(team.browser("林静").get("/feedback/new/?to=BL0471").content)

        assert "发出后能看到的人：李四、你自己" in page
        assert "（主管）" not in page


class TestThePages:
    def test_send_and_say_so(self, team):
        browser = team.browser("林静")
        form = {"once": "abcdefgh2345", "kind": "advice", "words": "下次先约客户", "about": "", "reader": "alone"}

        answer = browser.post("/feedback/new/?to=BL0471", form, follow=True)

        assert answer.status_code == 200
        assert "已发给李四" in text(answer.content)
        assert Feedback.objects.get().words == "下次先约客户"

    @pytest.mark.parametrize(
        ("words", "said"), [("", "还没有写内容。一句话就够。"), ("好" * 1003, "现在有1003个字，最多1000个。请减少3个字。")]
    )
    def test_keep_the_text_and_say_what_is_wrong(self, team, words, said):
        form = {"once": "abcdefgh2345", "kind": "advice", "words": words, "about": "", "reader": "alone"}

        answer = team.browser("林静").post("/feedback/new/?to=BL0471", form)

        assert answer.status_code == 422
        assert said in text(answer.content)
        assert words in answer.content.decode()

    @pytest.mark.parametrize("number", ["BL0031", "BL9999", "WB0007"])
    def test_keep_the_text_where_it_cannot_go(self, team, number):
        form = {"once": "abcdefgh2345", "kind": "advice", "words": "写好的话", "about": "", "reader": "alone"}

        answer = team.browser("林静").post(f"/feedback/new/?to={number}", form)

        assert answer.status_code == 422
        assert "写好的话" in answer.content.decode()
        assert not Feedback.objects.exists()

    def test_say_that_the_manager_changed(self, team):
        form = {"once": "abcdefgh2345", "kind": "advice", "words": "写好的话", "about": "", "reader": "BL0021"}

        answer = team.browser("吴铮").post("/feedback/new/?to=BL0471", form)

        assert answer.status_code == 422
        assert "写好的话" in answer.content.decode()
        assert not Feedback.objects.exists()

    def test_offer_the_people_one_works_with(self, team):
        page = text(team.browser("李四").get("/feedback/new/").content)

        assert "你的主管林静" in page
        assert "沈一帆" in page
        assert "外包" not in page
        assert "高远" not in page

    def test_find_anybody_who_works_here(self, team):
        browser = team.browser("李四")

        assert "吴铮" in text(browser.get("/feedback/new/?q=wuzheng").content)
        assert "WB0007" not in text(browser.get("/feedback/new/?q=外包").content)

    def test_come_back_with_the_draft(self, team):
        browser = team.browser("李四")

        kept = browser.post("/feedback/draft/?to=BL0031", {"kind": "advice", "words": "写到一半的话"})

        assert kept.status_code == 204
        assert "写到一半的话" in text(browser.get("/feedback/new/?to=BL0031").content)
        assert "写到一半的话" not in text(team.browser("沈一帆").get("/feedback/new/?to=BL0031").content)

    @pytest.mark.parametrize(("language", "words"), [("zh-CN", "还没有反馈"), ("en", "Nofeedbackyet")])
    def test_say_what_will_appear(self, team, language, words):
        assert words in text(team.browser("吴铮", language).get("/feedback/").content)

    def test_show_hostile_words_as_words(self, team):
        piece = send(team, "林静", "李四", words="<script>alert(1)</script>{{ 7*7 }}\u202e\n第二行")

        body = team.browser("李四").get(f"/feedback/{piece.ref}/").content.decode()

        assert "<script>alert(1)" not in body
        assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7*7 }}" in body
        assert "\u202e" not in body

    @pytest.mark.parametrize("path", ["/feedback/", "/feedback/new/", "/feedback/new/?to=BL0471"])
    def test_are_not_there_for_people_of_another_company(self, team, path):
        assert team.browser("外包").get(path).status_code == 404

    def test_ask_as_often_for_three_as_for_one(self, team):
        browser = team.browser("李四")
        send(team, "林静", "李四")
        browser.get("/feedback/")
        with CaptureQueriesContext(connection) as one:
            browser.get("/feedback/")
        send(team, "沈一帆", "李四")
        send(team, "吴铮", "李四", shared="林静")
        with CaptureQueriesContext(connection) as three:
            browser.get("/feedback/")

        assert len(three) == len(one)


class TestUnread:
    LINE = "你的绩效反馈已生成，请及时查看"

    @pytest.mark.parametrize("path", ["/", "/me/"])
    def test_the_managers_feedback_is_told_until_it_is_read(self, team, path):
        piece, browser = send(team, "林静", "李四"), team.browser("李四")
        assert self.LINE in text(browser.get(path).content)

        browser.get(f"/feedback/{piece.ref}/")

        assert self.LINE not in text(browser.get(path).content)

    def test_a_colleagues_is_told_otherwise(self, team):
        send(team, "沈一帆", "李四")

        page = text(team.browser("李四").get("/").content)

        assert self.LINE not in page
        assert "反馈里有新内容" in page

    def test_a_reply_is_news_for_the_other(self, team):
        piece = send(team, "林静", "李四")
        reply_to_feedback(ref=piece.ref, words="谢谢，想再问一句", by=team.viewer("李四"), at=MORNING + timedelta(minutes=5))

        assert waiting_for(team.viewer("林静"), day=TODAY).others == 1
        assert waiting_for(team.viewer("李四"), day=TODAY).from_manager == 0


class TestRequest:
    def test_waits_until_it_is_answered(self, team):
        piece = send(team, "李四", "吴铮", kind="request", words="方案评审怎么样？")
        assert waiting_for(team.viewer("吴铮"), day=TODAY).asked == 1

        reply_to_feedback(ref=piece.ref, words="思路清楚", by=team.viewer("吴铮"), at=MORNING + timedelta(hours=1))

        piece.refresh_from_db()
        assert piece.answered_at == MORNING + timedelta(hours=1)
        assert waiting_for(team.viewer("吴铮"), day=TODAY).asked == 0
        assert "思路清楚" in text(team.browser("李四").get(f"/feedback/{piece.ref}/").content)


class TestTakeBack:
    def test_leaves_nothing(self, team):
        piece = send(team, "林静", "李四", words=CANARY)

        take_back_feedback(ref=piece.ref, by=team.viewer("林静"), at=MORNING + timedelta(minutes=9))

        piece.refresh_from_db()
        assert piece.words == ""
        for name in ("林静", "李四"):
            assert team.browser(name).get(f"/feedback/{piece.ref}/").status_code == 404
            assert waiting_for(team.viewer(name), day=TODAY).from_manager == 0

    def test_is_over_when_somebody_read_it(self, team):
        piece = send(team, "林静", "李四")
        note_read(ref=piece.ref, by=team.viewer("李四"), at=MORNING)

        with pytest.raises(ReadAlready):
            take_back_feedback(ref=piece.ref, by=team.viewer("林静"), at=MORNING + timedelta(minutes=1))

        piece.refresh_from_db()
        assert piece.taken_back_at is None

    def test_is_over_after_ten_minutes(self, team):
        piece = send(team, "林静", "李四")

        with pytest.raises(ReadAlready):
            take_back_feedback(ref=piece.ref, by=team.viewer("林静"), at=MORNING + timedelta(minutes=10, seconds=1))

        piece.refresh_from_db()
        assert piece.taken_back_at is None

    def test_is_the_senders(self, team):
        piece = send(team, "林静", "李四")

        with pytest.raises(NotFound):
            take_back_feedback(ref=piece.ref, by=team.viewer("李四"), at=MORNING)

        piece.refresh_from_db()
        assert piece.taken_back_at is None

    def test_says_on_the_page_why_it_is_too_late(self, team):
        piece = send(team, "林静", "李四")
        Seen.objects.create(feedback=piece, person=team.people["李四"], at=MORNING)

        answer = team.browser("林静").post(f"/feedback/{piece.ref}/take-back/")

        assert answer.status_code == 409
        assert "不能再撤回" in text(answer.content)


class TestMyOwn:
    def test_is_all_in_the_export(self, team):
        piece = send(team, "林静", "李四", words=CANARY)
        reply_to_feedback(ref=piece.ref, words="收到", by=team.viewer("李四"), at=MORNING)

        (mine,) = own_feedback(team.viewer("李四"))
        exported = team.browser("李四").get("/api/v1/people/BL0471/export").json()["feedback"]

        assert (mine["from"], mine["words"], [one["words"] for one in mine["replies"]]) == ("林静 BL0031", CANARY, ["收到"])
        assert exported[0]["words"] == CANARY
