"""Taking a file: all of it, proved cell by cell, and the same file again adds nothing."""

from dataclasses import replace
from datetime import date

import pytest

from bole.audit.models import Entry
from bole.connect.people_file.actions import apply_import
from bole.connect.people_file.planning import plan_import
from bole.connect.people_file.proof import hashed
from bole.connect.people_file.refusals import NotProved, PeopleChanged
from bole.people.actions import end_employment, rename_person
from bole.people.models import Assignment, CareerEvent, Employment, JobGrade, Person, Position, Unit
from bole.people.queries import assignments_on, employments_on, find_people, managers_on
from bole.values.refusal import NotYours
from bole.values.viewer import SYSTEM, Viewer
from tests.connect.people_file.roster import DAY, HEADINGS, as_csv, as_xlsx, cell, put, rows_for, town
from tests.people.company import COLLEAGUE, HR_ADMIN, MORNING

pytestmark = pytest.mark.django_db
NOTHING = {"new": 0, "returns": 0, "changed": 0, "leaves": 0, "unchanged": 0, "absent": 0}


def take(rows: list[list[str]], headings: list[str] = HEADINGS, *, day: date = DAY, creates: bool = False):
    """Plan and apply; return both."""
    plan = plan_import(as_csv(rows, headings), "r.csv", day=day, creates=creates)
    assert plan.problems == ()
    return plan, apply_import(plan=plan, by=SYSTEM, at=MORNING)


def person(number: str) -> Person:
    return Person.objects.get(number=number)


class TestNewPeople:
    def test_a_thousand_go_in_and_every_filled_cell_is_proved(self) -> None:
        town()
        rows = rows_for(1000)
        plan = plan_import(as_xlsx(rows), "花名册.xlsx", day=DAY)

        report = apply_import(plan=plan, by=HR_ADMIN, at=MORNING)

        assert (Person.objects.count(), Employment.objects.count(), Assignment.objects.count()) == (1000, 1000, 1000)
        assert report.counts == NOTHING | {"new": 1000}
        assert [(one.heading, one.filled) for one in report.columns if one.filled != 1000] == [("直接上级", 999)]
        assert report.is_proved
        names = next(one for one in report.columns if one.field == "name")
        assert names.database_hash == hashed([(row[0], row[1]) for row in rows])

    def test_are_found_led_and_employed_as_the_file_says(self) -> None:
        town()

        take(rows_for(30))

        follower = person("QZ00015")
        assert managers_on([follower.pk], DAY) == {follower.pk: person("QZ00011").pk}
        assert assignments_on([follower.pk], DAY)[follower.pk].unit_name == "交付一组"
        assert employments_on([follower.pk], DAY)[follower.pk].kind == "probation"
        assert (follower.mobile, follower.birthday) == ("13800000015", "1995-05-04")
        assert [card.number for card in find_people(COLLEAGUE, "QZ00015", DAY)] == ["QZ00015"]

    def test_the_file_stands_on_the_record_without_values(self) -> None:
        town()

        plan, _ = take(rows_for(2))

        entry = Entry.objects.get(what="connect.import_people")
        assert f"file {plan.file_hash}" in entry.things
        assert "13800000001" not in str(entry.__dict__)

    def test_may_be_leavers_with_their_history(self) -> None:
        town()
        rows = [[*row, ""] for row in rows_for(2)]
        rows[1][-1] = "2024-06-30"

        take(rows, [*HEADINGS, "离职日期"])

        left = person("QZ00002")
        assert assignments_on([left.pk], DAY) == {}
        assert assignments_on([left.pk], date(2024, 6, 30))[left.pk].unit_name == "交付二组"


class TestTheSameFileAgain:
    def test_adds_nothing(self) -> None:
        town()
        rows = [[*row, ""] for row in rows_for(40)]
        rows[5][-1] = "2024-06-30"
        headings = [*HEADINGS, "离职日期"]
        take(rows, headings)
        before = (Person.objects.count(), Employment.objects.count(), Assignment.objects.count(), CareerEvent.objects.count())

        plan, report = take(rows, headings)

        assert report.counts == NOTHING | {"unchanged": 40}
        assert not plan.changes_anything
        assert report.is_proved
        after = (Person.objects.count(), Employment.objects.count(), Assignment.objects.count(), CareerEvent.objects.count())
        assert after == before


class TestChanges:
    def test_are_told_field_by_field_and_hold_from_the_day(self) -> None:
        town()
        rows = rows_for(12)
        take(rows)
        before = cell(rows, 4, "职级")
        for column, text in (("职级", "P7"), ("部门", "交付二组"), ("姓名", "欧阳新"), ("直接上级", "QZ00011"), ("雇佣类型", "实习")):
            put(rows, 4, column, text)
        was = person("QZ00003").name

        plan, report = take(rows, day=date(2026, 12, 1))

        (changed,) = [one for one in plan.people if one.what == "changed"]
        told = {(one.field, one.before, one.after) for one in changed.changes}
        bosses = [f"{person(number).name} ({number})" for number in ("QZ00001", "QZ00011")]
        assert told == {
            ("grade", before, "P7"),
            ("unit", "解决方案部/交付一组", "解决方案部/交付二组"),
            ("name", was, "欧阳新"),
            ("manager", *bosses),
            ("kind", "regular", "intern"),
        }
        key = person("QZ00003").pk
        assert assignments_on([key], date(2026, 11, 30))[key].unit_name == "交付一组"
        assert assignments_on([key], date(2026, 12, 1))[key].unit_name == "交付二组"
        assert employments_on([key], date(2026, 12, 1))[key].joined_on == date(2022, 3, 4)
        assert report.counts == NOTHING | {"changed": 1, "unchanged": 11}

    def test_hold_from_the_day_that_a_row_gives(self) -> None:
        town()
        take(rows_for(2))
        change = [["QZ00002", "P6", "2026-06-01"]]

        take(change, ["工号", "职级", "生效日期"])
        plan, _ = take(change, ["工号", "职级", "生效日期"])

        key = person("QZ00002").pk
        assert assignments_on([key], date(2026, 5, 31))[key].grade_code == "P7"
        assert assignments_on([key], date(2026, 6, 1))[key].grade_code == "P6"
        assert not plan.changes_anything

    def test_an_empty_cell_leaves_and_a_hyphen_empties(self) -> None:
        town()
        take(rows_for(2))

        take([["QZ00002", "", "-", "-"]], ["工号", "手机", "工作邮箱", "主管"])

        changed = person("QZ00002")
        assert (changed.mobile, changed.work_email) == ("13800000002", "")
        assert managers_on([changed.pk], DAY) == {changed.pk: None}

    def test_whoever_is_not_in_the_file_is_told_and_left_alone(self) -> None:
        town()
        rows = rows_for(3)
        take(rows)

        plan, report = take(rows[:2])

        assert [(one.number, one.unit) for one in plan.absent] == [("QZ00003", "解决方案部/交付一组")]
        assert report.counts["absent"] == 1
        assert assignments_on([person("QZ00003").pk], DAY)

    def test_two_may_exchange_their_emails(self) -> None:
        town()
        take(rows_for(2))

        take([["QZ00001", "qz00002@example.com"], ["QZ00002", "qz00001@example.com"]], ["工号", "工作邮箱"])

        assert (person("QZ00001").work_email, person("QZ00002").work_email) == ("qz00002@example.com", "qz00001@example.com")

    def test_reports_may_follow_somebody_who_joins_in_the_same_file(self) -> None:
        town()
        take(rows_for(2))
        rows = [["QZ00002", "", "", "", "", "NEW1", ""], ["NEW1", "新主管", "交付二组", "SE", "P7", "", "2026-11-01"]]

        take(rows, ["工号", "姓名", "部门", "岗位", "职级", "主管", "入职日期"])

        assert managers_on([person("QZ00002").pk], DAY) == {person("QZ00002").pk: person("NEW1").pk}

    def test_people_leave_and_come_back(self) -> None:
        town()
        take(rows_for(2))
        take([["QZ00002", "2026-11-30"]], ["工号", "离职日期"])
        name = person("QZ00002").name

        back = ["QZ00002", name, "交付一组", "SE", "P6", "2027-02-01"]
        plan, report = take([back], ["工号", "姓名", "部门", "岗位", "职级", "入职日期"], day=date(2027, 2, 1))

        assert report.counts == NOTHING | {"returns": 1, "absent": 1}
        key = person("QZ00002").pk
        assert assignments_on([key], date(2026, 12, 1)) == {}
        assert employments_on([key], date(2027, 2, 1))[key].kind == "rehired"
        assert plan.people[0].what == "returns"


class TestMissingThings:
    def test_are_made_if_asked_and_told_before(self) -> None:
        town()
        rows = [
            ["A1", "甲", "研发中心/算法部", "算法工程师", "研发", "P9", "2026-01-01"],
            ["A2", "乙", "研发中心", "算法工程师", "研发", "P5", "2026-01-01"],
        ]

        plan, report = take(rows, ["工号", "姓名", "部门", "岗位", "序列", "职级", "入职日期"], creates=True)

        assert [(one.thing, one.name) for one in plan.created] == [
            ("unit", "研发中心"),
            ("unit", "算法部"),
            ("family", "研发"),
            ("position", "算法工程师"),
            ("grade", "P9"),
        ]
        assert report.is_proved
        assert Unit.objects.get(name="算法部").parent == Unit.objects.get(name="研发中心")
        assert Position.objects.get(name="算法工程师").family.name == "研发"
        assert JobGrade.objects.get(code="P9").rank == 9


class TestRefusals:
    @pytest.mark.parametrize("viewer", [COLLEAGUE, replace(COLLEAGUE, roles=frozenset({"hr_partner"})), Viewer(name="token")])
    def test_everybody_but_hr_admin(self, viewer: Viewer) -> None:
        town()
        plan = plan_import(as_csv(rows_for(2)), "r.csv", day=DAY)

        with pytest.raises(NotYours):
            apply_import(plan=plan, by=viewer, at=MORNING)

        assert not Person.objects.exists()

    def test_a_plan_that_changes_have_overtaken(self) -> None:
        town()
        take(rows_for(3))
        plan = plan_import(as_csv([["QZ00002", "李新"]], ["工号", "姓名"]), "r.csv", day=DAY)
        rename_person(person_id=person("QZ00002").pk, name="李改", name_en="", by=SYSTEM, at=MORNING)

        with pytest.raises(PeopleChanged):
            apply_import(plan=plan, by=SYSTEM, at=MORNING)

        assert person("QZ00002").name == "李改"

    def test_ones_own_row(self) -> None:
        town()
        take(rows_for(2))
        own = replace(HR_ADMIN, person_id=person("QZ00002").pk)

        (problem,) = plan_import(as_csv([["QZ00002", "P6"]], ["工号", "职级"]), "r.csv", day=DAY, by=own).problems

        assert (problem.row, problem.code) == (2, "own_row")

    def test_everything_is_undone_if_what_is_read_back_differs(self) -> None:
        town()
        plan = plan_import(as_csv(rows_for(5)), "r.csv", day=DAY)
        wrong = replace(plan, expected=(replace(plan.expected[0], values={"name": "别人"}), *plan.expected[1:]))

        with pytest.raises(NotProved) as refused:
            apply_import(plan=wrong, by=SYSTEM, at=MORNING)

        assert refused.value.facts == {"field": "姓名"}
        assert not Person.objects.exists()

    def test_a_manager_who_has_left(self) -> None:
        town()
        take(rows_for(12))
        end_employment(person_id=person("QZ00011").pk, last_day=date(2026, 11, 30), reason="", by=SYSTEM, at=MORNING)

        plan = plan_import(as_csv([["QZ00012", "QZ00011"]], ["工号", "主管"]), "r.csv", day=date(2026, 12, 1))

        assert [one.code for one in plan.problems] == ["manager_not_there"]
