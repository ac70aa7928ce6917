"""The pages of growth: skills that are confirmed, courses that are read, certificates that anybody verifies."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bole.growth.actions import grant_certificate, record_skill, revoke_certificate, take_exam
from bole.growth.models import Certificate, CourseStep, Enrolment, Exam, Skill, SkillEvidence
from bole.growth.queries import pdf_of, skills_of
from bole.growth.refusals import EndsTooSoon, ReasonMissing, RevokedAlready
from bole.growth.requirements import judge_people, line_of, tree_of
from bole.growth.rules.codes import spelled
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM
from tests.office import text
from tests.reviews.team import MORNING, Team

pytestmark = pytest.mark.django_db
CODE = "mentoring_skills"


@pytest.fixture(autouse=True)
def fresh() -> None:
    """Let nobody have verified anything yet."""
    cache.clear()


def grant(team: Team, name: str = "李四", **more: object) -> Certificate:
    """Let HR grant a certificate by hand."""
    told = {"title_zh": "讲师", "title_en": "Trainer", "valid_until": None, "reason": "授课三年", **more}
    return grant_certificate(person_id=team.pk(name), by=team.viewer("苏文"), at=MORNING, **told)


class TestSkills:
    def test_one_says_and_the_manager_confirms(self, team):
        told = {"skill": "python", "level": "4", "words": "重写了对账"}
        team.browser("李四").post("/growth/skills/", told)
        assert skills_of([team.pk("李四")], confirmed_only=True) == {team.pk("李四"): {}}

        team.browser("林静").post("/growth/people/BL0471/confirm/", {"skill": "python", "level": "3"})

        assert skills_of([team.pk("李四")], confirmed_only=True) == {team.pk("李四"): {"python": 3}}
        assert "3级·能独立完成" in text(team.browser("李四").get("/growth/").content)

    @pytest.mark.parametrize("name", ["李四", "苏文", "高远", "沈一帆"])
    def test_nobody_else_confirms(self, team, name):
        answer = team.browser(name).post("/growth/people/BL0471/confirm/", {"skill": "python", "level": "3"})

        assert answer.status_code in {403, 404}
        assert not SkillEvidence.objects.exists()

    @pytest.mark.parametrize("level", ["0", "6", "x", ""])
    def test_levels_are_one_to_five(self, team, level):
        answer = team.browser("李四").post("/growth/skills/", {"skill": "python", "level": level, "words": ""})

        assert answer.status_code == 422
        assert not SkillEvidence.objects.exists()

    def test_a_colleague_records_none_for_somebody_else(self, team):
        with pytest.raises(NotFound):
            record_skill(person_id=team.pk("李四"), skill="python", level=3, source="own", by=team.viewer("吴铮"), at=MORNING)

        assert not SkillEvidence.objects.exists()

    def test_empty_pages_say_what_will_appear(self, team):
        page = text(team.browser("李四").get("/growth/").content)

        assert "还没有记录技能" in page
        assert "还没有课程" in page
        assert "还没有证书" in page


class TestTheWayOn:
    def test_leads_from_one_s_skills_to_all_that_there_is_to_learn(self, team):
        browser = team.browser("李四")
        page = browser.get("/growth/").content.decode()

        ways = ["/growth/recommended/", "/growth/library/", "/growth/paths/", "/growth/career/"]
        assert [way for way in ways if f'href="{way}"' not in page.split("<main")[1]] == []
        assert "还可以看" in page
        assert [browser.get(way).status_code for way in ways] == [200] * 4


class TestCourses:
    def test_is_read_to_the_end(self, team):
        browser = team.browser("李四")
        browser.post(f"/growth/courses/{CODE}/take/")
        for ref in CourseStep.objects.filter(course__code=CODE).order_by("ordinal").values_list("ref", flat=True):
            browser.get(f"/growth/courses/{CODE}/{ref}/")
            browser.post(f"/growth/courses/{CODE}/{ref}/done/")

        page = text(browser.get(f"/growth/courses/{CODE}/").content)

        assert Enrolment.objects.get().finished_at is not None
        assert "11月20日学完" in page

    def test_ships_with_ten_lessons_in_both_languages(self, team):
        steps = CourseStep.objects.filter(course__code=CODE).order_by("ordinal")
        step = steps[0]

        assert steps.count() == 10
        assert "导师只对一件事负责" in text(team.browser("李四").get(f"/growth/courses/{CODE}/{step.ref}/").content)
        assert "Amentoranswersforonething" in text(team.browser("李四", language="en").get(f"/growth/courses/{CODE}/{step.ref}/").content)


class TestCertificates:
    def test_anybody_verifies_one_and_learns_nothing_else(self, team):
        paper = grant(team)

        page = text(Client(headers={"accept-language": "zh-CN"}).get(f"/verify/{spelled(paper.code)}/").content)

        assert "这份证书有效" in page
        assert "李四" in page
        assert "授课三年" not in page
        assert "BL0471" not in page

    def test_one_that_was_revoked_is_as_unknown_as_none(self, team):
        paper = grant(team)
        revoke_certificate(ref=paper.ref, reason="不再授课", by=team.viewer("苏文"), at=MORNING)
        browser = Client(headers={"accept-language": "zh-CN"})

        revoked = text(browser.get(f"/verify/{paper.code}/").content).replace(spelled(paper.code), "")
        unknown = text(browser.get("/verify/222222222222/").content).replace(spelled("222222222222"), "")

        assert revoked == unknown
        assert "查不到这个校验码" in revoked

    def test_codes_are_not_tried_one_after_the_other(self, team):
        browser = Client()

        answers = [browser.get("/verify/222222222222/").status_code for _n in range(31)]

        assert answers == [200] * 30 + [429]

    @pytest.mark.parametrize(("name", "refusal"), [("李四", NotYours), ("林静", NotYours), ("吴铮", NotFound), ("陆衡", NotFound)])
    def test_only_hr_grants(self, team, name, refusal):
        with pytest.raises(refusal):
            grant_certificate(
                person_id=team.pk("李四"), title_zh="讲师", title_en="Trainer", valid_until=None, reason="x", by=team.viewer(name),
                at=MORNING,
            )  # fmt: skip

        assert not Certificate.objects.exists()

    def test_nobody_grants_themselves(self, team):
        with pytest.raises(NotYours):
            grant(team, "苏文")

        assert not Certificate.objects.exists()

    @pytest.mark.parametrize(
        ("more", "refusal"), [({"reason": " "}, ReasonMissing), ({"valid_until": MORNING.date().replace(day=19)}, EndsTooSoon)]
    )
    def test_refuses_what_cannot_be(self, team, more, refusal):
        with pytest.raises(refusal):
            grant(team, **more)

        assert not Certificate.objects.exists()

    def test_is_revoked_once(self, team):
        paper = grant(team)
        revoke_certificate(ref=paper.ref, reason="不再授课", by=team.viewer("苏文"), at=MORNING)

        with pytest.raises(RevokedAlready):
            revoke_certificate(ref=paper.ref, reason="再次", by=team.viewer("苏文"), at=MORNING)

    def test_a_revoked_pass_shows_no_skill_any_more(self, team):
        take_exam(person_id=team.pk("李四"), exam=CODE, right=25, by=SYSTEM, at=MORNING)

        revoke_certificate(ref=Certificate.objects.get().ref, reason="代考", by=team.viewer("苏文"), at=MORNING)

        assert skills_of([team.pk("李四")]) == {team.pk("李四"): {}}

    @pytest.mark.parametrize("language", ["zh-hans", "en"])
    def test_is_a_pdf_that_is_the_same_each_time(self, team, language):
        paper = grant(team, valid_until=MORNING.date())

        first = pdf_of(paper, language)

        assert first.startswith(b"%PDF-")
        assert pdf_of(paper, language) == first

    def test_is_given_as_a_file(self, team):
        answer = team.browser("李四").get(f"/growth/certificates/{grant(team).ref}.pdf")

        assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/pdf", "no-store")


def line(team: Team, clause: dict[str, object]) -> str:
    """Return what a requirement says of 李四."""
    (judged,) = judge_people(tree_of(clause), person_ids=[team.pk("李四")], day=MORNING.date()).values()
    return line_of(judged.leaves[0])


class TestRequirements:
    def test_an_exam_that_was_missed(self, team):
        take_exam(person_id=team.pk("李四"), exam=CODE, right=19, by=SYSTEM, at=MORNING.replace(day=13))

        assert line(team, {"clause": "growth.exam", "exam": CODE}) == (
            "通过《导师带教技巧》考试：上次76分，合格线80分，11月27日起可以重考"
        )  # fmt: skip

    def test_an_exam_that_was_missed_two_weeks_ago(self, team):
        take_exam(person_id=team.pk("李四"), exam=CODE, right=19, by=SYSTEM, at=MORNING.replace(day=6))

        assert line(team, {"clause": "growth.certificate", "certificate": "mentor"}) == "通过导师认证：上次76分，合格线80分，现在可以重考"

    def test_a_certificate_that_holds(self, team):
        take_exam(person_id=team.pk("李四"), exam=CODE, right=20, by=SYSTEM, at=MORNING)

        assert line(team, {"clause": "growth.certificate", "certificate": "mentor"}) == "通过导师认证：导师认证，有效期至2028年11月19日"

    def test_one_earned_elsewhere(self, team):
        grant(team, certifies="mentor")

        assert line(team, {"clause": "growth.certificate", "certificate": "mentor"}) == "通过导师认证：讲师，长期有效，苏文颁发"

    def test_what_it_takes(self, team):
        clause = {"clause": "growth.exam", "exam": CODE}
        (judged,) = judge_people(tree_of(clause), person_ids=[team.pk("李四")], day=MORNING.date()).values()

        (step,) = judged.way
        assert (step.finding.left, step.finding.effort, judged.minutes) == ("通过《导师带教技巧》考试", "3小时学习和40分钟考试", 220)

    def test_many_are_judged_in_as_many_queries_as_one(self, team):
        tree = tree_of({"all": [
            {"clause": "growth.exam", "exam": CODE}, {"clause": "growth.certificate", "certificate": "mentor"},
            {"clause": "growth.course", "course": CODE}, {"clause": "growth.skill", "skill": "python", "level": 3},
        ]})  # fmt: skip
        people = [team.pk(name) for name in team.people]

        with CaptureQueriesContext(connection) as one:
            judge_people(tree, person_ids=people[:1], day=MORNING.date())
        with CaptureQueriesContext(connection) as all_of_them:
            judge_people(tree, person_ids=people, day=MORNING.date())

        assert len(all_of_them) == len(one)


class TestWhatHrKeeps:
    @pytest.mark.parametrize("path", [
        "", "skills/", "skills/new/", "skills/python/", f"courses/{CODE}/", "courses/new/", f"courses/{CODE}/new/", "exams/new/",
        f"exams/{CODE}/", f"exams/{CODE}/rules/", f"exams/{CODE}/new/", "certificates/", "certificates/new/",
    ])  # fmt: skip
    def test_is_there(self, team, path):
        assert team.browser("苏文").get(f"/company/growth/{path}").status_code == 200

    def test_ships_once(self, team):
        team.browser("苏文").post("/company/growth/presets/")

        assert (Exam.objects.count(), Skill.objects.count()) == (1, 44)

    def test_two_at_once_are_told(self, team):
        told = {"group": "data", "name_zh": "甲", "name_en": "A", "version": "7", "is_offered": "on"}

        answer = team.browser("苏文").post("/company/growth/skills/python/", told)

        assert answer.status_code == 409
        assert Skill.objects.get(code="python").name_zh == "Python编程"
