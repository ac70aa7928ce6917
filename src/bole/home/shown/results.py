"""Results in words: their state, what they count for, who reads them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bole.home.queries.results import OneResult, Writing
from bole.home.shown.amounts import is_english, named
from bole.home.shown.people import name_of
from bole.kit.ui.controls import Way
from bole.kit.ui.days import brief_day, moment
from bole.kit.ui.words import points
from bole.people.queries import Card
from bole.scoring.queries import CountedBy
from bole.vault.files import FileRow
from bole.work.queries import ResultRow
from bole.work.rules.submission import A_STAR, KINDS, MEASURES

KIND_WORDS = {
    "project_report": gettext_lazy("Project report"),
    "customer_feedback": gettext_lazy("Customer feedback"),
    "skill_score": gettext_lazy("Skill test score"),
}
ICONS = {"project_report": "file-text", "customer_feedback": "message-square", "skill_score": "list-checks"}
TONES = {"waiting": "wait", "confirmed": "done", "returned": "watch", "withdrawn": "plain"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultLine:
    """A result in a list."""

    ref: str
    url: str
    icon: str
    face: str
    title: str
    note: str
    state: str
    tone: str
    trail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """A file of a result."""

    name: str
    url: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultShown:
    """One result's page."""

    ref: str
    title: str
    note: str
    who: str
    words: str
    state: str
    tone: str
    counts: str
    value: str
    remark: str
    files: tuple[FileLine, ...]
    version: int
    may_decide: bool
    may_change: bool
    confirm: str
    readers: str
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingShown:
    """The page of a new result: ways to choose the kind, what it will count for, who will read it."""

    kind: str
    ways: tuple[Way, ...]
    counts: str
    readers: str
    kept: tuple[tuple[str, str], ...]
    mentor: str


def writing_shown(found: Writing, *, text: str = "") -> WritingShown:
    """Return the page of a new result in words; what was shared into it goes along to another kind."""
    shared = [*(("kept", one.ref) for one in found.kept), *([("text", text)] if text else [])]
    ways = tuple(
        Way(str(KIND_WORDS[one]), f"/results/new/?{urlencode([('kind', one), *shared])}", is_current=one == found.kind) for one in KINDS
    )
    return WritingShown(
        kind=found.kind,
        ways=ways,
        counts=_will_count(found),
        readers=readers_words(found.manager, found.mentor),
        kept=tuple((one.ref, f"{one.name} ({size_words(one.size)})") for one in found.kept),
        mentor=_for_mentor(found),
    )


def _for_mentor(found: Writing) -> str:
    """Return the question whether it counts for the mentorship too; nothing where it cannot."""
    if found.pair is None or found.mentor is None:
        return ""
    name = {"name": name_of(found.mentor)}
    if found.kind == "skill_score":
        return _("It is a skill test with my mentor %(name)s too") % name
    if found.kind == "project_report" and found.pair.report is not None:
        return _("It is my half-yearly report to my mentor %(name)s too") % name
    return ""


def readers_words(manager: Card | None, mentor: Card | None) -> str:
    """Return who will be able to read a result, before it is sent."""
    people = [
        name_of(manager) if manager else "",
        _("whoever stands in while %(name)s is away") % {"name": name_of(manager)} if manager else "",
        _("managers further up") if manager else "",
        _("your mentor %(name)s") % {"name": name_of(mentor)} if mentor else "",
        _("HR"),
        _("yourself"),
    ]
    return _("Who will be able to read this: %(people)s") % {"people": (", " if is_english() else "、").join(one for one in people if one)}


def _will_count(found: Writing) -> str:
    indicator = found.counted.get(MEASURES[found.kind])  # type: ignore[index]  # one of the three kinds
    if indicator is None:
        return _("Your scoring model has no indicator for it; it stands among your results.")
    said = {"indicator": named(indicator.zh, indicator.en), "manager": name_of(found.manager) if found.manager else _("HR")}
    if indicator.asks_confirmation:
        return _("It counts for “%(indicator)s” once %(manager)s confirms.") % said
    return _("It counts for “%(indicator)s” at once, marked as self-reported until %(manager)s confirms.") % said


def sent_words(counted: Mapping[str, CountedBy], kind: str, manager: Card | None) -> str:
    """Return what is said once a result is sent."""
    indicator = counted.get(MEASURES[kind])  # type: ignore[index]  # one of the three kinds
    if indicator is None:
        return _("Sent. Your scoring model has no indicator for it; it stands among your results.")
    said = {"indicator": named(indicator.zh, indicator.en), "manager": name_of(manager) if manager else _("HR")}
    if indicator.asks_confirmation:
        return _("Sent. It counts for “%(indicator)s” once %(manager)s confirms.") % said
    return _("Sent. It counts for “%(indicator)s” now, marked as self-reported until %(manager)s confirms.") % said


def result_lines(rows: Sequence[ResultRow], people: Mapping[int, Card] | None = None) -> list[ResultLine]:
    """Return results as lines of a list; with `people` their names stand first."""
    return [_line(one, people.get(one.person_id) if people else None) for one in rows]


def result_name(one: ResultRow) -> str:
    """Return what a result is called: its title, else its kind."""
    return one.title or str(KIND_WORDS[one.kind])


def _line(one: ResultRow, person: Card | None) -> ResultLine:
    title = result_name(one)
    return ResultLine(
        ref=one.ref,
        url=f"/results/{one.ref}/",
        icon=ICONS[one.kind],
        face=person.name if person else "",
        title=_("%(name)s: %(what)s") % {"name": name_of(person), "what": title} if person else title,
        note=_(", ").join((str(KIND_WORDS[one.kind]), brief_day(one.day))),
        state=state_words(one),
        tone=TONES[one.state],
        trail=f"{one.value // A_STAR}/5" if one.value is not None and one.kind == "customer_feedback" else value_words(one),
    )


def state_words(one: ResultRow) -> str:
    """Return how far a result is."""
    match one.state:
        case "waiting":
            return _("Self-reported, to be confirmed")
        case "confirmed":
            return _("confirmed")
        case "returned":
            return _("returned")
        case _taken_back:
            return _("taken back")


def value_words(one: ResultRow) -> str:
    """Return the number that a result holds."""
    if one.value is None:
        return ""
    if one.kind == "customer_feedback":
        return _("%(count)s of 5") % {"count": one.value // A_STAR}
    return _("%(points)s points") % {"points": points(one.value)}


def result_shown(found: OneResult) -> ResultShown:
    """Return one result's page in words."""
    row, indicator = found.row, found.counted.get(MEASURES[found.row.kind])  # type: ignore[index]  # one of the three kinds
    name = name_of(found.person)
    return ResultShown(
        ref=row.ref,
        title=row.title or str(KIND_WORDS[row.kind]),
        note=_(", ").join((str(KIND_WORDS[row.kind]), brief_day(row.day))),
        who="" if found.is_own else name,
        words=row.words if row.kind != "skill_score" and row.words != row.title else "",
        state=state_words(row),
        tone=TONES[row.state],
        counts=_counts(row, indicator),
        value=value_words(row),
        remark=_("%(name)s, %(when)s: %(remark)s") % {"name": row.decided_by, "when": moment(row.decided_at), "remark": row.remark}
        if row.remark and row.decided_at
        else "",
        files=tuple(_file(row.ref, one) for one in row.files),
        version=row.version,
        may_decide=row.may_decide,
        may_change=row.may_change,
        confirm=_("Confirm the result"),
        readers=_("Read by %(name)s, those who lead %(name)s or stand in for them, the mentor, and HR.") % {"name": name},
        back="/results/" if found.is_own else f"/people/{found.person.number}/",
    )


def _counts(row: ResultRow, indicator: CountedBy | None) -> str:
    if row.state in {"returned", "withdrawn"}:
        return _("It counts for nothing.")
    if indicator is None:
        return _("The scoring model has no indicator for it.")
    said = {"indicator": named(indicator.zh, indicator.en)}
    if row.state == "waiting" and row.after_confirmation:
        return _("It counts for “%(indicator)s” once it is confirmed.") % said
    return _("It counts for “%(indicator)s”.") % said


def _file(ref: str, one: FileRow) -> FileLine:
    return FileLine(name=one.name, url=f"/results/{ref}/files/{one.ref}/", note=size_words(one.size))


def size_words(size: int) -> str:
    """Return a file's size."""
    return f"{size / 1024 / 1024:.1f} MB" if size >= 1024 * 1024 else f"{max(1, round(size / 1024))} KB"
