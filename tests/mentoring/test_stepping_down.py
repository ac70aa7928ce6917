"""A mentor ends the own role: nobody new comes, no pair ends by it, and with the last one the role is over."""

from datetime import timedelta

import pytest

from bole.access.models import Grant
from bole.kit.announce import react_to_open
from bole.mentoring.actions.admission import apply_to_mentor
from bole.mentoring.actions.admission_rules import keep_rule_set, put_rules_in_force
from bole.mentoring.actions.life import end_mentorship
from bole.mentoring.actions.pairs import begin_mentorship
from bole.mentoring.actions.roles import Settings, set_mentor_settings, settle_mentor_grants
from bole.mentoring.actions.stepping_down import stay_mentor, step_down
from bole.mentoring.models import Application, HelpRequest, MentorRole, Mentorship, Retirement, Wish
from bole.mentoring.queries.life import free_mentors, requests_for
from bole.mentoring.queries.matching_pool import gathered
from bole.mentoring.queries.pairs import pair_row
from bole.mentoring.refusals import ChoiceNeeded, EndsAlready, MentorClosed, NoMentor, NotStepping
from bole.notices.models import Notice
from bole.reviews.refusals import NoWords
from bole.values.viewer import SYSTEM
from tests.mentoring.making import NOON
from tests.office import text

pytestmark = pytest.mark.django_db
TODAY = NOON.date()
TREE = {"all": [{"clause": "people.tenure_months", "months": 1}]}
REASON = "接下来想专心带项目"


def leave(cast, *, name="张三", pairs="", reason=REASON, at=NOON):
    return step_down(reason=reason, pairs=pairs, by=cast.viewer(name), at=at)


def told(kind):
    """Return who was told something."""
    return sorted(Notice.objects.filter(kind=f"mentoring.{kind}").values_list("account__name", flat=True))


class TestSteppingDown:
    def test_without_mentees_ends_today_and_tells_hr_why(self, cast):
        leave(cast)

        role = MentorRole.objects.get(person=cast.people["张三"])
        assert (role.last_day, role.is_open, str(role.farewell)) == (TODAY, False, REASON)
        assert told("steps_down") == ["何佳"]
        assert REASON in text(cast.browser("何佳").get("/mentoring/effect/BL0064/").content)

    def test_lets_pairs_go_on_and_is_over_with_the_last(self, cast):
        pairs = [cast.pair(), cast.pair(mentee="丁一")]
        role = leave(cast, pairs="go_on")
        states = list(Mentorship.objects.values_list("state", flat=True))

        end_mentorship(ref=pairs[0].ref, on=TODAY, why="done", by=SYSTEM, at=NOON)
        react_to_open(at=NOON)
        between = MentorRole.objects.get(pk=role.pk).last_day
        end_mentorship(ref=pairs[1].ref, on=TODAY, why="done", by=SYSTEM, at=NOON)
        react_to_open(at=NOON)

        assert (role.last_day, states, between) == (None, ["planned", "planned"], None)
        assert MentorRole.objects.get(pk=role.pk).last_day == TODAY
        assert (told("role_over"), HelpRequest.objects.exists()) == (["张三"], False)

    def test_asks_hr_for_another_mentor_and_tells_each_mentee(self, cast):
        pair = cast.pair()

        leave(cast, pairs="another")

        asked = requests_for(cast.viewer("何佳"), day=TODAY).open
        assert [(one.kind, one.pair.ref, one.by_id) for one in asked] == [("stepped", pair.ref, None)]
        assert (told("stepped_down_to_replace"), told("mentor_stops"), told("steps_down_hands_over")) == (["何佳"], ["李四"], ["何佳"])
        assert Mentorship.objects.get().state == "planned"
        assert "李四需要新导师：导师卸任" in text(cast.browser("何佳").get(f"/company/mentoring/pairs/{pair.ref}/").content)

    def test_is_answered_when_hr_ends_the_pair_and_the_mentee_waits_for_another(self, cast):
        pair = cast.pair()
        leave(cast, pairs="another")

        end_mentorship(ref=pair.ref, on=TODAY, why="retired", by=cast.viewer("苏文"), at=NOON)
        react_to_open(at=NOON)

        assert not HelpRequest.objects.filter(answered_at=None).exists()
        assert list(Wish.objects.values_list("person__name", "state")) == [("李四", "waiting")]
        assert MentorRole.objects.get(person=cast.people["张三"]).last_day == TODAY

    def test_takes_nobody_new(self, cast):
        pair = cast.pair()
        leave(cast, pairs="go_on")
        version = MentorRole.objects.get(person=cast.people["张三"]).version
        given = Settings(capacity=5, is_open=True, shows_mobile=False, learns_style=False, hours=())

        kept = set_mentor_settings(settings=given, version=version, by=cast.viewer("张三"), at=NOON)

        assert (kept.capacity, kept.is_open) == (5, False)
        assert cast.pk("张三") not in {one.person_id for one in free_mentors(pair_row(pair), day=TODAY)}
        assert cast.pk("张三") not in {one.key for one in gathered([], day=TODAY).pool.mentors}
        with pytest.raises(MentorClosed):
            begin_mentorship(
                mentor_id=cast.pk("张三"), mentee_id=cast.pk("丁一"), framework_code="new_graduate", first_day=TODAY, months=6,
                source="hand", why_so=[], by=SYSTEM, at=NOON,
            )  # fmt: skip

    def test_lets_who_asked_wait_on(self, cast):
        pair = cast.pair()
        Wish.objects.create(
            person=cast.people["丁一"], framework_id=pair.framework_id, state="asked", asked=cast.people["张三"], made_at=NOON, made_by="x"
        )

        leave(cast, pairs="go_on")

        assert list(Wish.objects.values_list("state", "asked")) == [("waiting", None)]

    def test_ends_the_access_role_the_day_after_and_lets_them_apply_again(self, cast):
        rules = keep_rule_set(code="", name_zh="甲", name_en="A", tree=TREE, number=0, by=cast.viewer("苏文"), at=NOON)
        put_rules_in_force(ref=rules.ref, by=cast.viewer("苏文"), at=NOON)
        leave(cast)
        tomorrow = NOON + timedelta(days=1)

        settle_mentor_grants(by=SYSTEM, at=tomorrow)
        apply_to_mentor(words="又有时间了", by=cast.viewer("张三"), at=tomorrow)

        assert not Grant.objects.filter(account__name="张三", role="mentor", ended_at=None).exists()
        assert Application.objects.get().state == "waiting"

    @pytest.mark.parametrize(
        ("name", "given", "refusal"),
        [
            ("张三", {"reason": " ", "pairs": "go_on"}, NoWords),
            ("张三", {"pairs": ""}, ChoiceNeeded),
            ("张三", {"pairs": "end_them"}, ChoiceNeeded),
            ("李四", {}, NoMentor),
        ],
    )
    def test_refuses_what_cannot_be_and_changes_nothing(self, cast, name, given, refusal):
        cast.pair()

        with pytest.raises(refusal):
            leave(cast, name=name, **given)

        assert not MentorRole.objects.exclude(steps_down_at=None).exists()
        assert not Notice.objects.filter(kind__startswith="mentoring.step").exists()

    def test_is_not_needed_twice_nor_where_hr_ended_the_role(self, cast):
        cast.pair()
        cast.pair(mentor="叶青", mentee="丁一")
        leave(cast, pairs="go_on")
        Retirement.objects.create(
            person=cast.people["叶青"], reason="x", evidence={}, decided_at=NOON, decided_by=cast.people["苏文"], ends_on=TODAY,
            object_until=TODAY,
        )  # fmt: skip

        for name in ("张三", "叶青"):
            with pytest.raises(EndsAlready):
                leave(cast, name=name, pairs="another")

        assert not HelpRequest.objects.exists()


class TestStaying:
    def test_takes_it_back_and_closes_what_hr_was_asked(self, cast):
        cast.pair()
        leave(cast, pairs="another")

        stay_mentor(by=cast.viewer("张三"), at=NOON)

        role = MentorRole.objects.get(person=cast.people["张三"])
        assert (role.steps_down_at, str(role.farewell), role.last_day, role.is_open) == (None, "", None, False)
        assert not HelpRequest.objects.filter(answered_at=None).exists()
        assert told("stays_mentor") == ["何佳"]

    def test_is_possible_on_the_last_day(self, cast):
        leave(cast)

        stay_mentor(by=cast.viewer("张三"), at=NOON)

        assert MentorRole.objects.get(person=cast.people["张三"]).last_day is None

    def test_is_nothing_for_who_stays_anyway(self, cast):
        with pytest.raises(NotStepping):
            stay_mentor(by=cast.viewer("张三"), at=NOON)

    def test_does_not_undo_what_hr_decided(self, cast):
        cast.pair()
        leave(cast, pairs="go_on")
        Retirement.objects.create(
            person=cast.people["张三"], reason="x", evidence={}, decided_at=NOON, decided_by=cast.people["苏文"], ends_on=TODAY,
            object_until=TODAY,
        )  # fmt: skip

        with pytest.raises(EndsAlready):
            stay_mentor(by=cast.viewer("张三"), at=NOON)

        assert MentorRole.objects.get(person=cast.people["张三"]).steps_down_at == NOON


class TestThePage:
    URL = "/mentoring/become/"

    def test_asks_what_becomes_of_mentees_and_says_what_is_missing(self, cast):
        cast.pair()
        browser = cast.browser("张三")

        before = text(browser.get(self.URL).content)
        missing = browser.post(f"{self.URL}step-down/", {"reason": REASON})
        sent = browser.post(f"{self.URL}step-down/", {"reason": REASON, "pairs": "go_on"})
        after = text(browser.get(self.URL).content)

        assert ("结束我的导师资格" in before, "学员怎么安排" in before) == (True, True)
        assert (missing.status_code, "请说明学员怎么安排" in text(missing.content), sent.status_code) == (422, True, 302)
        assert ("进行中的辅导会带到结束" in after, REASON in after, "结束我的导师资格" in after) == (True, True, False)

    def test_asks_nothing_of_mentees_where_there_are_none(self, cast):
        assert "学员怎么安排" not in text(cast.browser("张三").get(self.URL).content)

    def test_takes_it_back(self, cast):
        cast.pair()
        leave(cast, pairs="go_on")

        cast.browser("张三").post(f"{self.URL}stay/")

        assert MentorRole.objects.get(person=cast.people["张三"]).steps_down_at is None

    def test_is_a_mentors(self, cast):
        browser = cast.browser("李四")

        assert [browser.post(f"{self.URL}{way}/", {"reason": REASON}).status_code for way in ("step-down", "stay")] == [404, 404]

    def test_shows_managers_nothing_of_why(self, cast):
        cast.pair()
        leave(cast, pairs="go_on")

        answer = cast.browser("林静").get("/mentoring/effect/BL0064/")

        assert REASON not in text(answer.content)
