"""Hiring: a person, a contract and a post at once, or nothing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bole.audit.models import Entry
from bole.kit.models import Announcement
from bole.people.actions import Identity, Return, convert_contracts, end_employment, hire, hire_many, welcome_back
from bole.people.models import Assignment, CareerEvent, Employment, Person
from bole.people.queries import assignments_on, employments_on, leaving_days, managers_on
from bole.people.rules.entries import Conversion
from bole.people.rules.lines import Circle
from bole.people.rules.names import HiddenCharacters
from bole.people.rules.refusals import EmailTaken, ManagerNotThere, NumberTaken, StillEmployed, UnknownKind
from bole.people.rules.spells import WrongWayRound
from bole.values.refusal import NotYours, Refused
from bole.values.viewer import SYSTEM
from tests.people.company import COLLEAGUE, FOUNDED, HR_ADMIN, MORNING, TODAY, build, cast, partner_of

pytestmark = pytest.mark.django_db


class TestHire:
    def test_writes_person_contract_post_and_step(self) -> None:
        town = build()

        person = town.hire("BL0064", "张 三", first_day=date(2022, 3, 1))

        assert (person.name, person.number, person.pinyin_key) == ("张三", "BL0064", "zhang0san")
        assert employments_on([person.pk], TODAY)[person.pk].joined_on == date(2022, 3, 1)
        assert assignments_on([person.pk], TODAY)[person.pk].unit_name == "交付一组"
        assert list(CareerEvent.objects.values_list("kind", "day")) == [("joined", date(2022, 3, 1))]

    def test_stays_on_the_record_and_is_announced(self) -> None:
        town = build()

        person = town.hire("BL0064", "张三")

        entry = Entry.objects.get(what="people.hire")
        assert (entry.subject, entry.things) == (str(person.ref), ["person BL0064"])
        announcement = Announcement.objects.get(kind="PeopleHired")
        assert announcement.body == {"person_ids": [person.pk], "first_day": "2021-09-01"}

    def test_seals_what_is_private(self) -> None:
        town = build()
        identity = Identity(name="张三", mobile="138 0013 8000", birthday=date(1990, 5, 4))

        person = hire(newcomer=replace(town.newcomer("BL0064", "张三"), identity=identity), by=SYSTEM, at=MORNING)

        read = Person.objects.get(pk=person.pk)
        assert (read.mobile, read.birthday) == ("13800138000", "1990-05-04")
        assert "13800138000" not in repr(read.mobile)

    @pytest.mark.parametrize(
        "number,name,kind,last_day,refusal",
        [
            ("bl0064", "李四", "regular", None, NumberTaken),
            ("BL0471", "李\u200b四", "regular", None, HiddenCharacters),
            ("BL0471", "李四", "slave", None, UnknownKind),
            ("BL0471", "李四", "regular", date(2021, 8, 31), WrongWayRound),
        ],
    )
    def test_refuses_what_cannot_be_and_writes_nothing(
        self, number: str, name: str, kind: str, last_day: date | None, refusal: type[Refused]
    ) -> None:
        town = build()
        town.hire("BL0064", "张三")

        with pytest.raises(refusal):
            hire(newcomer=replace(town.newcomer(number, name), kind=kind, last_day=last_day), by=SYSTEM, at=MORNING)

        assert (Person.objects.count(), Employment.objects.count(), Assignment.objects.count()) == (1, 1, 1)

    def test_refuses_a_work_email_of_somebody_else(self) -> None:
        town = build()
        taken = Identity(name="张伟", work_email="zhangwei@example.com")
        hire(newcomer=replace(town.newcomer("BL0322", "张伟"), identity=taken), by=SYSTEM, at=MORNING)

        same = replace(taken, work_email="ZhangWei@example.com")
        with pytest.raises(EmailTaken):
            hire(newcomer=replace(town.newcomer("BL0277", "张伟"), identity=same), by=SYSTEM, at=MORNING)

        assert Person.objects.count() == 1

    def test_is_for_hr_alone_and_a_partner_hires_into_own_units(self) -> None:
        town = build()

        for viewer in (COLLEAGUE, partner_of(town.other_team)):
            with pytest.raises(NotYours):
                hire(newcomer=town.newcomer("BL0064", "张三"), by=viewer, at=MORNING)
        assert not Person.objects.exists()
        hire(newcomer=town.newcomer("BL0064", "张三"), by=partner_of(town.team), at=MORNING)
        hire(newcomer=town.newcomer("BL0471", "李四"), by=HR_ADMIN, at=MORNING)

        assert Person.objects.count() == 2


class TestHireMany:
    def test_lets_newcomers_be_each_others_managers(self) -> None:
        town = build()

        lin, zhang = hire_many(
            newcomers=[town.newcomer("BL0031", "林静"), town.newcomer("BL0064", "张三", manager="BL0031")], by=SYSTEM, at=MORNING
        )

        assert managers_on([lin.pk, zhang.pk], TODAY) == {lin.pk: None, zhang.pk: lin.pk}

    def test_puts_the_head_of_the_unit_before_a_manager_who_came_later(self) -> None:
        both = cast()
        late = both.town.hire("BL0500", "后来", first_day=date(2025, 1, 1))

        person = hire(newcomer=both.town.newcomer("BL0501", "早到", manager="BL0500"), by=SYSTEM, at=MORNING)

        assert managers_on([person.pk], date(2024, 12, 31)) == {person.pk: both.lin.pk}
        assert managers_on([person.pk], date(2025, 1, 1)) == {person.pk: late.pk}

    def test_refuses_a_circle_by_names_and_writes_nobody(self) -> None:
        town = build()
        ring = [town.newcomer("1", "甲", manager="3"), town.newcomer("2", "乙", manager="1"), town.newcomer("3", "丙", manager="2")]

        with pytest.raises(Circle) as refused:
            hire_many(newcomers=ring, by=SYSTEM, at=MORNING)

        assert refused.value.facts["names"] == "甲 → 丙 → 乙 → 甲"
        assert not Person.objects.exists()

    def test_refuses_a_manager_whom_nobody_knows(self) -> None:
        town = build()

        with pytest.raises(ManagerNotThere):
            hire(newcomer=town.newcomer("1", "甲", manager="404"), by=SYSTEM, at=MORNING)

        assert not Person.objects.exists()


class TestLeaving:
    def test_is_known_from_the_day_hr_ends_the_last_contract_and_never_of_a_term_or_another_kind(self) -> None:
        town = build()
        zhang, ding = town.hire("BL0064", "张三"), town.hire("BL0490", "丁一")
        li = hire(newcomer=replace(town.newcomer("BL0471", "李四"), kind="intern", last_day=date(2026, 12, 31)), by=SYSTEM, at=MORNING)
        end_employment(person_id=zhang.pk, last_day=date(2026, 12, 7), reason="own wish", by=SYSTEM, at=MORNING + timedelta(hours=1))
        convert_contracts(conversions=[Conversion(person_id=ding.pk, kind="rehired", first_day=date(2026, 12, 1))], by=SYSTEM, at=MORNING)
        everybody = [zhang.pk, li.pk, ding.pk]

        found = {day: leaving_days(everybody, day) for day in (TODAY, date(2026, 12, 8))}

        assert found == {TODAY: {zhang.pk: date(2026, 12, 7)}, date(2026, 12, 8): {}}


class TestWelcomeBack:
    def test_keeps_the_number_and_counts_from_the_new_first_day(self) -> None:
        both = cast()
        end_employment(person_id=both.li.pk, last_day=date(2025, 12, 31), reason="own wish", by=SYSTEM, at=MORNING)

        back = Return(person_id=both.li.pk, employer_id=both.town.company.pk, first_day=date(2026, 6, 1), post=both.town.post())
        welcome_back(returns=[back], by=HR_ADMIN, at=MORNING)

        assert employments_on([both.li.pk], TODAY)[both.li.pk].joined_on == date(2026, 6, 1)
        assert assignments_on([both.li.pk], date(2026, 1, 1)) == {}
        steps = CareerEvent.objects.filter(person=both.li).order_by("id")
        assert list(steps.values_list("kind", flat=True)) == ["joined", "left", "returned"]

    def test_refuses_somebody_who_is_here(self) -> None:
        both = cast()

        back = Return(person_id=both.li.pk, employer_id=both.town.company.pk, first_day=FOUNDED, post=both.town.post())
        with pytest.raises(StillEmployed):
            welcome_back(returns=[back], by=SYSTEM, at=MORNING)

        assert Employment.objects.filter(person=both.li).count() == 1
