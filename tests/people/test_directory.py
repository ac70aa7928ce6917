"""The directory: every colleague sees cards, nobody but those entitled sees more, and all of it in a fixed number of queries."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bole.people.actions import Identity, assign, change_contact, change_number, end_employment, hire, rename_person
from bole.people.models import Person
from bole.people.queries import (
    assignments_on,
    cards,
    contact_for,
    directory,
    employment_for,
    employments_on,
    find_people,
    get_person_for,
    managers_on,
    people_in_units,
    reports_of,
    subtree,
    unit_rows,
    zones_on,
)
from bole.people.rules.refusals import ChangedMeanwhile, NumberTaken
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM, Viewer
from tests.people.company import COLLEAGUE, HR_ADMIN, MORNING, TODAY, build, cast, partner_of

pytestmark = pytest.mark.django_db
NOBODY = Viewer(name="anonymous")


def numbers(found: list) -> list[str]:
    return [card.number for card in found]


def hire_cast() -> None:
    town = build()
    for number, name, english in (
        ("BL0079", "曾睿", "Zeng Rui"),
        ("BL0186", "欧阳雪", "Ouyang Xue"),
        ("BL0318", "阿依古丽·买买提", "Ayiguli Maimaiti"),
        ("BL0064", "张三", "Zhang San"),
        ("BL0322", "张伟", "Zhang Wei"),
        ("BL0277", "张伟", "Zhang Wei"),
    ):
        unit = town.other_team if number == "BL0277" else town.team
        newcomer = town.newcomer(number, name, post=town.post(unit=unit))
        hire(newcomer=replace(newcomer, identity=Identity(name=name, name_en=english)), by=SYSTEM, at=MORNING)


class TestFindPeople:
    @pytest.mark.parametrize(
        "typed,found",
        [
            ("zengrui", ["BL0079"]),
            ("zr", ["BL0079"]),
            ("曾", ["BL0079"]),
            ("ouyx", ["BL0186"]),
            ("欧阳", ["BL0186"]),
            ("ayiguli", ["BL0318"]),
            ("买买提", ["BL0318"]),
            ("BL0064", ["BL0064"]),
            ("0064", ["BL0064"]),
            ("张伟", ["BL0277", "BL0322"]),
            ("zhang", ["BL0064", "BL0277", "BL0322"]),
            ("san zhang", ["BL0064"]),
            ("%", []),
            ("_", []),
            ("", []),
        ],
    )
    def test_finds_by_everything_that_people_type(self, typed: str, found: list[str]) -> None:
        hire_cast()

        assert numbers(find_people(COLLEAGUE, typed, TODAY)) == found

    def test_tells_namesakes_apart_by_unit_and_number(self) -> None:
        hire_cast()

        first, second = find_people(COLLEAGUE, "张伟", TODAY)

        assert (first.has_namesake, first.unit_name, first.number) == (True, "交付二组", "BL0277")
        assert (second.has_namesake, second.unit_name, second.number) == (True, "交付一组", "BL0322")
        assert not find_people(COLLEAGUE, "张三", TODAY)[0].has_namesake

    def test_finds_by_a_former_number(self) -> None:
        hire_cast()
        zhang = Person.objects.get(number="BL0064")

        change_number(person_id=zhang.pk, number="QZ-64", by=HR_ADMIN, at=MORNING)

        assert numbers(find_people(COLLEAGUE, "BL0064", TODAY)) == ["QZ-64"]
        assert get_person_for(COLLEAGUE, "BL0064", TODAY).number == "QZ-64"

    def test_shows_nobody_to_strangers(self) -> None:
        hire_cast()

        assert find_people(NOBODY, "张三", TODAY) == []
        assert directory(NOBODY, TODAY) == []


class TestVisibility:
    def test_leavers_are_gone_for_colleagues_at_once_and_for_hr_after_a_month(self) -> None:
        both = cast()
        end_employment(person_id=both.li.pk, last_day=date(2026, 11, 1), reason="", by=SYSTEM, at=MORNING)

        with pytest.raises(NotFound):
            get_person_for(COLLEAGUE, "BL0471", TODAY)
        assert not get_person_for(partner_of(both.town.team), "BL0471", TODAY).is_here
        with pytest.raises(NotFound):
            get_person_for(partner_of(both.town.team), "BL0471", date(2027, 1, 1))
        assert get_person_for(HR_ADMIN, "BL0471", date(2027, 1, 1)).name == "李四"

    def test_not_there_and_not_open_look_the_same(self) -> None:
        cast()

        with pytest.raises(NotFound) as missing:
            get_person_for(COLLEAGUE, "BL9999", TODAY)
        with pytest.raises(NotFound) as closed:
            contact_for(COLLEAGUE, "BL0471", TODAY)

        assert (missing.value.where, missing.value.facts) == (closed.value.where, closed.value.facts)

    def test_private_contact_is_for_oneself_and_hr(self) -> None:
        both = cast()
        myself = replace(COLLEAGUE, person_id=both.li.pk)
        change_contact(person_id=both.li.pk, mobile="13800138000", birthday=None, by=myself, at=MORNING)

        for viewer in (myself, HR_ADMIN, replace(partner_of(both.town.team), partnered=frozenset({both.li.pk}))):
            assert contact_for(viewer, "BL0471", TODAY).mobile == "13800138000"
        with pytest.raises(NotFound):
            contact_for(replace(COLLEAGUE, reports=frozenset({both.li.pk})), "BL0471", TODAY)

    def test_grade_and_contract_are_for_managers_as_well(self) -> None:
        both = cast()

        facts = employment_for(replace(COLLEAGUE, reports=frozenset({both.li.pk})), "BL0471", TODAY)

        assert facts.assignment is not None
        assert facts.employment is not None
        assert (facts.assignment.grade_code, facts.employment.kind, facts.career[0].kind) == ("P5", "regular", "joined")
        with pytest.raises(NotFound):
            employment_for(COLLEAGUE, "BL0471", TODAY)


class TestRename:
    def test_changes_how_one_is_sorted_and_found(self) -> None:
        both = cast()

        rename_person(person_id=both.li.pk, name="区明", name_en="", by=HR_ADMIN, at=MORNING, version=1)

        assert numbers(find_people(COLLEAGUE, "ouming", TODAY)) == ["BL0471"]
        assert find_people(COLLEAGUE, "lisi", TODAY) == []

    def test_refuses_a_stale_form_and_others(self) -> None:
        both = cast()
        rename_person(person_id=both.li.pk, name="李肆", name_en="", by=HR_ADMIN, at=MORNING, version=1)

        with pytest.raises(ChangedMeanwhile) as refused:
            rename_person(person_id=both.li.pk, name="李泗", name_en="", by=HR_ADMIN, at=MORNING, version=1)
        with pytest.raises(NotYours):
            rename_person(person_id=both.li.pk, name="李泗", name_en="", by=replace(COLLEAGUE, person_id=both.li.pk), at=MORNING)

        assert refused.value.details["theirs"] == {"name": "李肆", "name_en": ""}
        assert Person.objects.get(pk=both.li.pk).name == "李肆"

    def test_a_former_number_is_given_to_nobody(self) -> None:
        both = cast()
        change_number(person_id=both.li.pk, number="NEW1", by=HR_ADMIN, at=MORNING)

        with pytest.raises(NumberTaken):
            change_number(person_id=both.zhang.pk, number="bl0471", by=HR_ADMIN, at=MORNING)


class TestDirectory:
    def test_is_in_order_of_pinyin_and_goes_on_after_the_last(self) -> None:
        hire_cast()

        first = directory(COLLEAGUE, TODAY, limit=3)
        rest = directory(COLLEAGUE, TODAY, after=first[-1].number)

        assert numbers(first) == ["BL0318", "BL0186", "BL0079"]
        assert numbers(rest) == ["BL0064", "BL0277", "BL0322"]

    def test_shows_a_unit_with_all_below(self) -> None:
        both = cast()

        units = subtree([both.town.department.pk])

        assert numbers(directory(COLLEAGUE, TODAY, unit_ids=units)) == ["BL0008", "BL0471", "BL0031", "BL0064"]

    def test_shows_the_tree_with_heads_and_headcount(self) -> None:
        cast()

        rows = [(row.name, row.depth, row.head_name, row.people, row.people_below) for row in unit_rows(TODAY)]

        assert rows == [
            ("青骓智能", 0, "苏文", 1, 5),
            ("解决方案部", 1, "高远", 1, 4),
            ("交付一组", 2, "林静", 3, 3),
            ("交付二组", 2, "", 0, 0),
        ]


class TestAsOfADay:
    def test_says_what_was_so(self) -> None:
        both = cast()
        town = both.town
        assign(person_id=both.li.pk, first_day=date(2026, 3, 1), post=town.post(unit=town.other_team), by=SYSTEM, at=MORNING)

        assert people_in_units([town.other_team.pk], date(2026, 2, 28)) == {}
        assert people_in_units([town.other_team.pk], date(2026, 3, 1)) == {both.li.pk: town.other_team.pk}
        assert reports_of(both.lin.pk, date(2026, 2, 28)) == {both.zhang.pk, both.li.pk}
        assert reports_of(both.lin.pk, date(2026, 3, 1)) == {both.zhang.pk}
        assert reports_of(both.gao.pk, date(2026, 3, 1)) == {both.lin.pk, both.li.pk}
        assert cards([both.li.pk], date(2021, 8, 31))[both.li.pk].unit_name == ""

    def test_counts_days_in_the_nearest_zone(self) -> None:
        both = cast()
        abroad = replace(both.town.post(), zone="Europe/Berlin")
        assign(person_id=both.li.pk, first_day=date(2026, 3, 1), post=abroad, by=SYSTEM, at=MORNING)

        assert zones_on([both.li.pk, both.zhang.pk], TODAY) == {both.li.pk: "Europe/Berlin", both.zhang.pk: "Asia/Shanghai"}


@pytest.mark.parametrize("extra", [0, 12])
def test_the_number_of_queries_does_not_grow(extra: int) -> None:
    both = cast()
    people = [both.su, both.gao, both.lin, both.zhang, both.li, *(both.town.hire(f"X{n}", f"新人{n}") for n in range(extra))]
    ids = [person.pk for person in people]
    counted = {}
    for name, ask in {
        "cards": lambda: cards(ids, TODAY),
        "cards with managers": lambda: cards(ids, TODAY, with_managers=True),
        "assignments_on": lambda: assignments_on(ids, TODAY),
        "employments_on": lambda: employments_on(ids, TODAY),
        "managers_on": lambda: managers_on(ids, TODAY),
        "reports_of": lambda: reports_of(both.su.pk, TODAY),
        "find_people": lambda: find_people(COLLEAGUE, "l", TODAY),
        "directory": lambda: directory(COLLEAGUE, TODAY),
        "get_person_for": lambda: get_person_for(COLLEAGUE, "BL0471", TODAY),
        "unit_rows": lambda: unit_rows(TODAY),
    }.items():
        with CaptureQueriesContext(connection) as queries:
            ask()
        counted[name] = len(queries)

    assert counted == {
        "cards": 3,
        "cards with managers": 5,
        "assignments_on": 1,
        "employments_on": 1,
        "managers_on": 2,
        "reports_of": 3,
        "find_people": 3,
        "directory": 3,
        "get_person_for": 5,
        "unit_rows": 4,
    }
