"""Posts: a change adds a row, a correction withdraws one, lines never close to a circle."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from bole.kit.middleware import words_of
from bole.people.actions import add_unit, assign, correct_assignment, end_employment, move_unit, set_head, set_manager
from bole.people.models import Assignment, CareerEvent, Headship, Person, Unit
from bole.people.queries import assignments_during, assignments_on, circles_on, managers_on, reports_of
from bole.people.rules.lines import Circle, UnitCircle
from bole.people.rules.refusals import ChangedMeanwhile, HeadNotThere, ManagerNotThere, NotEmployed, OwnManager, UnitNotYet, UnitOver
from bole.people.rules.spells import Overlapping
from bole.values.refusal import Invalid, NotYours
from bole.values.viewer import SYSTEM, Viewer
from tests.people.company import COLLEAGUE, FOUNDED, HR_ADMIN, MORNING, TODAY, Cast, cast

pytestmark = pytest.mark.django_db
JUNE = date(2026, 6, 1)


class TestAssign:
    def test_adds_a_row_and_ends_the_former_one_the_day_before(self) -> None:
        both = cast()

        assign(person_id=both.li.pk, first_day=JUNE, post=both.town.post(unit=both.town.other_team, grade="P6"), by=HR_ADMIN, at=MORNING)

        former, new = assignments_during([both.li.pk], FOUNDED, TODAY)[both.li.pk]
        assert (former.unit_name, former.grade_code, former.last_day) == ("交付一组", "P5", date(2026, 5, 31))
        assert (new.unit_name, new.grade_code, new.first_day, new.last_day) == ("交付二组", "P6", JUNE, None)
        steps = CareerEvent.objects.filter(person=both.li, day=JUNE).order_by("id")
        assert list(steps.values_list("kind", "before", "after")) == [("promoted", "P5", "P6"), ("moved", "交付一组", "交付二组")]

    def test_holds_until_a_change_that_is_known_already(self) -> None:
        both = cast()
        assign(person_id=both.li.pk, first_day=date(2027, 1, 1), post=both.town.post(grade="P7"), by=SYSTEM, at=MORNING)

        assign(person_id=both.li.pk, first_day=JUNE, post=both.town.post(grade="P6"), by=SYSTEM, at=MORNING)

        rows = assignments_during([both.li.pk], FOUNDED, date(2027, 12, 31))[both.li.pk]
        assert [(row.grade_code, row.first_day, row.last_day) for row in rows] == [
            ("P5", FOUNDED, date(2026, 5, 31)),
            ("P6", JUNE, date(2026, 12, 31)),
            ("P7", date(2027, 1, 1), None),
        ]

    def test_does_nothing_where_nothing_changes(self) -> None:
        both = cast()

        assign(person_id=both.li.pk, first_day=JUNE, post=both.town.post(), by=SYSTEM, at=MORNING)

        assert Assignment.objects.filter(person=both.li).count() == 1
        assert Person.objects.get(pk=both.li.pk).version == 1

    def test_refuses_a_form_that_someone_else_overtook_and_gives_both_texts(self) -> None:
        both = cast()
        assign(person_id=both.li.pk, first_day=JUNE, post=both.town.post(grade="P6"), by=HR_ADMIN, at=MORNING)

        with pytest.raises(ChangedMeanwhile) as refused:
            assign(person_id=both.li.pk, first_day=JUNE, post=both.town.post(grade="P7"), by=HR_ADMIN, at=MORNING, version=1)

        assert (refused.value.details["yours"]["grade"], refused.value.details["theirs"]["grade"]) == ("P7", "P6")
        assert refused.value.facts["name"] == "苏文"
        assert assignments_on([both.li.pk], TODAY)[both.li.pk].grade_code == "P6"

    def test_refuses_days_without_a_contract(self) -> None:
        both = cast()

        with pytest.raises(NotEmployed):
            assign(person_id=both.li.pk, first_day=date(2020, 1, 1), post=both.town.post(), by=SYSTEM, at=MORNING)

        assert Assignment.objects.filter(person=both.li).count() == 1

    @pytest.mark.parametrize("viewer", [COLLEAGUE, Viewer(name="token", scopes=frozenset({"dir.read"}))])
    def test_refuses_everybody_but_hr(self, viewer: Viewer) -> None:
        both = cast()

        with pytest.raises(NotYours):
            assign(person_id=both.li.pk, first_day=JUNE, post=both.town.post(grade="P7"), by=viewer, at=MORNING)

        assert assignments_on([both.li.pk], TODAY)[both.li.pk].grade_code == "P5"

    def test_refuses_ones_own_file_to_hr_as_well(self) -> None:
        both = cast()

        own = replace(HR_ADMIN, person_id=both.su.pk)
        with pytest.raises(NotYours):
            assign(person_id=both.su.pk, first_day=JUNE, post=both.town.post(grade="P7"), by=own, at=MORNING)

        assert assignments_on([both.su.pk], TODAY)[both.su.pk].grade_code == "P5"


class TestCorrectAssignment:
    def test_keeps_the_old_row_as_withdrawn_and_what_was_known(self) -> None:
        both = cast()
        old = Assignment.objects.get(person=both.li)
        before = datetime(2026, 11, 23, 2, tzinfo=UTC)

        correct_assignment(assignment_id=old.pk, post=both.town.post(grade="P6"), by=HR_ADMIN, at=datetime(2026, 11, 24, tzinfo=UTC))

        assert assignments_on([both.li.pk], TODAY)[both.li.pk].grade_code == "P6"
        assert assignments_on([both.li.pk], TODAY, known_at=before)[both.li.pk].grade_code == "P5"

    def test_refuses_to_overlap(self) -> None:
        both = cast()
        assign(person_id=both.li.pk, first_day=JUNE, post=both.town.post(grade="P6"), by=SYSTEM, at=MORNING)
        first = Assignment.objects.filter(person=both.li).order_by("first_day").first()
        assert first is not None

        with pytest.raises(Overlapping):
            correct_assignment(assignment_id=first.pk, post=both.town.post(), last_day=JUNE, by=SYSTEM, at=MORNING)

        assert Assignment.objects.filter(person=both.li, withdrawn_at=None).count() == 2


class TestSetManager:
    def test_goes_before_the_head_of_the_unit_from_that_day_on(self) -> None:
        both = cast()

        set_manager(person_id=both.li.pk, manager_id=both.zhang.pk, first_day=JUNE, by=SYSTEM, at=MORNING)

        assert managers_on([both.li.pk], date(2026, 5, 31)) == {both.li.pk: both.lin.pk}
        assert managers_on([both.li.pk], JUNE) == {both.li.pk: both.zhang.pk}

    def test_refuses_a_circle_that_runs_over_a_head_and_tells_all_names(self) -> None:
        both = cast()

        with pytest.raises(Circle) as refused:
            set_manager(person_id=both.gao.pk, manager_id=both.zhang.pk, first_day=JUNE, by=SYSTEM, at=MORNING)

        assert set(str(refused.value.facts["names"]).split(" → ")) == {"高远", "张三", "林静"}
        assert managers_on([both.gao.pk], TODAY) == {both.gao.pk: both.su.pk}

    def test_refuses_oneself_and_people_who_are_not_here(self) -> None:
        both = cast()
        end_employment(person_id=both.zhang.pk, last_day=date(2026, 5, 1), reason="", by=SYSTEM, at=MORNING)

        with pytest.raises(OwnManager):
            set_manager(person_id=both.li.pk, manager_id=both.li.pk, first_day=JUNE, by=SYSTEM, at=MORNING)
        with pytest.raises(ManagerNotThere):
            set_manager(person_id=both.li.pk, manager_id=both.zhang.pk, first_day=JUNE, by=SYSTEM, at=MORNING)

        assert managers_on([both.li.pk], TODAY) == {both.li.pk: both.lin.pk}


class TestSetHead:
    def test_changes_who_leads_from_that_day_on(self) -> None:
        both = cast()

        set_head(unit_id=both.town.team.pk, person_id=both.zhang.pk, first_day=JUNE, by=HR_ADMIN, at=MORNING)

        assert managers_on([both.li.pk, both.lin.pk], date(2026, 5, 31)) == {both.li.pk: both.lin.pk, both.lin.pk: both.gao.pk}
        assert managers_on([both.li.pk, both.lin.pk], JUNE) == {both.li.pk: both.zhang.pk, both.lin.pk: both.zhang.pk}

    def test_leaves_a_vacant_unit_to_the_head_above(self) -> None:
        both = cast()

        set_head(unit_id=both.town.team.pk, person_id=None, first_day=JUNE, by=HR_ADMIN, at=MORNING)

        assert reports_of(both.gao.pk, JUNE) == {both.lin.pk, both.zhang.pk, both.li.pk}

    def test_refuses_a_circle(self) -> None:
        both = cast()
        set_manager(person_id=both.lin.pk, manager_id=both.su.pk, first_day=JUNE, by=SYSTEM, at=MORNING)

        with pytest.raises(Circle):
            set_manager(person_id=both.su.pk, manager_id=both.li.pk, first_day=JUNE, by=SYSTEM, at=MORNING)
        with pytest.raises(HeadNotThere):
            set_head(unit_id=both.town.team.pk, person_id=both.zhang.pk, first_day=date(2020, 1, 1), by=SYSTEM, at=MORNING)

        assert circles_on(TODAY) == []


class TestTheDaysOfAUnit:
    """The team begins in June 2026 and is closed after September; all of them work here since 2021."""

    def team(self, both: Cast) -> Unit:
        """Add it."""
        made = add_unit(code="D9", name="专项组", kind="team", first_day=JUNE, parent_id=both.town.company.pk, by=SYSTEM, at=MORNING)
        Unit.objects.filter(pk=made.pk).update(last_day=date(2026, 9, 30))
        return made

    @pytest.mark.parametrize(("day", "why"), [(date(2026, 5, 31), UnitNotYet), (date(2026, 10, 1), UnitOver)])
    def test_outside_them_nobody_leads_it_and_no_unit_lies_below(self, day: date, why: type[Invalid]) -> None:
        both = cast()
        team = self.team(both)

        for person in (both.zhang.pk, None):
            with pytest.raises(why):
                set_head(unit_id=team.pk, person_id=person, first_day=day, by=HR_ADMIN, at=MORNING)
        with pytest.raises(why):
            add_unit(code="D91", name="小组", kind="team", first_day=day, parent_id=team.pk, by=HR_ADMIN, at=MORNING)

        assert not Headship.objects.filter(unit=team).exists()
        assert not Unit.objects.filter(code="D91").exists()

    @pytest.mark.parametrize("day", [JUNE, date(2026, 9, 30)])
    def test_on_the_first_and_on_the_last_it_is_led_and_grows_and_no_longer(self, day: date) -> None:
        both = cast()
        team = self.team(both)

        set_head(unit_id=team.pk, person_id=both.zhang.pk, first_day=day, by=HR_ADMIN, at=MORNING)
        add_unit(code="D91", name="小组", kind="team", first_day=day, parent_id=team.pk, by=HR_ADMIN, at=MORNING)

        assert Headship.objects.get(unit=team).last_day == date(2026, 9, 30)
        assert Unit.objects.get(code="D91").first_day == day

    @pytest.mark.parametrize(
        ("language", "early", "late"),
        [
            ("zh-hans", "从2026-06-01才开始。请选择这一天或之后的日期。", "已经撤销，最后一天是2026-09-30。请选择这一天或之前的日期。"),
            ("en", " begins on 2026-06-01. Choose that day or a later one.", " was closed; its last day was 2026-09-30."),
        ],
    )
    def test_are_said_in_both_languages(self, language: str, early: str, late: str) -> None:
        both = cast()
        team, said = self.team(both), []

        for day in (date(2026, 5, 31), date(2026, 10, 1)):
            with override(language), pytest.raises(Invalid) as refused:
                set_head(unit_id=team.pk, person_id=None, first_day=day, by=HR_ADMIN, at=MORNING)
            with override(language):
                said.append(words_of(refused.value)[0])

        assert early in said[0]
        assert late in said[1]


class TestMoveUnit:
    def test_takes_all_below_along(self) -> None:
        both = cast()

        move_unit(unit_id=both.town.team.pk, parent_id=both.town.company.pk, by=HR_ADMIN, at=MORNING)

        assert Unit.objects.get(code="D1").path == f"/{both.town.company.pk}/{both.town.team.pk}/"
        assert managers_on([both.lin.pk], TODAY) == {both.lin.pk: both.su.pk}

    def test_refuses_a_unit_in_itself_by_names(self) -> None:
        both = cast()

        with pytest.raises(UnitCircle) as refused:
            move_unit(unit_id=both.town.department.pk, parent_id=both.town.team.pk, by=HR_ADMIN, at=MORNING)

        assert refused.value.facts["names"] == "解决方案部 → 交付一组 → 解决方案部"
        assert Unit.objects.get(code="SOL").parent_id == both.town.company.pk


class TestEndEmployment:
    def test_ends_posts_and_headships_and_leaves_reports_to_the_head_above(self) -> None:
        both = cast()
        set_manager(person_id=both.li.pk, manager_id=both.lin.pk, first_day=JUNE, by=SYSTEM, at=MORNING)

        end_employment(person_id=both.lin.pk, last_day=date(2026, 12, 4), reason="own wish", by=HR_ADMIN, at=MORNING)

        people = [both.lin.pk, both.zhang.pk, both.li.pk]
        assert managers_on(people, date(2026, 12, 4)) == {both.lin.pk: both.gao.pk, both.zhang.pk: both.lin.pk, both.li.pk: both.lin.pk}
        assert managers_on(people, date(2026, 12, 5)) == {both.zhang.pk: both.gao.pk, both.li.pk: both.gao.pk}

    def test_refuses_a_day_without_a_contract(self) -> None:
        both = cast()

        with pytest.raises(NotEmployed):
            end_employment(person_id=both.li.pk, last_day=date(2021, 8, 31), reason="", by=HR_ADMIN, at=MORNING)

        assert assignments_on([both.li.pk], TODAY)
