"""A catalogue from a file: looked at first, every problem by its row, then taken as a whole or not at all.

`skills` and `items` are tables with headings of ours; `onet` is the file “Technology Skills” of O*NET as it is published.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from bole.growth.actions.catalogue import GivenSkill, take_catalogue
from bole.growth.actions.library import Written, fields_of
from bole.growth.models import LibraryItem, Skill
from bole.growth.permissions import insist_on_keeping
from bole.growth.queries.topics import topic_names
from bole.growth.refusals import GroupUnknown, KindUnknown, MinutesWrong, SkillCodeWrong, TopicUnknown, TwiceInTheFile
from bole.growth.rules.onet import SOURCE, technology_skills
from bole.kit.table_file.sheet import Column, Problem, SheetRow, opened_look, problem, read_sheet, sealed_look
from bole.values.refusal import Invalid, say
from bole.values.viewer import Viewer

WHAT = "catalogue"
GROUPS = ("technology", "data", "product", "delivery", "business", "people")
KINDS = {"article": "article", "case": "case", "guide": "guide", "video": "video", "文章": "article", "案例": "case", "指南": "guide", "视频": "video"}  # fmt: skip # noqa: E501
SKILL_COLUMNS = (
    Column("code", say("Code in addresses"), ("代码", "code"), is_needed=True),
    Column("group", say("Group"), ("分组", "group")),
    Column("name_zh", say("Name in Chinese"), ("中文名称", "名称", "name zh"), is_needed=True),
    Column("name_en", say("Name in English"), ("英文名称", "name en", "name"), is_needed=True),
    Column("words_zh", say("What it means, in Chinese"), ("中文说明", "说明")),
    Column("words_en", say("What it means, in English"), ("英文说明", "meaning")),
)
ITEM_COLUMNS = (
    Column("kind", say("Kind of item"), ("类型", "kind"), is_needed=True),
    Column("title_zh", say("Title in Chinese"), ("中文标题", "标题", "title zh", "title"), is_needed=True),
    Column("title_en", say("Title in English"), ("英文标题", "title en")),
    Column("words_zh", say("In a sentence, in Chinese"), ("简介", "summary")),
    Column("minutes", say("Minutes"), ("分钟", "时长", "minutes")),
    Column("video", say("Link to a video"), ("链接", "视频链接", "link", "url")),
    Column("topics", say("Subjects"), ("主题", "topics")),
    Column("text_zh", say("Text in Chinese"), ("正文", "text")),
)
ONET_COLUMNS = (
    Column("title", "Commodity Title", ("Commodity Title",), is_needed=True),
    Column("code", "Commodity Code", ("Commodity Code",), is_needed=True),
    Column("example", "Example", ("Example",), is_needed=True),
    Column("hot", "Hot Technology", ("Hot Technology",), is_needed=True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueLook:
    """What a file would do: what is new, what is here already, and every problem by its row."""

    kind: str
    rows: int
    names: tuple[str, ...]
    same: int
    problems: tuple[Problem, ...]
    sealed: str


def look_at_catalogue(*, body: bytes, name: str, kind: str, by: Viewer) -> CatalogueLook:
    """Look at a file without taking anything.

    :raises NotFound, NotYours: unless the viewer keeps the catalogue
    :raises Invalid: if it cannot be read as a table
    """
    insist_on_keeping(by)
    if kind == "onet":
        return _look_at_onet(body, by=by)
    columns = SKILL_COLUMNS if kind == "skills" else ITEM_COLUMNS
    sheet = read_sheet(body, name, columns)
    read: Callable[[SheetRow], dict[str, Any]] = _skill if kind == "skills" else _reader_of_items()
    here = (
        set(Skill.objects.values_list("code", flat=True))
        if kind == "skills"
        else set(LibraryItem.objects.values_list("title_zh", flat=True))
    )
    key = "code" if kind == "skills" else "title_zh"
    new: dict[str, dict[str, Any]] = {}
    problems, same = [], 0
    for row in sheet:
        try:
            one = read(row)
            if one[key] in new:
                raise TwiceInTheFile(name=one[key])
        except Invalid as refused:
            problems.append(problem(row.number, refused))
            continue
        if one[key] in here:
            same += 1
        else:
            new[one[key]] = one
    kept = [] if problems else list(new.values())
    return CatalogueLook(
        kind=kind, rows=len(sheet), names=tuple(one.get("title_zh") or one["name_zh"] for one in new.values()), same=same,
        problems=tuple(problems), sealed=sealed_look(WHAT, by.account_id, [kind, kept]) if kept else "",
    )  # fmt: skip


def take_looked_at(*, sealed: str, by: Viewer, at: datetime) -> tuple[str, int]:
    """Take what was looked at; return the kind of file and how many things were added.

    :raises LookedTooLongAgo: if the look is old
    """
    kind, rows = opened_look(WHAT, by.account_id, sealed)
    if kind == "items":
        written = [Written(**{**row, "topics": tuple(row["topics"])}) for row in rows]
        return kind, take_catalogue(skills=(), items=written, by=by, at=at)
    return kind, take_catalogue(skills=[GivenSkill(**row) for row in rows], items=(), by=by, at=at)


def _look_at_onet(body: bytes, *, by: Viewer) -> CatalogueLook:
    """Read O*NET's own table: tabs between the cells."""
    lines = [line.split("\t") for line in body.decode("utf-8-sig", "replace").splitlines() if line.strip()]
    table = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines)
    sheet = read_sheet(table.encode(), "onet.csv", ONET_COLUMNS)
    found = technology_skills([row.cells for row in sheet])
    here = set(Skill.objects.values_list("code", flat=True))
    new = [{**asdict(one), "source": SOURCE} for one in found if one.code not in here]
    rows = [{"code": one["code"], "group": "technology", "name_zh": one["name"], "name_en": one["name"], "words_zh": one["words"], "words_en": one["words"], "source": SOURCE} for one in new]  # fmt: skip # noqa: E501
    return CatalogueLook(
        kind="onet", rows=len(sheet), names=tuple(one["name"] for one in new), same=len(found) - len(new), problems=(),
        sealed=sealed_look(WHAT, by.account_id, ["onet", rows]) if rows else "",
    )  # fmt: skip


def _skill(row: SheetRow) -> dict[str, Any]:
    cells = {one.code: row.cells.get(one.code, "") for one in SKILL_COLUMNS}
    code = cells["code"].lower()
    if not (0 < len(code) <= 40 and code[0].isalpha() and code.replace("-", "").replace("_", "").isalnum() and code.isascii()):
        raise SkillCodeWrong(code=cells["code"][:40] or "–")
    group = cells["group"] or "technology"
    if group not in GROUPS:
        raise GroupUnknown(group=group[:20], groups=", ".join(GROUPS))
    given = GivenSkill(**{**cells, "code": code, "group": group, "source": ""}).checked()
    return asdict(given)


def _reader_of_items() -> Callable[[SheetRow], dict[str, Any]]:
    by_name = {name: code for code, names in topic_names().items() for name in (code, *names)}

    def read(row: SheetRow) -> dict[str, Any]:
        cells: Mapping[str, str] = {one.code: row.cells.get(one.code, "") for one in ITEM_COLUMNS}
        if cells["kind"] not in KINDS:
            raise KindUnknown(kind=cells["kind"][:20] or "–")
        minutes = cells["minutes"] or "0"
        if not (minutes.isascii() and minutes.isdigit() and int(minutes[:5]) <= 600):
            raise MinutesWrong(text=minutes[:20])
        written = Written(
            kind=KINDS[cells["kind"]], title_zh=cells["title_zh"][:80], title_en=cells["title_en"][:120], words_zh=cells["words_zh"][:200],
            text_zh=cells["text_zh"], topics=_topics(cells["topics"], by_name), minutes=int(minutes), video=cells["video"],
        )  # fmt: skip
        fields_of(written)
        return asdict(written)

    return read


def _topics(text: str, by_name: Mapping[str, str]) -> tuple[str, ...]:
    named: Sequence[str] = [one.strip() for one in text.replace("，", ",").replace("、", ",").replace(";", ",").split(",") if one.strip()]
    unknown = next((one for one in named if one not in by_name), "")
    if unknown:
        raise TopicUnknown(topic=unknown[:40])
    return tuple(dict.fromkeys(by_name[one] for one in named))
