"""The people of the demo: units, posts, 702 numbers and their ways, heads, accounts; all through the people room's actions."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bole.people.actions import add_career_event, add_family, add_grade, add_position, add_unit, assign_many, hire_many, set_head
from bole.people.models import Unit
from bole.people.rules.entries import Identity, Move, Newcomer, Post
from bole.sandbox.rules.cast import LEAVE, PostPlan
from bole.sandbox.rules.company import CompanyPlan, PersonPlan
from bole.sandbox.rules.posts import FAMILIES, GRADES, family_of, positions
from bole.sandbox.rules.units import ROOT, UNITS
from bole.values.viewer import SYSTEM

PLACES = {ROOT: ("北京", "Beijing"), "SUP-SZ": ("深圳", "Shenzhen"), "SALES-S": ("深圳", "Shenzhen")}


class Catalogue:
    """Keys of units, positions, families and grades by their codes."""

    def __init__(self, plan: CompanyPlan, *, at: datetime) -> None:
        """Make units, families, grades and positions."""
        self.units: dict[str, Unit] = {}
        for unit in UNITS:
            parent = self.units[unit.parent].pk if unit.parent else None
            self.units[unit.code] = add_unit(
                code=unit.code,
                name=unit.name,
                name_en=unit.name_en,
                kind=unit.kind,
                first_day=plan.founded,
                parent_id=parent,
                place=PLACES.get(unit.code, ("", ""))[0],
                place_en=PLACES.get(unit.code, ("", ""))[1],
                by=SYSTEM,
                at=at,
            )
        self.families = {code: add_family(code=code, name=zh, name_en=en, by=SYSTEM, at=at).pk for code, zh, en in FAMILIES}
        self.grades = {rank: add_grade(code=code, rank=rank, by=SYSTEM, at=at).pk for code, rank in GRADES}
        self.positions = {
            code: add_position(code=code, name=zh, name_en=en, family_id=self.families[family], by=SYSTEM, at=at).pk
            for code, family, zh, en in positions()
        }

    def post(self, plan: PostPlan) -> Post:
        """Return a post as the people room takes it."""
        return Post(
            unit_id=self.units[plan.unit].pk,
            position_id=self.positions[plan.position],
            family_id=self.families[family_of(plan.position)],
            grade_id=self.grades[plan.rank],
        )


def hire_everybody(plan: CompanyPlan, *, at: datetime) -> dict[str, int]:
    """Make the company's people with their ways; return their keys by number."""
    catalogue = Catalogue(plan, at=at)
    root = catalogue.units[ROOT].pk
    hired = hire_many(newcomers=[_newcomer(one, root, catalogue) for one in plan.people], by=SYSTEM, at=at)
    keys = {person.number: person.pk for person in hired}
    for turn in range(1, max(len(one.posts) for one in plan.people)):
        assign_many(moves=_moves(plan.people, keys, catalogue, turn), by=SYSTEM, at=at)
    for head in plan.heads:
        set_head(unit_id=catalogue.units[head.unit].pk, person_id=keys[head.number], first_day=head.first_day, by=SYSTEM, at=at)
    for number, (first, last) in LEAVE.items():
        days = {"leave": plan.almanac.at(first), "returned": plan.almanac.at(last)}
        for kind, day in days.items():
            if day <= plan.almanac.anchor:
                add_career_event(person_id=keys[number], kind=kind, day=day, by=SYSTEM, at=at)
    return keys


def _newcomer(one: PersonPlan, employer: int, catalogue: Catalogue) -> Newcomer:
    return Newcomer(
        number=one.number,
        identity=Identity(name=one.name, name_en=one.name_en, work_email=one.email, mobile=one.mobile, birthday=one.birthday),
        employer_id=employer,
        first_day=one.first_day,
        last_day=one.last_day,
        reason_ended="本人提出" if one.last_day else "",
        kind=one.kind,
        manager_number=one.manager,
        post=catalogue.post(one.posts[0]),
    )


def _moves(people: Sequence[PersonPlan], keys: Mapping[str, int], catalogue: Catalogue, turn: int) -> list[Move]:
    """Return everybody's change of post number `turn`."""
    return [
        Move(person_id=keys[one.number], first_day=one.posts[turn].first_day, post=catalogue.post(one.posts[turn]))
        for one in people
        if len(one.posts) > turn
    ]
