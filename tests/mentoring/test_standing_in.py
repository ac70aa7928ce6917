"""A mentor who is away names another mentor, who answers for them whoever asks: accepts or declines in their own name."""

from datetime import timedelta

import pytest

from bole.growth.models import Skill, SkillEvidence
from bole.mentoring.actions.askings import answer_asking, ask_mentor
from bole.mentoring.actions.plans import approve_plan
from bole.mentoring.actions.requests import answer_request, ask_help
from bole.mentoring.actions.wishes import Wanted, make_wish
from bole.mentoring.models import Mentorship, Wish
from bole.notices.actions import delegate
from bole.notices.jobs import send_notices
from bole.notices.models import Notice
from bole.notices.refusals import UnknownStandIn
from bole.notices.registry import what_waits
from bole.values.refusal import NotFound
from tests.mentoring.making import NOON, Cast, make_mentor
from tests.mentoring.test_plans import submitted
from tests.office import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(cast: Cast) -> Wish:
    """Let 吴铮, who is away this week and named 叶青, be asked by 丁一."""
    skill = Skill.objects.create(code="eval", group="craft", name_zh="评测", name_en="Evaluating", changed_at=NOON, changed_by="x")
    make_mentor(cast.people["吴铮"], capacity=1)
    SkillEvidence.objects.create(person=cast.people["吴铮"], skill=skill, source="own", level=5, by="x", at=NOON)
    let_stand_in(cast, "吴铮", "叶青")
    wish = make_wish(wanted=Wanted(framework="new_graduate", skills=("eval",)), by=cast.viewer("丁一"), at=NOON)
    return ask_mentor(ref=wish.ref, mentor_id=cast.pk("吴铮"), by=cast.viewer("丁一"), at=NOON)


def let_stand_in(cast: Cast, by: str, to: str) -> None:
    """Let one stand in for the other for a week."""
    account = cast.viewer(to).account_id
    assert account is not None
    delegate(to=account, first_day=NOON.date(), last_day=NOON.date() + timedelta(days=7), by=cast.viewer(by), at=NOON)


class TestAMentorWhoStandsIn:
    def test_is_told_and_shown_who_asks(self, cast: Cast, asked: Wish) -> None:
        browser = cast.browser("叶青")

        assert "代吴铮" in text(browser.get("/notices/").content)
        page = text(browser.get("/mentoring/requests/").content)
        assert "请的是吴铮，由你代为答复" in page
        assert "代为接受" in page

    def test_accepts_for_the_mentor_in_the_own_name(self, cast: Cast, asked: Wish) -> None:
        browser = cast.browser("叶青")

        answer = browser.post(f"/mentoring/requests/{asked.ref}/", {"answer": "accept"})

        assert (answer.status_code, answer["Location"]) == (302, "/mentoring/requests/")
        pair = Mentorship.objects.get()
        assert (pair.mentor_id, pair.mentee_id, pair.made_by) == (cast.pk("吴铮"), cast.pk("丁一"), "叶青")
        assert Notice.objects.filter(kind="mentoring.mentee_matched").get().account.name == "吴铮"

    def test_declines_for_the_mentor(self, cast: Cast, asked: Wish) -> None:
        answer_asking(ref=asked.ref, accepts=False, by=cast.viewer("叶青"), at=NOON)

        asked.refresh_from_db()
        assert (asked.state, asked.asked_id) == ("waiting", None)

    def test_sees_nothing_of_the_mentors_pairs(self, cast: Cast, asked: Wish) -> None:
        pair = cast.pair("吴铮", "李四", state="running")

        assert cast.browser("叶青").get(f"/mentoring/pairs/{pair.ref}/").status_code == 404
        assert cast.pk("李四") not in cast.viewer("叶青").mentees


class TestWhatWaitedBefore:
    """The day on which an absence begins brings what nobody has decided yet, read or not."""

    def test_is_in_the_list_of_who_stands_in(self, cast: Cast, asked: Wish) -> None:
        own = Notice.objects.filter(account=cast.viewer("吴铮").account_id, kind="mentoring.asked")
        Notice.objects.filter(account=cast.viewer("叶青").account_id).delete()
        own.update(read_at=NOON)

        send_notices(NOON)

        words = text(cast.browser("叶青").get("/notices/?group=approval").content)
        assert "丁一想请你做导师" in words
        assert "代吴铮" in words

    def test_is_not_when_it_was_answered(self, cast: Cast, asked: Wish) -> None:
        Notice.objects.filter(account=cast.viewer("叶青").account_id).delete()
        answer_asking(ref=asked.ref, accepts=False, by=cast.viewer("吴铮"), at=NOON)

        send_notices(NOON)

        assert not Notice.objects.filter(
            account=cast.viewer("叶青").account_id, kind__in=["mentoring.asked", "notices.waits_for_you"]
        ).exists()

    def test_is_known_of_plans_and_of_what_hr_is_asked(self, cast: Cast) -> None:
        pair = cast.pair(months=6)
        plan = submitted(cast, pair)
        was = self._open("mentoring.plan_submitted")
        approve_plan(ref=plan.ref, version=plan.version, by=cast.viewer("何佳"), at=NOON)
        asked = ask_help(pair_ref=pair.ref, words="约不到时间", by=cast.viewer("李四"), at=NOON)
        asks = self._open("mentoring.asked_help")
        answer_request(ref=asked.ref, words="好", by=cast.viewer("何佳"), at=NOON)

        assert (was, asks) == ({f"{plan.ref} {plan.version}"}, {asked.ref})
        assert (self._open("mentoring.plan_submitted"), self._open("mentoring.asked_help")) == (set(), set())

    def _open(self, kind: str) -> set[str]:
        """Return the keys of this kind that wait."""
        return set(what_waits(kind, list(Notice.objects.filter(kind=kind).values_list("key", flat=True))) or ())


class TestWhoMayNot:
    @pytest.mark.parametrize("to", ["李四", "苏文", "吴铮"])
    def test_because_they_mentor_nobody_or_are_oneself(self, cast: Cast, to: str) -> None:
        make_mentor(cast.people["吴铮"], capacity=1)

        with pytest.raises(UnknownStandIn):
            let_stand_in(cast, "吴铮", to)

    def test_because_nobody_named_them(self, cast: Cast, asked: Wish) -> None:
        with pytest.raises(NotFound):
            answer_asking(ref=asked.ref, accepts=True, by=cast.viewer("张三"), at=NOON)

        assert not Mentorship.objects.exists()
