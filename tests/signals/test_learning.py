"""What the room of growth knows of a unit's people stands in its diagnoses without anybody typing it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine

from bole.growth.models import Attempt, CareerStep, Course, CourseStep, Enrolment, Exam, Skill, SkillEvidence, StepDone
from bole.people.actions import set_head
from bole.people.models import Assignment, JobFamily, JobGrade, Person
from bole.signals.actions.series import GivenValue, give_values, withdraw_value
from bole.signals.diagnosing import diagnose_missed
from bole.signals.models import Diagnosis, Series
from bole.signals.queries import evidence_month
from bole.signals.queries.conditions import conditions_of
from bole.values.viewer import SYSTEM
from tests.factories import BEFORE, START, make_person
from tests.office import Office, make_office, text
from tests.signals.test_diagnoses import FELL, aim, sell
from tests.signals.test_diagnoses import MONTHS as SOLD

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 16, 4, tzinfo=UTC)
MONTHS = [date(2026, month, 1) for month in range(1, 11)]
OCTOBER = date(2026, 10, 1)


@pytest.fixture
def office() -> Iterator[Office]:
    """Make the office with a team of six, whom 林静 leads."""
    with time_machine.travel(NOW, tick=False):
        made = make_office()
        for n in range(4):
            made.people[f"同事{n}"] = make_person(made.company, f"同事{n}", number=f"BL09{n:02d}", unit=made.company.team, manager="BL0031")
        yield made


def team(office: Office) -> list[Person]:
    """Return the six."""
    return [person for name, person in sorted(office.people.items()) if name.startswith("同事") or name in {"林静", "李四"}]


def moment(month: int, year: int = 2026) -> datetime:
    """Return a moment in the middle of a month."""
    return datetime(year, month, 15, 4, tzinfo=UTC)


def learn(person: Person, minutes: int, at: datetime) -> None:
    """Let somebody do a step of a course, and finish the course with it."""
    code = f"c{Course.objects.count()}"
    course = Course.objects.create(code=code, title_zh=code, title_en=code, words_zh="", words_en="", changed_at=BEFORE, changed_by="")
    step = CourseStep.objects.create(course=course, ordinal=1, title_zh="", title_en="", text_zh="", text_en="", minutes=minutes)
    StepDone.objects.create(enrolment=Enrolment.objects.create(person=person, course=course, began_at=at, finished_at=at), step=step, at=at)


def sit(person: Person, at: datetime, *, passed: bool) -> None:
    """Let somebody take an exam."""
    exam, _ = Exam.objects.get_or_create(code="safety", defaults={"title_zh": "安全", "title_en": "Safety", "changed_at": BEFORE})
    over = at.replace(hour=5)
    Attempt.objects.create(
        person=person, exam=exam, day=at.date(), began_at=at, ends_at=over, pass_points=80, over_at=over, passed=passed
    )  # fmt: skip


def ask_skill(office: Office, level: int) -> Skill:
    """Let the grade of the team ask a skill."""
    skill = Skill.objects.create(code="testing", group="it", name_zh="测试", name_en="Testing", changed_at=BEFORE, changed_by="")
    tree = {
        "all": [
            {"clause": "growth.skill", "skill": "testing", "level": level},
            {"any": [{"clause": "growth.skill", "skill": "x", "level": 1}]},
        ]
    }
    for grade in JobGrade.objects.all():
        CareerStep.objects.create(family=JobFamily.objects.get(code="programmer"), grade=grade, tree=tree, changed_at=BEFORE, changed_by="")
    return skill


def known(office: Office) -> dict[str, dict[date, float]]:
    """Return what is known of the team's months."""
    return conditions_of([office.company.team.pk], MONTHS)[office.company.team.pk]


class TestTraining:
    def test_is_the_hours_of_courses_a_head_of_half_a_year(self, office: Office) -> None:
        learn(team(office)[0], 60, moment(1))
        learn(team(office)[1], 360, moment(6))
        learn(team(office)[2], 720, moment(10))

        found = known(office)["training"]

        assert date(2026, 5, 1) not in found  # the records reach back to January: half a year is there from June on
        assert [round(found[date(2026, month, 1)], 3) for month in (6, 7, 10)] == [1.167, 1.0, 3.0]

    def test_a_series_that_somebody_gives_goes_before_it_and_one_that_is_withdrawn_no_longer(self, office: Office) -> None:
        learn(team(office)[0], 360, moment(1))
        learn(team(office)[0], 360, moment(9))
        given = GivenValue(kind="training", unit=office.company.team.ref, month=OCTOBER, value=7_000)
        give_values(values=[given], source="hand", by=SYSTEM, at=NOW)

        assert known(office)["training"] == {OCTOBER: 7.0}

        withdraw_value(ref=Series.objects.get().ref, month=OCTOBER, by=SYSTEM, at=NOW)
        assert known(office)["training"][OCTOBER] == 1.0

    def test_belongs_to_the_unit_in_which_somebody_was_when_the_month_ended(self, office: Office) -> None:
        learn(team(office)[0], 60, moment(1))
        learn(office.people["苏文"], 6000, moment(6))

        assert known(office)["training"][date(2026, 6, 1)] == pytest.approx(1 / 6)

    def test_where_nobody_learned_anything_nothing_is_known(self, office: Office) -> None:
        learn(office.people["苏文"], 60, moment(1))

        assert "training" not in known(office)

    def test_of_fewer_than_five_nothing_is_said(self, office: Office) -> None:
        for month in range(1, 11):
            learn(office.people["李四"], 60, moment(month))
        assert "training" in known(office)

        Assignment.objects.filter(person__in=team(office)[:2]).update(unit=office.company.root)

        assert "training" not in known(office)


class TestExams:
    def test_are_the_part_of_tries_that_was_passed_within_half_a_year(self, office: Office) -> None:
        sit(team(office)[0], moment(1), passed=True)
        for n, person in enumerate(team(office)):
            sit(person, moment(8), passed=n % 3 > 0)

        found = known(office)["exams"]

        assert found == {month: pytest.approx(100 * 4 / 6) for month in MONTHS[7:]}

    def test_say_nothing_of_fewer_than_five_tries(self, office: Office) -> None:
        for n, person in enumerate(team(office)[:4]):
            sit(person, moment(1 + n), passed=True)

        assert "exams" not in known(office)


class TestSkills:
    def test_are_the_part_of_those_that_the_grades_ask_that_is_confirmed_at_their_level(self, office: Office) -> None:
        skill = ask_skill(office, 3)
        for n, person in enumerate(team(office)[:4]):
            source = "own" if n == 3 else "manager"
            SkillEvidence.objects.create(person=person, skill=skill, source=source, level=2 if n == 2 else 3, by="", at=moment(8))
        SkillEvidence.objects.filter(person=team(office)[1]).update(withdrawn_at=moment(10))

        found = known(office)["held_skills"]

        assert [round(found[date(2026, month, 1)], 1) for month in (7, 8, 9, 10)] == [0, 33.3, 33.3, 16.7]


class TestDiagnosis:
    def test_stands_in_it_as_evidence_without_anybody_typing_it(self, office: Office) -> None:
        for month in MONTHS:
            for person in team(office)[: 1 if month >= date(2026, 8, 1) else 4]:
                learn(person, 120, moment(month.month))
        sell(office, [(month, 412 if n < len(SOLD) - 3 else FELL[n - len(SOLD)]) for n, month in enumerate(SOLD)])
        aim(office, 405)
        diagnose_missed(NOW)

        found = Diagnosis.objects.get()

        assert [one["kind"] for one in found.result["sights"] if one["kind"] == "training"] == ["training"]
        set_head(unit_id=office.company.team.pk, person_id=office.people["林静"].pk, first_day=START, by=SYSTEM, at=BEFORE)
        browser = office.browser("林静")
        page = text(browser.get(f"/diagnoses/{found.ref}/evidence/training/").content)
        assert "2026年10月未达标5小时" in page
        assert "由系统按成长里的课程、考试和技能统计，没有人手填。" in page

        month = browser.get(f"/diagnoses/{found.ref}/evidence/training/2026-07/")
        assert "学过课程的人数4" in text(month.content)
        assert "课程小时数8" in text(month.content)
        assert 'href="/growth/people/BL0900/"' in month.content.decode()
        counts = text(office.browser("白审").get(f"/diagnoses/{found.ref}/evidence/training/2026-07/").content)
        assert "课程小时数8" in counts
        assert "还有4人" in counts
        assert "同事" not in counts

    def test_names_those_who_learned_by_staff_number_and_no_more_than_a_page_holds(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        office.people["同事9"] = make_person(office.company, "同事9", number="BL0002", unit=office.company.team, manager="BL0031")
        for month in MONTHS:
            for person in team(office)[:4] if month < date(2026, 8, 1) else [office.people["同事9"]]:
                learn(person, 120, moment(month.month))
        learn(office.people["同事9"], 120, moment(7))
        sell(office, [(month, 412 if n < len(SOLD) - 3 else FELL[n - len(SOLD)]) for n, month in enumerate(SOLD)])
        aim(office, 405)
        diagnose_missed(NOW)
        monkeypatch.setattr(evidence_month, "MOST_PEOPLE", 1)

        page = text(office.browser("苏文").get(f"/diagnoses/{Diagnosis.objects.get().ref}/evidence/training/2026-07/").content)

        assert "同事9" in page
        assert "同事0" not in page
        assert "还有4人" in page
