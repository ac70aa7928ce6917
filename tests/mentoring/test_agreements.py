"""The mentoring agreement: made by an approved plan, signed by each of the two, asked for again once; it stops nothing."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from bole.audit.models import Entry
from bole.kit.announce import react_to_open
from bole.mentoring.actions.agreements import make_agreement, remind_of_agreements, sign_agreement, switch_agreements
from bole.mentoring.actions.life import end_mentorship
from bole.mentoring.actions.meetings import record_meeting
from bole.mentoring.actions.plans import approve_plan, save_plan, submit_plan
from bole.mentoring.models import Agreement, Meeting, Plan, Signature
from bole.mentoring.refusals import AgreementChanged, AgreementsOff, PairOver
from bole.mentoring.rules.agreement import Basis, agreement_en, agreement_zh, cadence_en, cadence_zh, fingerprint, kept, read, remind_on
from bole.mentoring.rules.plan import planned
from bole.mentoring.rules.shipped import SHIPPED
from bole.notices.models import Notice
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM
from tests.mentoring.making import NOON, THIRD
from tests.office import text as words_of

MONDAY_NEXT = datetime(2026, 11, 30, 2, tzinfo=UTC)  # 10:00 in Beijing, five working days after the 23rd
BASIS = Basis(
    mentor="张三", mentee="李四", framework=("应届毕业生", "New graduate"), first_day=date(2026, 5, 18), last_day=date(2027, 5, 17),
    goal="独立交付", outcomes=["完成一次客户交付"], every=(1, 3, 6),
)  # fmt: skip


def text(answer):
    """Return the words of a page."""
    return words_of(answer.content)


def approved(cast, pair, goal="独立交付一个小项目", at=NOON):
    """Let a plan of the pair be approved, and what follows from it."""
    topics = planned(SHIPPED["new_graduate"].topics, months=12)
    by, last = cast.viewer("张三"), Plan.objects.filter(mentorship=pair).order_by("-number").first()
    version = last.version if last else 0
    saved = save_plan(pair_ref=pair.ref, version=version, goal=goal, outcomes=["完成一次客户交付"], topics=topics, by=by, at=at)
    sent = submit_plan(pair_ref=pair.ref, version=saved.version, by=by, at=at)
    approve_plan(ref=sent.ref, version=sent.version, by=cast.viewer("何佳"), at=at)
    react_to_open(at=at)
    return sent


@pytest.fixture
def pair(cast):
    """Let 张三 mentor 李四 by an approved plan."""
    made = cast.pair()
    approved(cast, made)
    return made


def sign(cast, pair, name, *, hash_="", at=NOON):
    shown = hash_ or Agreement.objects.get(mentorship=pair, replaced_at=None).hash
    return sign_agreement(pair_ref=pair.ref, fingerprint=shown, language="zh-hans", by=cast.viewer(name), at=at)


def told(cast, name, kind):
    return Notice.objects.filter(account__login=cast.people[name].number, kind=kind).count()


class TestTheText:
    def test_holds_the_plans_goal_and_cadence_in_both_languages(self):
        zh, en = dict(agreement_zh(BASIS)), dict(agreement_en(BASIS))

        assert zh["目标"] == ("独立交付", "完成一次客户交付")
        assert zh["节奏"][0] == "每月沟通一次，每3个月技能测试一次，每6个月成果汇报一次。"
        assert en["Cadence"][0] == "A talk each month, a skill test every 3 months, a report of results every 6 months."
        assert en["The two of us"] == ("张三 mentors 李四, “New graduate”, 18 May 2026 to 17 May 2027.",)
        assert len(agreement_zh(BASIS)) == len(agreement_en(BASIS))
        assert [len(lines) for _title, lines in agreement_zh(BASIS)] == [len(lines) for _title, lines in agreement_en(BASIS)]

    def test_leaves_out_what_the_cadence_never_asks_for(self):
        assert (cadence_zh((1, 0, 0)), cadence_en((2, 0, 0))) == ("每月沟通一次。", "A talk every 2 months.")

    def test_is_read_as_it_was_kept_and_hashed_to_the_letter(self):
        zh, en = kept(agreement_zh(BASIS)), kept(agreement_en(BASIS))

        assert read(zh) == agreement_zh(BASIS)
        assert fingerprint(zh, en) != fingerprint(zh, en.replace("talk", "talks"))
        assert fingerprint(zh, en) != fingerprint(zh + " ", en)

    def test_is_asked_for_again_after_five_working_days(self):
        assert remind_on(NOON.date()) == date(2026, 11, 30)


class TestMaking:
    def test_follows_an_approved_plan_and_tells_both(self, cast, pair):
        made = Agreement.objects.get()

        assert made.hash == fingerprint(made.text_zh, made.text_en)
        assert (told(cast, "张三", "mentoring.agreement"), told(cast, "李四", "mentoring.agreement")) == (1, 1)

    def test_done_twice_is_done_once(self, cast, pair):
        plan = Plan.objects.get(mentorship=pair)

        assert make_agreement(plan_ref=plan.ref, by=SYSTEM, at=NOON) is None
        assert Agreement.objects.count() == 1

    def test_of_a_changed_plan_asks_again_and_keeps_what_was_signed(self, cast, pair):
        sign(cast, pair, "李四")

        approved(cast, pair, goal="带一个小组", at=NOON + timedelta(hours=1))

        assert [(one.replaced_at is None) for one in Agreement.objects.order_by("pk")] == [False, True]
        assert Signature.objects.get().agreement == Agreement.objects.order_by("pk").first()
        assert told(cast, "李四", "mentoring.agreement_anew") == 1

    def test_allows_one_in_force(self, cast, pair):
        one = Agreement.objects.get()
        plan = Plan.objects.create(mentorship=pair, number=9, state="approved", changed_at=NOON)

        with pytest.raises(IntegrityError), transaction.atomic():
            Agreement.objects.create(mentorship=pair, plan=plan, text_zh="x", text_en="x", hash=one.hash, made_at=NOON)


class TestSigning:
    def test_takes_one_tap_on_the_page_and_keeps_who_when_and_which_text(self, cast, pair):
        browser, url = cast.browser("李四"), f"/mentoring/pairs/{pair.ref}/agreement/"
        shown = browser.get(url)

        answer = browser.post(url, {"hash": Agreement.objects.get().hash})

        kept_ = Signature.objects.get()
        assert "独立交付一个小项目" in text(shown)
        assert answer.status_code == 302
        assert (kept_.person_id, kept_.signed_at, kept_.hash, kept_.language) == (
            cast.pk("李四"), NOON, Agreement.objects.get().hash, "zh-hans",
        )  # fmt: skip

    def test_twice_is_once(self, cast, pair):
        first = sign(cast, pair, "张三")

        assert sign(cast, pair, "张三", at=NOON + timedelta(hours=1)) == first

    def test_of_another_text_is_refused_and_shows_the_new_one(self, cast, pair):
        old = Agreement.objects.get().hash
        approved(cast, pair, goal="带一个小组", at=NOON + timedelta(hours=1))
        with pytest.raises(AgreementChanged):
            sign(cast, pair, "李四", hash_=old)

        answer = cast.browser("李四").post(f"/mentoring/pairs/{pair.ref}/agreement/", {"hash": old})

        assert (answer.status_code, Signature.objects.count()) == (409, 0)
        assert "带一个小组" in text(answer)

    @pytest.mark.parametrize("name", THIRD)
    def test_is_the_twos_alone_and_so_is_the_text(self, cast, pair, name):
        with pytest.raises(NotFound):
            sign(cast, pair, name)

        assert cast.browser(name).get(f"/mentoring/pairs/{pair.ref}/agreement/").status_code == 404

    def test_of_a_pair_that_is_over_is_refused(self, cast, pair):
        end_mentorship(ref=pair.ref, on=NOON.date(), why="moved", by=cast.viewer("何佳"), at=NOON)

        with pytest.raises(PairOver):
            sign(cast, pair, "李四")

    def test_is_not_needed_to_record_a_talk(self, cast, pair):
        record_meeting(
            pair_ref=pair.ref, once="abcdefgh2345", held_on=NOON.date(), minutes=60, place="face", codes=["values"], advice="好", to_do=[],
            done=[], next_on=None, by=cast.viewer("张三"), at=NOON,
        )  # fmt: skip

        assert (Meeting.objects.count(), Signature.objects.count()) == (1, 0)

    def test_stands_on_the_record_without_a_word(self, cast, pair):
        sign(cast, pair, "李四")

        line = str(Entry.objects.get(what="mentoring.sign_agreement").__dict__)
        assert "mentoring_agreement" in line
        assert "独立交付" not in line

    def test_the_text_lies_sealed(self, pair):
        with connection.cursor() as cursor:
            cursor.execute("SELECT text_zh FROM mentoring_agreement")
            (stored,) = cursor.fetchone()

        assert "独立交付" not in stored


class TestReminding:
    def test_comes_once_after_five_working_days_to_who_has_not_signed(self, cast, pair):
        sign(cast, pair, "张三")

        counts = [remind_of_agreements(by=SYSTEM, at=at) for at in (MONDAY_NEXT - timedelta(days=3), MONDAY_NEXT, MONDAY_NEXT)]

        assert counts == [0, 1, 0]
        assert (told(cast, "张三", "mentoring.agreement_unsigned"), told(cast, "李四", "mentoring.agreement_unsigned")) == (0, 1)

    def test_comes_neither_at_night_nor_where_both_signed(self, cast, pair):
        at_night = remind_of_agreements(by=SYSTEM, at=MONDAY_NEXT - timedelta(hours=2))
        for name in ("张三", "李四"):
            sign(cast, pair, name)

        assert (at_night, remind_of_agreements(by=SYSTEM, at=MONDAY_NEXT)) == (0, 0)


class TestTheSwitch:
    def test_off_makes_none_reminds_nobody_and_lets_nobody_sign(self, cast, pair):
        switch_agreements(is_on=False, by=cast.viewer("苏文"), at=NOON)
        other = cast.pair("叶青", "丁一")

        with pytest.raises(AgreementsOff):
            sign(cast, pair, "李四")
        assert remind_of_agreements(by=SYSTEM, at=MONDAY_NEXT) == 0
        assert not Agreement.objects.filter(mentorship=other).exists()
        assert "人力资源部已停用师徒协议" in text(cast.browser("李四").get(f"/mentoring/pairs/{pair.ref}/agreement/"))

    def test_on_again_goes_on_with_the_next_plan(self, cast, pair):
        for is_on in (False, True):
            switch_agreements(is_on=is_on, by=cast.viewer("周宁"), at=NOON)

        approved(cast, pair, goal="带一个小组", at=NOON + timedelta(hours=1))

        assert Agreement.objects.count() == 2

    @pytest.mark.parametrize(("name", "refusal"), [("张三", NotFound), ("何佳", NotYours), ("陆衡", NotYours)])
    def test_is_hrs(self, cast, name, refusal):
        with pytest.raises(refusal):
            switch_agreements(is_on=False, by=cast.viewer(name), at=NOON)

    def test_is_worked_on_the_page(self, cast):
        answer = cast.browser("苏文").post("/company/mentoring/agreement/", {"is_on": "no"})

        assert answer.status_code == 302
        assert "已停用" in text(cast.browser("陆衡").get("/company/mentoring/agreement/"))


class TestWhatHrSees:
    def test_is_who_signed_and_no_word(self, cast, pair):
        sign(cast, pair, "张三")

        page = text(cast.browser("何佳").get(f"/company/mentoring/pairs/{pair.ref}/"))
        health = cast.browser("何佳").get("/company/mentoring/?list=unsigned").content.decode()

        assert "导师已签字，学员还没有" in page
        assert "独立交付一个小项目" not in page
        assert f"/company/mentoring/pairs/{pair.ref}/" in health

    def test_is_in_neither_list_once_both_signed(self, cast, pair):
        for name in ("张三", "李四"):
            sign(cast, pair, name)

        assert f"/company/mentoring/pairs/{pair.ref}/" not in cast.browser("何佳").get("/company/mentoring/?list=unsigned").content.decode()

    def test_asks_neither_on_the_page_of_the_pair_where_the_company_has_none_any_more(self, cast, pair):
        sign(cast, pair, "张三")
        asked = cast.browser("李四").get(f"/mentoring/pairs/{pair.ref}/").content.decode()
        switch_agreements(is_on=False, by=cast.viewer("苏文"), at=NOON)

        mentor, mentee = (cast.browser(name).get(f"/mentoring/pairs/{pair.ref}/").content.decode() for name in ("张三", "李四"))

        assert "等你签字" in asked
        assert "等你签字" not in mentee
        assert "点两下就签好" not in mentee
        assert "你已签字" in mentor

    def test_is_in_no_list_where_the_company_has_none_any_more(self, cast, pair):
        switch_agreements(is_on=False, by=cast.viewer("苏文"), at=NOON)

        assert f"/company/mentoring/pairs/{pair.ref}/" not in cast.browser("何佳").get("/company/mentoring/?list=unsigned").content.decode()


def test_the_page_asks_the_same_few_questions(cast, pair, django_assert_max_num_queries):
    browser, url = cast.browser("李四"), f"/mentoring/pairs/{pair.ref}/agreement/"
    browser.get(url)

    with django_assert_max_num_queries(22):
        browser.get(url)
