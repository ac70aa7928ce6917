"""The pages of results: handed in with what was typed kept, read by whom it says, confirmed by who leads the person."""

import re
from html import unescape

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bole.kit.worker import settle
from bole.notices.models import Notice
from bole.people.models import Employment
from bole.vault.models import KeptFile
from bole.work.actions.submissions import confirm_result
from bole.work.models import Fact, Submission
from tests.reviews.team import Team, make_team
from tests.work.test_submissions import NOON, PDF, hand_in

pytestmark = pytest.mark.django_db
NEW = "/results/new/"
ONCE = "abcdefghjkmn"
FEEDBACK = {"once": ONCE, "stars": "5", "words": "客户说上线很顺利"}


@pytest.fixture(autouse=True)
def clock():
    """Let it be noon on Friday."""
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def team() -> Team:
    """Return 林静's team."""
    return make_team()


@pytest.fixture
def li(team: Team) -> Client:
    """Return 李四's browser."""
    return team.browser("李四")


class TestANewResult:
    @pytest.mark.parametrize(
        ("kind", "fields"), [("project_report", "words"), ("customer_feedback", "stars words"), ("skill_score", "test points")]
    )
    def test_asks_what_its_kind_needs_in_one_text_field(self, li, kind, fields):
        shown = li.get(f"{NEW}?kind={kind}").content.decode()

        assert all(f'name="{one}"' in shown for one in fields.split())
        assert len(re.findall(r'<textarea|type="text"', shown.split("<main")[1])) == 1

    def test_says_who_will_read_it_before_it_is_sent(self, li):
        shown = li.get(NEW).content.decode()

        assert "发出后能看到的人：林静、林静不在时代为处理的人、更上级的主管、人力资源部、你自己" in shown

    def test_is_sent(self, li, team):
        answer = li.post(f"{NEW}?kind=customer_feedback", {**FEEDBACK, "file": SimpleUploadedFile("验收单.pdf", PDF)}, follow=True)

        made = Submission.objects.get(person=team.pk("李四"))
        assert (made.kind, made.value, made.words) == ("customer_feedback", 10_000, "客户说上线很顺利")
        assert "客户说上线很顺利" in answer.content.decode()
        assert KeptFile.objects.get().parent == f"submission {made.ref}"

    def test_is_sent_once_however_often(self, li):
        li.post(f"{NEW}?kind=customer_feedback", FEEDBACK)
        li.post(f"{NEW}?kind=customer_feedback", FEEDBACK)

        assert (Submission.objects.count(), Fact.objects.count()) == (1, 1)

    def test_keeps_what_was_typed_and_chosen_when_something_is_missing(self, li):
        told = {**FEEDBACK, "stars": "", "file": SimpleUploadedFile("验收单.pdf", PDF)}

        answer = li.post(f"{NEW}?kind=customer_feedback", told)

        kept = KeptFile.objects.get()
        assert answer.status_code == 422
        assert "客户说上线很顺利" in answer.content.decode()
        assert f'name="kept" value="{kept.ref}" checked' in answer.content.decode()
        assert Submission.objects.count() == 0

    def test_takes_what_was_kept(self, li, team):
        li.post(f"{NEW}?kind=customer_feedback", {**FEEDBACK, "stars": "", "file": SimpleUploadedFile("验收单.pdf", PDF)})

        li.post(f"{NEW}?kind=customer_feedback", {**FEEDBACK, "kept": KeptFile.objects.get().ref})

        assert KeptFile.objects.get().parent == f"submission {Submission.objects.get().ref}"

    def test_refuses_a_file_that_is_not_what_it_says(self, li):
        told = {**FEEDBACK, "file": SimpleUploadedFile("照片.jpg", PDF)}

        answer = li.post(f"{NEW}?kind=customer_feedback", told)

        assert answer.status_code == 422
        assert "这个文件的内容和扩展名不一致，没有收下。支持：" in answer.content.decode()
        assert "客户说上线很顺利" in answer.content.decode()

    def test_refuses_a_photo_of_a_hundred_megabytes_and_keeps_nothing_of_it(self, li):
        told = {**FEEDBACK, "file": SimpleUploadedFile("现场.jpg", b"\xff\xd8\xff" + bytes(100 * 2**20))}

        answer = li.post(f"{NEW}?kind=customer_feedback", told)

        assert answer.status_code == 422
        assert "文件100.0 MB，超过10.0 MB。原文件没有变化，可以压缩后再传。" in answer.content.decode()
        assert "客户说上线很顺利" in answer.content.decode()
        assert KeptFile.objects.count() == 0

    def test_begins_with_the_kind_of_the_last_one(self, li, team):
        hand_in(team)

        assert 'name="stars"' in li.get(NEW).content.decode()

    def test_is_not_offered_to_who_works_for_another_company(self, team):
        assert team.browser("外包").get(NEW).status_code == 404


class TestWhatAPhoneShares:
    def test_lies_in_the_form_of_a_new_result(self, li):
        shared = {"text": "验收单", "file": SimpleUploadedFile("验收单.pdf", PDF)}

        page = li.post("/results/share/", shared, headers={"sec-fetch-site": "none"}, follow=True).content.decode()

        assert "验收单.pdf" in page
        assert f'name="kept" value="{KeptFile.objects.get().ref}" checked' in page

    def test_is_kept_but_for_what_cannot_be_taken_and_goes_along_to_another_kind(self, li):
        files = [
            SimpleUploadedFile("验收单.pdf", PDF),
            SimpleUploadedFile("坏的.pdf", b"not what it says"),
            SimpleUploadedFile("照片.pdf", PDF),
        ]

        page = li.post(
            "/results/share/", {"text": "客户说好", "file": files}, headers={"sec-fetch-site": "none"}, follow=True
        ).content.decode()
        other = li.get(unescape(re.findall(r'href="(/results/new/\?kind=customer_feedback[^"]*)"', page)[0])).content.decode()

        assert "坏的.pdf" in page
        for shown in (page, other):
            assert shown.count('name="kept"') == 2
            assert "客户说好" in shown

    @pytest.mark.parametrize("site", ["cross-site", "same-site", ""])
    def test_is_taken_from_the_phone_alone(self, li, site):
        told = {"file": SimpleUploadedFile("验收单.pdf", PDF)}

        answer = li.post("/results/share/", told, headers={"sec-fetch-site": site} if site else {})

        assert (answer.status_code, KeptFile.objects.count()) == (403, 0)

    def test_is_nobody_elses_to_send(self, li, team):
        li.post("/results/share/", {"file": SimpleUploadedFile("验收单.pdf", PDF)}, headers={"sec-fetch-site": "none"})

        shown = team.browser("沈一帆").get(f"{NEW}?kept={KeptFile.objects.get().ref}").content.decode()

        assert "验收单.pdf" not in shown


class TestAResult:
    def test_shows_its_words_and_files_to_who_leads_the_person(self, team):
        made = hand_in(team, files=[SimpleUploadedFile("验收单.pdf", PDF)])

        shown = team.browser("林静").get(f"/results/{made.ref}/").content.decode()

        assert all(words in shown for words in ("第二次验收一次通过", "验收单.pdf", "本人提交，待确认", "确认成果"))

    def test_hands_out_its_files_as_downloads(self, team):
        made = hand_in(team, files=[SimpleUploadedFile("验收单.pdf", PDF)])

        answer = team.browser("林静").get(f"/results/{made.ref}/files/{KeptFile.objects.get().ref}/")

        assert (answer.content, answer["Content-Disposition"][:10]) == (PDF, "attachment")

    @pytest.mark.parametrize("name", ["沈一帆", "陆衡", "方磊", "外包"])
    def test_does_not_exist_for_others(self, team, name):
        made = hand_in(team)

        assert team.browser(name).get(f"/results/{made.ref}/").status_code == 404

    def test_of_an_intern_waits_on_the_home_of_who_leads_them(self, team):
        Employment.objects.filter(person=team.people["李四"]).update(kind="intern")
        hand_in(team)

        home = team.browser("林静").get("/")

        assert home.status_code == 200
        assert "李四：一项成果待确认" in home.content.decode()

    def test_is_confirmed(self, team):
        made = hand_in(team)

        home = team.browser("林静").get("/").content.decode()
        assert "1件事等你处理，大约1分钟" in home
        assert "李四：一项成果待确认" in home
        shown = team.browser("林静").post(f"/results/{made.ref}/confirm/", follow=True).content.decode()

        assert "本人提交，待确认" not in shown
        assert Submission.objects.get().state == "confirmed"

    def test_is_returned_with_a_sentence_and_handed_in_again(self, team, li):
        made = hand_in(team)
        team.browser("林静").post(f"/results/{made.ref}/return/", {"remark": "请附上客户原话"})
        came_back = li.get(f"/results/{made.ref}/").content.decode()

        version = Submission.objects.get().version
        li.post(f"/results/{made.ref}/", {**FEEDBACK, "stars": "4", "version": str(version)})

        assert "请附上客户原话" in came_back
        made.refresh_from_db()
        assert (made.state, made.value) == ("waiting", 8_000)

    def test_is_not_returned_without_a_sentence(self, team):
        made = hand_in(team)

        answer = team.browser("林静").post(f"/results/{made.ref}/return/", {"remark": ""})

        assert (answer.status_code, "请写明还缺什么，本人会看到。" in answer.content.decode()) == (422, True)

    def test_is_taken_back(self, team, li):
        made = hand_in(team)

        shown = li.post(f"/results/{made.ref}/withdraw/", follow=True).content.decode()

        assert "已撤回" in shown
        assert Fact.objects.filter(withdrawn_at=None).count() == 0


class TestTheList:
    def test_asks_as_often_whatever_its_length(self, team, li):
        hand_in(team)
        li.get("/results/")
        with CaptureQueriesContext(connection) as few:
            li.get("/results/")
        for n in range(5):
            hand_in(team, once=f"once0000001{n}")

        with CaptureQueriesContext(connection) as many:
            li.get("/results/")

        assert len(many) == len(few)

    def test_says_what_appears_where_there_is_nothing(self, li):
        assert "还没有提交成果" in li.get("/results/").content.decode()


class TestTheListOfNotices:
    def test_returns_a_result_with_a_sentence_where_it_stands(self, li, team):
        li.post(f"{NEW}?kind=customer_feedback", FEEDBACK)
        settle(NOON)
        lin = team.browser("林静")
        page = lin.get("/notices/").content.decode()
        address, ident = re.search(r'<form action="([^"]+)" method="post" id="(say-[^"]+)"', page).groups()

        empty = lin.post(address, {"remark": ""})
        still_new = Notice.objects.filter(account__login=team.people["林静"].number, read_at=None).count()
        answer = lin.post(address, {"remark": "请补上验收单"})

        assert f'form="{ident}"' in page
        assert "还缺什么" in page
        assert (empty.status_code, still_new) == (422, 1)
        assert answer["Location"] == f"/results/{Submission.objects.get().ref}/"
        assert not Notice.objects.filter(account__login=team.people["林静"].number, read_at=None).exists()
        assert Submission.objects.get().state == "returned"
        assert str(Submission.objects.get().remark) == "请补上验收单"

    @pytest.mark.parametrize(("language", "why"), [("zh-CN", "这条通知仍是未读"), ("en", "so this notice stays new")])
    def test_keeps_one_new_whose_result_was_decided_elsewhere_first_and_says_so(self, li, team, language, why):
        li.post(f"{NEW}?kind=customer_feedback", FEEDBACK)
        settle(NOON)
        lin = team.browser("林静")
        address = re.search(r'formaction="(/notices/[^"]+do=0)"', lin.get("/notices/").content.decode())[1]
        confirm_result(ref=Submission.objects.get().ref, by=team.viewer("林静"), at=NOON)

        answer = lin.post(address, headers={"accept-language": language})

        assert answer.status_code == 409
        assert why in answer.content.decode()
        assert Notice.objects.get(account__login=team.people["林静"].number).read_at is None
