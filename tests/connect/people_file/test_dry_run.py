"""The dry run: twenty errors planted in a thousand people, every problem by row and column, nothing written, nothing half done."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bole.connect.people_file.actions import apply_import
from bole.connect.people_file.planning import plan_import
from bole.connect.people_file.refusals import RowsRefused
from bole.people.actions import Identity, add_unit, end_employment, hire, set_head
from bole.people.models import Assignment, Employment, Person
from bole.values.viewer import SYSTEM
from tests.connect.people_file.roster import DAY, HEADINGS, as_xlsx, put, rows_for, town
from tests.people.company import FOUNDED, MORNING

pytestmark = pytest.mark.django_db

# Nineteen errors, each in a row of its own (row as a spreadsheet shows it, column, what is written there, what is said about it); the
# twentieth is a reporting line of three that runs in a circle.
PLANTED = [
    (5, "工号", "", "missing"),
    (13, "工号", "QZ00003", "number_twice"),
    (23, "工号", "QZ 23", "bad_number"),
    (34, "工号", "OLD001", "number_reused"),
    (45, "姓名", "", "missing"),
    (56, "姓名", "张\u200b三", "hidden_characters"),
    (67, "姓名", "很" * 101, "name_too_long"),
    (78, "部门", "解决方按部/交付一组", "unknown_word"),
    (100, "岗位", "首席魔法师", "unknown_word"),
    (131, "岗位序列", "解决方按", "unknown_word"),
    (153, "职级", "P99", "unknown_word"),
    (204, "直接上级", "查无此人", "manager_unknown"),
    (255, "直接上级", "QZ00254", "own_manager"),
    (306, "入职日期", "2022-02-30", "bad_day"),
    (408, "雇佣类型", "临时", "unknown_kind"),
    (459, "工作邮箱", "qz00003@example.com", "email_twice"),
    (510, "工作邮箱", "taken@example.com", "email_taken"),
    (561, "手机", "一三八", "bad_mobile"),
    (612, "生日", "2031-01-01", "bad_birthday"),
]


def planted() -> list[list[str]]:
    """Return a thousand people with the errors."""
    rows = rows_for(1000)
    for row, column, text, _ in PLANTED:
        put(rows, row, column, text)
    for row, boss in ((702, "QZ00711"), (712, "QZ00721"), (722, "QZ00701")):
        put(rows, row, "直接上级", boss)
    return rows


def company_with_a_leaver() -> None:
    place = town()
    old = place.hire("OLD001", "旧人")
    end_employment(person_id=old.pk, last_day=DAY.replace(year=2024), reason="", by=SYSTEM, at=MORNING)
    keeps = Identity(name="在职", work_email="taken@example.com")
    hire(newcomer=replace(place.newcomer("KEEP01", "在职"), identity=keeps), by=SYSTEM, at=MORNING)


class TestTwentyPlantedErrors:
    def test_are_all_found_by_row_and_column_and_nothing_else_is(self) -> None:
        company_with_a_leaver()

        plan = plan_import(as_xlsx(planted()), "花名册.xlsx", day=DAY)

        found = {(one.row, one.column, one.code) for one in plan.problems}
        circle = {(row, "直接上级", "circle") for row in (702, 712, 722)}
        assert found == {(row, column, code) for row, column, _, code in PLANTED} | circle
        assert len(plan.problems) == len(found)

    def test_are_said_so_that_one_can_mend_them(self) -> None:
        company_with_a_leaver()

        plan = plan_import(as_xlsx(planted()), "花名册.xlsx", day=DAY)

        said = {one.row: one.refused.facts for one in plan.problems}
        assert said[13] == {"number": "QZ00003", "row": 4}
        assert said[34]["name"] == "旧人"
        assert said[78]["like"] == "交付一组 · 交付二组"
        assert said[131]["like"] == "解决方案"
        assert said[510]["name"] == "在职 (KEEP01)"
        assert str(said[702]["names"]).count(" → ") == 3

    def test_let_nothing_in(self) -> None:
        company_with_a_leaver()
        before = (Person.objects.count(), Employment.objects.count(), Assignment.objects.count())
        plan = plan_import(as_xlsx(planted()), "花名册.xlsx", day=DAY)

        with pytest.raises(RowsRefused) as refused:
            apply_import(plan=plan, by=SYSTEM, at=MORNING)

        assert refused.value.facts == {"bad": 22, "n": 1000}
        assert (Person.objects.count(), Employment.objects.count(), Assignment.objects.count()) == before


class TestOtherProblems:
    def test_several_in_one_row_are_all_told(self) -> None:
        town()
        rows = rows_for(3)
        for column, text in (("职级", "X1"), ("入职日期", "gestern"), ("手机", "abc"), ("工作邮箱", "nobody"), ("部门", "")):
            put(rows, 3, column, text)

        plan = plan_import(as_xlsx(rows), "r.xlsx", day=DAY)

        assert [(one.column, one.code) for one in plan.problems] == [
            ("部门", "missing"),
            ("职级", "unknown_word"),
            ("入职日期", "bad_day"),
            ("工作邮箱", "bad_email"),
            ("手机", "bad_mobile"),
        ]

    def test_a_manager_named_by_a_name_that_two_have(self) -> None:
        town()
        rows = rows_for(4)
        for row in (2, 3):
            put(rows, row, "姓名", "张伟")
        put(rows, 5, "直接上级", "张伟")

        (problem,) = plan_import(as_xlsx(rows), "r.xlsx", day=DAY).problems

        assert (problem.row, problem.column, problem.code) == (5, "直接上级", "several")
        assert problem.refused.facts["which"] == "张伟（交付一组，QZ00001） · 张伟（交付二组，QZ00002）"

    def test_a_manager_who_comes_later_or_has_left(self) -> None:
        company_with_a_leaver()
        rows = rows_for(3)
        put(rows, 3, "直接上级", "OLD001")
        put(rows, 4, "入职日期", "2027-01-01")
        put(rows, 4, "直接上级", "")
        put(rows, 2, "直接上级", "QZ00003")

        problems = plan_import(as_xlsx(rows), "r.xlsx", day=DAY).problems

        assert [(one.row, one.code) for one in problems] == [(2, "manager_not_there"), (3, "manager_not_there")]

    def test_a_first_day_that_is_known_otherwise(self) -> None:
        place = town()
        place.hire("QZ00001", "张三")
        rows = rows_for(1)
        put(rows, 2, "姓名", "张三")
        put(rows, 2, "入职日期", "2020-01-01")

        (problem,) = plan_import(as_xlsx(rows), "r.xlsx", day=DAY).problems

        assert (problem.column, problem.code) == ("入职日期", "first_day_differs")

    def test_a_leaver_who_is_listed_as_here(self) -> None:
        company_with_a_leaver()
        rows = rows_for(1)
        for column, text in (("工号", "OLD001"), ("姓名", "旧人"), ("入职日期", "2021-09-01")):
            put(rows, 2, column, text)

        (problem,) = plan_import(as_xlsx(rows), "r.xlsx", day=DAY).problems

        assert (problem.column, problem.code) == ("工号", "left_already")

    def test_a_unit_whose_name_two_have(self) -> None:
        place = town()
        add_unit(code="D9", name="交付一组", kind="team", first_day=FOUNDED, parent_id=place.company.pk, by=SYSTEM, at=MORNING)
        rows = rows_for(2)
        put(rows, 2, "部门", "交付一组")

        (problem,) = plan_import(as_xlsx(rows), "r.xlsx", day=DAY).problems

        assert (problem.row, problem.code) == (2, "several")
        assert problem.refused.facts["which"] == "交付一组 · 解决方案部/交付一组"

    def test_a_file_without_a_staff_number(self) -> None:
        town()

        plan = plan_import(as_xlsx(rows_for(3), ["编码", *HEADINGS[1:]]), "r.xlsx", day=DAY)

        assert [(one.row, one.code) for one in plan.problems] == [(1, "no_number_column")]
        assert plan.people == ()

    def test_a_circle_over_the_head_of_a_unit(self) -> None:
        place = town()
        lin = place.hire("BL0031", "林静")
        set_head(unit_id=place.team.pk, person_id=lin.pk, first_day=FOUNDED, by=SYSTEM, at=MORNING)
        rows = [
            ["BL0031", "林静", "", "", "", "", "BL0999", "", "", "", "", ""],
            ["BL0999", "新人", "交付一组", "SE", "", "P5", "", "2026-01-01", "", "", "", ""],
        ]

        problems = plan_import(as_xlsx(rows), "r.xlsx", day=DAY).problems

        assert [(one.row, one.column, one.code) for one in problems] == [(2, "直接上级", "circle"), (3, "直接上级", "circle")]
        assert set(str(problems[0].refused.facts["names"]).split(" → ")) == {"林静", "新人"}


class TestCounting:
    def test_the_number_of_queries_does_not_grow_with_the_rows(self) -> None:
        town()
        counted = []
        for size in (3, 60):
            body = as_xlsx(rows_for(size))
            with CaptureQueriesContext(connection) as queries:
                plan_import(body, "r.xlsx", day=DAY)
            counted.append(len(queries))

        assert counted == [10, 10]
