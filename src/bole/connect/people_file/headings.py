"""Which column is what: headings as people write them, in Chinese and English, and the mapping that follows from them."""

from collections.abc import Mapping as Choices
from collections.abc import Sequence
from dataclasses import dataclass

from bole.connect.people_file.refusals import ColumnTwice, UnknownColumn, UnknownField
from bole.kit.table_file.sheet import bare
from bole.values.refusal import say

MOST_ABOVE = 20
LONGEST_HEADING = 80


@dataclass(frozen=True, slots=True)
class Field:
    """Something that a people file tells about a person."""

    code: str
    name: str
    aliases: tuple[str, ...]
    is_needed: bool = False  # of somebody new
    example: str = ""


FIELDS: tuple[Field, ...] = (
    Field(
        "number",
        say("Staff number"),
        ("工号", "员工编号", "员工工号", "人员编号", "职工号", "number", "staff number", "employee id", "employee number", "id"),
        is_needed=True,
        example="BL0064",
    ),
    Field("name", say("Full name"), ("姓名", "员工姓名", "名字", "name", "full name"), is_needed=True, example="张三"),
    Field("name_en", say("Name in English"), ("英文名", "英文姓名", "拼音", "english name", "name en"), example="Zhang San"),
    Field(
        "unit",
        say("Unit"),
        ("部门", "所属部门", "部门路径", "部门名称", "组织", "组织单元", "unit", "department", "org", "organization"),
        is_needed=True,
        example="解决方案部/交付一组",
    ),
    Field(
        "position",
        say("Position"),
        ("岗位", "岗位名称", "职位", "职务", "position", "job title", "title"),
        is_needed=True,
        example="解决方案工程师",
    ),
    Field("family", say("Job family"), ("岗位序列", "序列", "职类", "职位序列", "family", "job family"), example="解决方案"),
    Field("grade", say("Job grade"), ("职级", "职等", "级别", "grade", "level", "job grade"), is_needed=True, example="P5"),
    Field(
        "manager",
        say("Manager"),
        ("主管", "直接上级", "上级", "主管工号", "直接上级工号", "汇报对象", "直属上级", "直属领导", "manager", "reports to", "supervisor"),
        example="BL0031",
    ),
    Field(
        "first_day",
        say("First day"),
        ("入职日期", "入职时间", "入职日", "到岗日期", "first day", "hire date", "start date", "join date"),
        is_needed=True,
        example="2022-03-01",
    ),
    Field("last_day", say("Last day"), ("离职日期", "离职时间", "最后工作日", "last day", "end date", "termination date")),
    Field(
        "changed_on",
        say("Change holds from"),
        ("生效日期", "调岗日期", "异动日期", "变更日期", "effective date", "effective from", "changed on"),
    ),
    Field(
        "kind",
        say("Kind of employment"),
        ("雇佣类型", "用工类型", "用工形式", "员工类型", "人员类型", "employment type", "kind", "type"),
        example="正式",
    ),
    Field(
        "work_email",
        say("Work e-mail"),
        ("工作邮箱", "邮箱", "企业邮箱", "公司邮箱", "电子邮箱", "email", "e-mail", "work email", "mail"),
        example="zhangsan@example.com",
    ),
    Field(
        "mobile",
        say("Mobile"),
        ("手机", "手机号", "手机号码", "联系电话", "电话", "mobile", "phone", "cell"),
        example="13800138000",
    ),
    Field(
        "birthday",
        say("Birthday"),
        ("生日", "出生日期", "出生年月", "birthday", "date of birth", "birth date"),
        example="1990-05-04",
    ),
    Field("zone", say("Time zone"), ("时区", "工作时区", "time zone", "timezone", "zone"), example="Asia/Shanghai"),
)
BY_CODE: dict[str, Field] = {field.code: field for field in FIELDS}


@dataclass(frozen=True, slots=True)
class Mapping:
    """For each column of the file the field that it is taken for, or nothing."""

    headings: tuple[str, ...]
    fields: tuple[str, ...]

    def column_of(self, field: str) -> int | None:
        """Return where the field stands, or None."""
        return self.fields.index(field) if field in self.fields else None

    def heading_of(self, field: str) -> str:
        """Return the heading under which the field stands; the field's own name if it has no column."""
        at = self.column_of(field)
        return BY_CODE[field].name if at is None else self.headings[at]

    @property
    def unused(self) -> tuple[str, ...]:
        """The headings that are taken for nothing."""
        return tuple(heading for heading, field in zip(self.headings, self.fields, strict=True) if not field)

    def as_choices(self) -> dict[str, str]:
        """Return heading → field, as a form or a file of settings keeps it."""
        return {heading: field for heading, field in zip(self.headings, self.fields, strict=True) if field}


_ALIASES: dict[str, str] = {bare(alias): field.code for field in FIELDS for alias in (field.code, field.name, *field.aliases)}


def propose(headings: Sequence[str]) -> Mapping:
    """Return the mapping that the headings suggest; of two for one field the first is taken."""
    seen: set[str] = set()
    fields = []
    for heading in headings:
        field = _ALIASES.get(bare(heading), "")
        fields.append("" if field in seen else field)
        seen.add(field)
    return Mapping(tuple(headings), tuple(fields))


def chosen(headings: Sequence[str], choices: Choices[str, str]) -> Mapping:
    """Return the mapping that a person chose: heading → field, "" for a column that is left out.

    :raises UnknownColumn: if a heading is not in the file
    :raises UnknownField: if a field is none
    :raises ColumnTwice: if two columns are taken for one field
    """
    for heading, field in choices.items():
        if heading not in headings:
            raise UnknownColumn(where="mapping", column=heading[:60])
        if field and field not in BY_CODE:
            raise UnknownField(where="mapping", field=field[:60], known=", ".join(BY_CODE))
    columns: dict[str, str] = {}
    fields = []
    for heading in headings:
        field = choices.get(heading, "")
        if field and field in columns:
            raise ColumnTwice(where="mapping", field=BY_CODE[field].name, one=columns[field], other=heading)
        columns[field] = heading
        fields.append(field)
    return Mapping(tuple(headings), tuple(fields))


def told_apart(headings: Sequence[str]) -> tuple[str, ...]:
    """Return the headings, each once: an empty one gets its column's letters in brackets, a doubled one a number."""
    made: list[str] = []
    for n, heading in enumerate(headings):
        plain = " ".join(heading.split())[:LONGEST_HEADING] or f"[{_letters(n)}]"
        same = [one for one in made if one == plain or one.startswith(f"{plain} (")]
        made.append(f"{plain} ({len(same) + 1})" if same else plain)
    return tuple(made)


def _letters(column: int) -> str:
    """Return the letters by which a spreadsheet names a column: A, B … AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def heading_row(rows: Sequence[Sequence[str]]) -> int | None:
    """Return where the headings stand: of the first twenty rows the one with most headings that we know, else the first with anything."""
    best, most = None, 0
    first = None
    for n, row in enumerate(rows[:MOST_ABOVE]):
        if first is None and any(cell.strip() for cell in row):
            first = n
        known = len({_ALIASES[bare(cell)] for cell in row if cell.strip() and bare(cell) in _ALIASES})
        if known > most:
            best, most = n, known
    return first if best is None else best
