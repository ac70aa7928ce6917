"""The three rule sets that ship, each passed by a hair and missed by a hair."""

from datetime import date, timedelta

import pytest
from django.utils.translation import override

from bole.growth.actions import take_presets
from bole.growth.clauses import check_certificate
from bole.growth.models import Attempt, Certificate, Exam
from bole.mentoring.actions.admission_rules import keep_preset
from bole.mentoring.queries.admission import judged, rules_row
from bole.values.viewer import SYSTEM
from tests.mentoring.records import DAY, NOON, closed, mentored, passes, rate

pytestmark = pytest.mark.django_db
EXAM = "mentoring_skills"


def preset(cast, code):
    return keep_preset(code=code, by=cast.viewer("苏文"), at=NOON).tree


def certified(person, *, until=None):
    """Give somebody the certificate that the exam grants."""
    take_presets(by=SYSTEM, at=NOON)
    exam = Exam.objects.get(code=EXAM)
    Certificate.objects.create(
        code=f"c{person.pk:011d}", person=person, kind="exam", exam=exam, title_zh=exam.certificate_zh, title_en=exam.certificate_en,
        certifies=exam.certificate, granted_on=date(2025, 1, 15), valid_until=until, granted_by="", granted_at=NOON,
    )  # fmt: skip


def examined(person, points):
    """Let somebody have taken the exam."""
    take_presets(by=SYSTEM, at=NOON)
    exam = Exam.objects.get(code=EXAM)
    Attempt.objects.create(
        person=person, exam=exam, day=date(2026, 11, 6), began_at=NOON - timedelta(days=17), ends_at=NOON - timedelta(days=17, minutes=-40),
        over_at=NOON - timedelta(days=17, minutes=-30), pass_points=80, points=points, passed=points >= 8000,
    )  # fmt: skip


class TestGeneral:
    def qualify(self, cast, *, last="A"):
        person = cast.people["吴铮"]
        rate(person, cast.viewer("苏文"), y2023="S", y2024="A", y2025=last)
        mentored(person, cast.people["丁一"], date(2024, 1, 1), date(2025, 12, 31))
        certified(person, until=DAY)
        return person

    def test_is_passed_by_three_excellent_years_two_years_of_mentoring_and_the_certificate(self, cast):
        assert passes(preset(cast, "general"), self.qualify(cast))

    def test_is_missed_by_one_good_year(self, cast):
        assert not passes(preset(cast, "general"), self.qualify(cast, last="B"))

    def test_a_certificate_holds_on_its_last_day_and_not_after(self, cast):
        person = self.qualify(cast)
        tree = preset(cast, "general")
        assert passes(tree, person)

        Certificate.objects.filter(person=person).update(valid_until=DAY - timedelta(days=1))

        assert not passes(tree, person)

    @pytest.mark.parametrize(
        ("over", "said"),
        [
            ({"valid_until": DAY - timedelta(days=1)}, "导师认证，11月22日已到期"),
            ({"revoked_on": DAY - timedelta(days=3)}, "导师认证，11月20日已撤销"),
        ],
    )
    def test_a_certificate_that_is_over_is_said_first(self, cast, over, said):
        person = self.qualify(cast)
        Certificate.objects.filter(person=person).update(**over)

        with override("zh-hans"):
            found = check_certificate([person.pk], {"certificate": "mentor"}, DAY)[person.pk]

        assert (found.is_met, [one.words for one in found.evidence]) == (False, [said, "还没有考过"])


class TestBank:
    def qualify(self, cast, *, last=450, after=8400, points=8000):
        person = cast.people["吴铮"]
        rate(person, cast.viewer("苏文"), y2023=450, y2024=480, y2025=last)
        for mentee, end in (("丁一", 8400), ("李四", after)):
            mentored(person, cast.people[mentee], date(2025, 7, 1), date(2025, 12, 31))
            closed(cast.people[mentee], m2025_06=7000, m2025_12=end)
        examined(person, points)
        return person

    def test_is_passed_at_exactly_four_and_a_half_twenty_percent_and_eighty_points(self, cast):
        assert passes(preset(cast, "bank"), self.qualify(cast))

    @pytest.mark.parametrize("short", [{"last": 449}, {"after": 8399}, {"points": 7999}])
    def test_is_missed_by_a_hair(self, cast, short):
        assert not passes(preset(cast, "bank"), self.qualify(cast, **short))


class TestTechnologyFirm:
    def qualify(self, cast):
        person = cast.people["吴铮"]
        rate(person, cast.viewer("苏文"), y2024="A", y2025="A")
        mentored(person, cast.people["丁一"], date(2025, 1, 1), date(2025, 6, 30))
        certified(person, until=DAY + timedelta(days=365))
        return person

    def test_is_passed_by_two_excellent_years_one_mentee_and_the_certificate(self, cast):
        assert passes(preset(cast, "firm"), self.qualify(cast))

    def test_a_year_without_a_rating_breaks_the_run(self, cast):
        person = cast.people["吴铮"]
        rate(person, cast.viewer("苏文"), y2023="A", y2025="A")
        mentored(person, cast.people["丁一"], date(2025, 1, 1), date(2025, 6, 30))
        certified(person)

        assert not passes(preset(cast, "firm"), person)

    def test_a_mentee_who_still_runs_does_not_count(self, cast):
        rate(cast.people["张三"], cast.viewer("苏文"), y2024="A", y2025="A")
        cast.pair("张三", "李四", state="running")
        certified(cast.people["张三"])

        assert not passes(preset(cast, "firm"), cast.people["张三"])


class TestZhouYu:
    """Only one exam is missing: 76 points on 6 November, 80 are needed, and it may be taken again from 20 November."""

    def test_sees_what_is_met_and_the_shortest_way(self, cast):
        rate(cast.people["吴铮"], cast.viewer("苏文"), y2024="A", y2025="A")
        mentored(cast.people["吴铮"], cast.people["丁一"], date(2025, 1, 1), date(2025, 6, 30))
        examined(cast.people["吴铮"], 7600)
        rules = rules_row(keep_preset(code="firm", by=cast.viewer("苏文"), at=NOON))

        found = judged(rules, [cast.pk("吴铮")], day=DAY)[cast.pk("吴铮")]

        assert [one.finding.is_met for one in found.leaves] == [True, True, False]
        assert [one.leaf.clause for one in found.way] == ["growth.certificate"]
