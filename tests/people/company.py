"""A small company for the tests of people: three levels of units, five of its cast, two families, three grades."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from bole.people.actions import add_family, add_grade, add_position, add_unit, hire, set_head
from bole.people.models import JobFamily, JobGrade, Person, Position, Unit
from bole.people.rules.entries import Identity, Newcomer, Post
from bole.values.viewer import SYSTEM, Viewer

FOUNDED = date(2021, 9, 1)
TODAY = date(2026, 11, 23)
MORNING = datetime(2026, 11, 23, 1, tzinfo=UTC)
HR_ADMIN = Viewer(name="苏文", account_id=900, roles=frozenset({"employee", "hr_admin"}))
COLLEAGUE = Viewer(name="许嘉", account_id=901, person_id=0, roles=frozenset({"employee"}))


@dataclass(frozen=True, slots=True)
class Town:
    """The units, the catalogue and the cast."""

    company: Unit
    department: Unit
    team: Unit
    other_team: Unit
    engineers: JobFamily
    sellers: JobFamily
    engineer: Position
    seller: Position
    grades: dict[str, JobGrade]

    def post(self, *, unit: Unit | None = None, grade: str = "P5", manager: Person | None = None) -> Post:
        """Return a post of an engineer."""
        return Post(
            unit_id=(unit or self.team).pk,
            position_id=self.engineer.pk,
            family_id=self.engineers.pk,
            grade_id=self.grades[grade].pk,
            manager_id=manager.pk if manager else None,
        )

    def newcomer(self, number: str, name: str, *, first_day: date = FOUNDED, post: Post | None = None, manager: str = "") -> Newcomer:
        """Return somebody who joins."""
        return Newcomer(
            number=number,
            identity=Identity(name=name),
            employer_id=self.company.pk,
            first_day=first_day,
            post=post or self.post(),
            manager_number=manager,
        )

    def hire(self, number: str, name: str, *, unit: Unit | None = None, first_day: date = FOUNDED, manager: Person | None = None) -> Person:
        """Hire an engineer."""
        newcomer = self.newcomer(number, name, first_day=first_day, post=self.post(unit=unit, manager=manager))
        return hire(newcomer=newcomer, by=SYSTEM, at=MORNING)


def build() -> Town:
    """Build the units and the catalogue; nobody works there yet."""

    def unit(code: str, name: str, kind: str, parent: Unit | None) -> Unit:
        parent_id = parent.pk if parent else None
        return add_unit(code=code, name=name, kind=kind, first_day=FOUNDED, parent_id=parent_id, by=SYSTEM, at=MORNING)

    company = unit("BL", "青骓智能", "company", None)
    department = unit("SOL", "解决方案部", "department", company)
    team, other_team = unit("D1", "交付一组", "team", department), unit("D2", "交付二组", "team", department)
    engineers = add_family(code="solution", name="解决方案", by=SYSTEM, at=MORNING)
    sellers = add_family(code="sales", name="销售", by=SYSTEM, at=MORNING)
    engineer = add_position(code="SE", name="解决方案工程师", name_en="Solution engineer", family_id=engineers.pk, by=SYSTEM, at=MORNING)
    seller = add_position(code="SA", name="销售", family_id=sellers.pk, by=SYSTEM, at=MORNING)
    grades = {f"P{rank}": add_grade(code=f"P{rank}", rank=rank, by=SYSTEM, at=MORNING) for rank in (5, 6, 7)}
    return Town(company, department, team, other_team, engineers, sellers, engineer, seller, grades)


@dataclass(frozen=True, slots=True)
class Cast:
    """苏文 leads the company, 高远 the department, 林静 the team in which 张三 and 李四 work."""

    town: Town
    su: Person
    gao: Person
    lin: Person
    zhang: Person
    li: Person


def cast() -> Cast:
    """Build the company and hire its cast."""
    town = build()
    su = town.hire("BL0012", "苏文", unit=town.company)
    gao = town.hire("BL0008", "高远", unit=town.department)
    lin = town.hire("BL0031", "林静")
    zhang = town.hire("BL0064", "张三")
    li = town.hire("BL0471", "李四")
    for place, head in ((town.company, su), (town.department, gao), (town.team, lin)):
        set_head(unit_id=place.pk, person_id=head.pk, first_day=FOUNDED, by=SYSTEM, at=MORNING)
    return Cast(town, su, gao, lin, zhang, li)


def partner_of(*units: Unit) -> Viewer:
    """Return an HR partner of these units (not of those below)."""
    return replace(COLLEAGUE, name="何佳", roles=frozenset({"employee", "hr_partner"}), units=frozenset(unit.pk for unit in units))
