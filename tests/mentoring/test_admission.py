"""Becoming a mentor: rule sets, what is missing, applying, the decision, and the role."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bole.access.models import Grant
from bole.growth.models import Certificate
from bole.mentoring.actions.admission import (
    admit_by_waiver,
    admit_mentor,
    answer_invitation,
    apply_to_mentor,
    invite_mentor,
    return_application,
)
from bole.mentoring.actions.admission_rules import keep_preset, keep_rule_set, put_rules_in_force
from bole.mentoring.actions.roles import Settings, end_mentor_role, set_mentor_settings, settle_mentor_roles
from bole.mentoring.actions.screening import screen_everybody
from bole.mentoring.models import Application, Eligible, MentorRole, RuleSet
from bole.mentoring.refusals import (
    AppliedAlready,
    CapacityWrong,
    DayNotAhead,
    DecidedAlready,
    MentorAlready,
    NeedsReason,
    NeedsWords,
    NoRulesInForce,
    NotMet,
    RulesChanged,
    TooEarly,
    WaiverTooLong,
)
from bole.notices.models import Notice
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM
from tests.mentoring.records import DAY, NOON, mentored, rate

pytestmark = pytest.mark.django_db
RATED = {"all": [{"clause": "scoring.excellent_running", "years": 2, "gap": "breaks"}, {"clause": "mentoring.mentees_ended", "mentees": 1}]}


@pytest.fixture
def rules(cast) -> RuleSet:
    """Let two excellent years and one mentee be asked for."""
    made = keep_rule_set(code="", name_zh="本公司", name_en="Ours", tree=RATED, number=0, by=cast.viewer("苏文"), at=NOON)
    return put_rules_in_force(ref=made.ref, by=cast.viewer("苏文"), at=NOON)


def qualify(cast, name="吴铮"):
    rate(cast.people[name], cast.viewer("苏文"), y2024="A", y2025="A")
    mentored(cast.people[name], cast.people["丁一"], date(2025, 1, 1), date(2025, 6, 30))


def applied(cast, name="吴铮", words=""):
    return apply_to_mentor(words=words, by=cast.viewer(name), at=NOON)


class TestRuleSets:
    def test_a_change_makes_the_next_version_and_the_one_in_force_stays(self, cast, rules):
        changed = keep_rule_set(
            code=rules.code, name_zh="本公司", name_en="Ours", tree={"all": [RATED["all"][0]]}, number=1, by=cast.viewer("苏文"), at=NOON
        )

        assert changed.number == 2
        assert RuleSet.objects.get(is_in_force=True) == rules

    def test_refuses_who_saw_an_older_version(self, cast, rules):
        with pytest.raises(RulesChanged):
            keep_rule_set(code=rules.code, name_zh="x", name_en="x", tree=RATED, number=0, by=cast.viewer("苏文"), at=NOON)

        assert RuleSet.objects.count() == 1

    def test_only_hr_admin_makes_them(self, cast):
        with pytest.raises(NotYours):
            keep_rule_set(code="", name_zh="x", name_en="x", tree=RATED, number=0, by=cast.viewer("何佳"), at=NOON)

        assert not RuleSet.objects.exists()


class TestApply:
    def test_screens_at_once_and_keeps_the_evidence_in_both_languages(self, cast, rules):
        qualify(cast)

        made = applied(cast)

        assert (made.state, made.is_met, made.answer_by) == ("waiting", True, date(2026, 11, 30))
        assert "2024: A" in made.screened
        assert "2024年A" in made.screened

    def test_tells_hr_that_looks_after_the_person(self, cast, rules):
        qualify(cast)

        applied(cast)

        notice = Notice.objects.get(kind="mentoring.applied")
        assert notice.account_id == cast.viewer("何佳").account_id

    def test_who_does_not_meet_all_says_why(self, cast, rules):
        with pytest.raises(NeedsWords):
            applied(cast)

        assert not Application.objects.exists()

    def test_refuses_a_second_one(self, cast, rules):
        applied(cast, words="带过实习生")

        with pytest.raises(AppliedAlready):
            applied(cast, words="再来一次")

        assert Application.objects.count() == 1

    def test_refuses_a_mentor(self, cast, rules):
        with pytest.raises(MentorAlready):
            applied(cast, "张三", words="已经是导师")

        assert not Application.objects.exists()

    def test_refuses_where_there_are_no_rules(self, cast):
        with pytest.raises(NoRulesInForce):
            applied(cast)

        assert not Application.objects.exists()


class TestAdmit:
    def test_makes_the_role_the_grant_and_a_letter_that_verifies(self, cast, rules):
        qualify(cast)
        ref = applied(cast).ref

        role = admit_mentor(ref=ref, by=cast.viewer("何佳"), at=NOON)

        letter = Certificate.objects.get(code=role.code)
        assert (role.how, role.first_day, role.last_day) == ("admitted", DAY, None)
        assert (letter.kind, letter.title_zh) == ("letter", "导师聘书")
        assert "mentor" in cast.viewer("吴铮").roles
        assert Application.objects.get(ref=ref).decided_by == cast.people["何佳"]

    def test_refuses_who_does_not_meet_all(self, cast, rules):
        ref = applied(cast, words="带过实习生").ref

        with pytest.raises(NotMet):
            admit_mentor(ref=ref, by=cast.viewer("何佳"), at=NOON)

        assert not MentorRole.objects.filter(person=cast.people["吴铮"]).exists()

    def test_nobody_decides_about_themselves(self, cast, rules):
        qualify(cast, "何佳")
        ref = applied(cast, "何佳").ref

        with pytest.raises(NotYours):
            admit_mentor(ref=ref, by=cast.viewer("何佳"), at=NOON)

        assert Application.objects.get(ref=ref).state == "waiting"

    @pytest.mark.parametrize("name", ["林静", "李四", "方磊"])
    def test_is_not_there_for_others(self, cast, rules, name):
        qualify(cast)
        ref = applied(cast).ref

        with pytest.raises(NotFound):
            admit_mentor(ref=ref, by=cast.viewer(name), at=NOON)

        assert Application.objects.get(ref=ref).state == "waiting"

    def test_refuses_a_second_decision(self, cast, rules):
        qualify(cast)
        ref = applied(cast).ref
        admit_mentor(ref=ref, by=cast.viewer("何佳"), at=NOON)

        with pytest.raises(DecidedAlready):
            return_application(ref=ref, reason="再想想", again_from=DAY + timedelta(days=90), by=cast.viewer("周宁"), at=NOON)

        assert Application.objects.get(ref=ref).state == "admitted"


class TestWaiver:
    def test_has_a_reason_and_an_end(self, cast, rules):
        ref = applied(cast, words="带过实习生").ref

        role = admit_by_waiver(ref=ref, reason="部门急需", last_day=date(2027, 5, 31), by=cast.viewer("何佳"), at=NOON)

        assert (role.how, role.reason, role.last_day) == ("waiver", "部门急需", date(2027, 5, 31))
        assert Certificate.objects.get(code=role.code).valid_until == date(2027, 5, 31)

    @pytest.mark.parametrize(
        ("reason", "last_day", "refusal"),
        [
            ("", date(2027, 5, 31), NeedsReason),
            ("部门急需", DAY, DayNotAhead),
            ("部门急需", date(2028, 11, 24), WaiverTooLong),
        ],
    )
    def test_refuses_one_without(self, cast, rules, reason, last_day, refusal):
        ref = applied(cast, words="带过实习生").ref

        with pytest.raises(refusal):
            admit_by_waiver(ref=ref, reason=reason, last_day=last_day, by=cast.viewer("何佳"), at=NOON)

        assert Application.objects.get(ref=ref).state == "waiting"

    def test_ends_by_itself_with_its_grant_and_its_letter(self, cast, rules):
        ref = applied(cast, words="带过实习生").ref
        role = admit_by_waiver(ref=ref, reason="部门急需", last_day=date(2027, 5, 31), by=cast.viewer("何佳"), at=NOON)

        last, after = NOON.replace(year=2027, month=5, day=31), NOON.replace(year=2027, month=6, day=1)
        assert settle_mentor_roles(last) == "0 granted, 0 ended"
        assert settle_mentor_roles(after) == "0 granted, 1 ended"
        assert settle_mentor_roles(after) == "0 granted, 0 ended"
        assert Certificate.objects.get(code=role.code).revoked_on == date(2027, 6, 1)


class TestReturn:
    def test_says_why_and_from_when_again(self, cast, rules):
        ref = applied(cast, words="带过实习生").ref

        return_application(ref=ref, reason="先带一位实习生", again_from=date(2027, 3, 1), by=cast.viewer("何佳"), at=NOON)

        with pytest.raises(TooEarly):
            applied(cast, words="再来")
        again = apply_to_mentor(words="再来", by=replace(cast.viewer("吴铮")), at=NOON.replace(year=2027, month=3, day=1))
        assert again.state == "waiting"


class TestScreening:
    def test_finds_who_meets_all_and_is_no_mentor(self, cast, rules):
        qualify(cast)
        rate(cast.people["张三"], cast.viewer("苏文"), y2024="A", y2025="A")
        mentored(cast.people["张三"], cast.people["丁一"], date(2024, 1, 1), date(2024, 6, 30))

        said = screen_everybody(NOON)

        assert said == "12 screened, 1 could be invited"
        assert [one.person for one in Eligible.objects.all()] == [cast.people["吴铮"]]

    def test_a_second_night_keeps_since_when(self, cast, rules):
        qualify(cast)
        screen_everybody(NOON)

        screen_everybody(NOON + timedelta(days=1))

        assert Eligible.objects.get().since == DAY

    def test_who_is_invited_accepts_and_hr_confirms(self, cast, rules):
        qualify(cast)
        ref = invite_mentor(person_id=cast.pk("吴铮"), by=cast.viewer("何佳"), at=NOON).ref

        answer_invitation(accepts=True, words="", by=cast.viewer("吴铮"), at=NOON)
        role = admit_mentor(ref=ref, by=cast.viewer("何佳"), at=NOON)

        assert role.person == cast.people["吴铮"]
        assert Application.objects.get().was_invited

    def test_not_now_is_no_application_and_hinders_nothing(self, cast, rules):
        qualify(cast)
        invite_mentor(person_id=cast.pk("吴铮"), by=cast.viewer("何佳"), at=NOON)

        answer_invitation(accepts=False, words="", by=cast.viewer("吴铮"), at=NOON)

        assert Application.objects.get().state == "declined"
        assert applied(cast).state == "waiting"

    def test_nobody_is_invited_who_does_not_meet_all(self, cast, rules):
        with pytest.raises(NotMet):
            invite_mentor(person_id=cast.pk("吴铮"), by=cast.viewer("何佳"), at=NOON)

        assert not Application.objects.exists()


class TestTheRole:
    def test_is_set_by_the_mentor(self, cast):
        settings = Settings(capacity=2, is_open=False, shows_mobile=True, learns_style=True, hours=("wed_pm", "mon_am"))

        role = set_mentor_settings(settings=settings, version=1, by=cast.viewer("张三"), at=NOON)

        assert (role.capacity, role.is_open, role.shows_mobile, role.learns_style) == (2, False, True, True)
        assert role.hours == ["mon_am", "wed_pm"]

    @pytest.mark.parametrize("capacity", [0, 9])
    def test_refuses_seats_out_of_range(self, cast, capacity):
        settings = Settings(capacity=capacity, is_open=True, shows_mobile=False, learns_style=False, hours=())

        with pytest.raises(CapacityWrong):
            set_mentor_settings(settings=settings, version=1, by=cast.viewer("张三"), at=NOON)

        assert MentorRole.objects.get(person=cast.people["张三"]).capacity == 3

    def test_ends_on_its_last_day_and_the_access_role_after_it(self, cast):
        end_mentor_role(person_id=cast.pk("张三"), on=DAY, by=SYSTEM, at=NOON)

        account = cast.viewer("张三").account_id
        assert Grant.objects.get(account=account).ended_at is None
        settle_mentor_roles(NOON + timedelta(days=1))
        assert Grant.objects.get(account=account).ended_at == NOON + timedelta(days=1)


class TestPresets:
    def test_are_kept_once(self, cast):
        first = keep_preset(code="firm", by=cast.viewer("苏文"), at=NOON)

        assert keep_preset(code="firm", by=cast.viewer("苏文"), at=NOON) == first
        assert RuleSet.objects.count() == 1
