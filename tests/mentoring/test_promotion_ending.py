"""A panel that ends without a decision: HR calls it off, candidates withdraw; nothing of it harms anybody."""

import pytest

from bole.mentoring.actions.promotion_ending import call_off_panel, withdraw_candidacy
from bole.mentoring.models import Candidate, PanelVoice, PromotionPanel
from bole.mentoring.refusals.promotion import NotACandidate, PanelDecided, PanelEnded, WithdrewAlready
from bole.mentoring.rules.promotion import Decision, decision_of
from bole.notices.models import Notice
from bole.reviews.refusals import NoWords
from bole.values.refusal import NotFound, NotYours
from tests.mentoring.making import NOON
from tests.mentoring.test_promotion import choose, review
from tests.office import text

pytestmark = pytest.mark.django_db


def call_off(cast, panel, *, by="苏文", words="岗位和交付二组合并"):
    """Let somebody call a panel off."""
    return call_off_panel(ref=panel.ref, words=words, by=cast.viewer(by), at=NOON)


def withdraw(cast, panel, name, words=""):
    """Let a candidate withdraw."""
    return withdraw_candidacy(ref=panel.ref, words=words, by=cast.viewer(name), at=NOON)


def told(kind):
    """Return who was told."""
    return set(Notice.objects.filter(kind=f"mentoring.promotion_{kind}").values_list("account__login", flat=True))


def states():
    """Return how each candidate stands."""
    return dict(Candidate.objects.values_list("person__name", "state"))


class TestTheRule:
    @pytest.mark.parametrize(
        ("voices", "decided"),
        [
            ({1: 7, 2: 7}, None),
            ({1: 7, 2: 8}, None),
            ({1: 7, 2: 8, 3: 8}, Decision(8)),
            ({1: 7, 2: None, 3: None}, Decision(None)),
        ],
    )
    def test_counts_no_voice_for_who_withdrew_and_still_takes_half_of_all(self, voices, decided):
        assert decision_of((1, 2, 3), voices, withdrew={7}) == decided


class TestCallOffPanel:
    def test_ends_it_with_a_reason_and_tells_all(self, cast):
        panel = review(cast)

        call_off(cast, panel)

        assert states() == {"张三": "called_off", "叶青": "called_off"}
        assert told("called_off") == {"BL0064", "BL0125", "BL0008", "BL0148", "BL0093"}
        assert PromotionPanel.objects.values_list("ended_as", "decided_at").get() == ("called_off", None)

    @pytest.mark.parametrize(("by", "words", "refusal"), [
        ("林静", "岗位合并", NotFound), ("高远", "岗位合并", NotYours), ("张三", "岗位合并", NotYours), ("苏文", " ", NoWords),
    ])  # fmt: skip
    def test_is_of_hr_and_with_a_reason(self, cast, by, words, refusal):
        panel = review(cast)

        with pytest.raises(refusal):
            call_off(cast, panel, by=by, words=words)

        assert states() == {"张三": "waiting", "叶青": "waiting"}
        assert told("called_off") == set()

    def test_comes_too_late_when_it_is_decided_or_over(self, cast):
        decided, over = review(cast), review(cast)
        for member in ("高远", "何佳"):
            choose(cast, decided, member, "张三")
        call_off(cast, over)

        with pytest.raises(PanelDecided):
            call_off(cast, decided)
        with pytest.raises(PanelEnded):
            call_off(cast, over)

        assert set(Candidate.objects.filter(panel=decided).values_list("state", flat=True)) == {"chosen", "not_chosen"}

    def test_ends_choosing_and_withdrawing(self, cast):
        panel = review(cast)
        call_off(cast, panel)

        with pytest.raises(PanelEnded):
            choose(cast, panel, "高远", "张三")
        with pytest.raises(PanelEnded):
            withdraw(cast, panel, "张三")

        assert not PanelVoice.objects.exists()


class TestWithdrawCandidacy:
    def test_tells_panel_and_hr_and_the_rest_goes_on(self, cast):
        panel = review(cast)

        withdraw(cast, panel, "张三", "想先把新人带好")
        for member in ("高远", "何佳"):
            choose(cast, panel, member, "叶青")

        assert states() == {"张三": "withdrew", "叶青": "chosen"}
        assert told("withdrew") == {"BL0008", "BL0148", "BL0093", "BL0012"}
        assert told("decided") == {"BL0125", "BL0008", "BL0148", "BL0093", "BL0012"}

    def test_lets_a_voice_for_who_withdrew_fall_and_takes_more_than_half_of_all(self, cast):
        panel = review(cast)
        choose(cast, panel, "高远", "张三")
        withdraw(cast, panel, "张三")

        choose(cast, panel, "何佳", "叶青")
        between = states()
        choose(cast, panel, "高远", "叶青")

        assert between == {"张三": "withdrew", "叶青": "waiting"}
        assert states() == {"张三": "withdrew", "叶青": "chosen"}

    def test_ends_the_panel_when_nobody_is_left(self, cast):
        panel = review(cast)

        withdraw(cast, panel, "张三")
        withdraw(cast, panel, "叶青")

        assert PromotionPanel.objects.values_list("ended_as", "decided_at").get() == ("all_withdrew", None)
        assert told("all_withdrew") == {"BL0008", "BL0148", "BL0093", "BL0012"}
        with pytest.raises(PanelEnded):
            choose(cast, panel, "高远", "")

    @pytest.mark.parametrize(("name", "refusal"), [("高远", NotYours), ("苏文", NotYours), ("林静", NotFound)])
    def test_is_the_candidates_own(self, cast, name, refusal):
        panel = review(cast)

        with pytest.raises(refusal):
            withdraw(cast, panel, name)

        assert states() == {"张三": "waiting", "叶青": "waiting"}

    def test_is_once_and_nobody_chooses_them_afterwards(self, cast):
        panel = review(cast)
        withdraw(cast, panel, "张三")

        with pytest.raises(WithdrewAlready):
            withdraw(cast, panel, "张三")
        with pytest.raises(NotACandidate):
            choose(cast, panel, "高远", "张三")

        assert not PanelVoice.objects.exists()


class TestThePages:
    def test_let_hr_call_off_and_say_so_to_each(self, cast):
        panel, partner = review(cast), cast.browser("何佳")
        path = f"/promotion/{panel.ref}/"

        not_hers = partner.post(f"{path}call-off/", {"words": "岗位合并"})
        call_off(cast, panel)
        page, own, listed = (text(cast.browser(who).get(to).content) for who, to in (
            ("高远", path), ("张三", path), ("张三", "/promotion/"),
        ))  # fmt: skip

        assert not_hers.status_code == 403
        assert "人力资源部取消了这次评审，没有作出决定。" in page
        assert "岗位和交付二组合并" in page
        assert "确认取消" not in page
        assert "岗位和交付二组合并" in own
        assert "已取消" in listed

    def test_let_hr_write_the_reason_again_when_it_is_empty(self, cast):
        panel, hr = review(cast), cast.browser("苏文")

        empty = hr.post(f"/promotion/{panel.ref}/call-off/", {"words": " "})
        answer = hr.post(f"/promotion/{panel.ref}/call-off/", {"words": "岗位和交付二组合并"}, follow=True)

        assert empty.status_code == 422
        assert "已取消，候选人和评审成员都已收到通知。" in text(answer.content)

    def test_let_a_candidate_withdraw_and_close_the_file_to_all_others(self, cast):
        panel, browser = review(cast), cast.browser("张三")
        path = f"/promotion/{panel.ref}/"
        choose(cast, panel, "高远", "张三")

        answer = browser.post(f"{path}withdraw/", {"words": "想先把新人带好"}, follow=True)
        page, other = (text(cast.browser(who).get(path).content) for who in ("何佳", "叶青"))

        assert "你已退出" in text(answer.content)
        assert "1位候选人待评审" in page
        assert "想先把新人带好" in page
        assert "带人看得见结果" not in page
        assert "张三" not in other
        assert [cast.browser(who).get(f"{path}BL0064/").status_code for who in ("何佳", "苏文", "张三")] == [404, 404, 200]

    def test_leave_no_trace_with_who_withdrew(self, cast):
        panel, browser = review(cast), cast.browser("张三")

        withdraw(cast, panel, "张三")
        home, effect = (text(browser.get(path).content) for path in ("/", "/mentoring/effect/"))

        assert "晋升材料" not in home
        assert "已退出" not in effect
