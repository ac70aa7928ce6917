"""A page of growth in words: skills, courses, exams, certificates."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bole.growth.queries.certificates import CertificateRow
from bole.growth.queries.courses import CourseRow
from bole.growth.queries.pages import Growth
from bole.growth.queries.skills import EvidenceRow, HeldRow, SkillRow
from bole.growth.rules.codes import spelled
from bole.growth.shown.exams import ResultShown, result_shown
from bole.growth.shown.naming import minutes_words, said
from bole.kit.ui.days import brief_day
from bole.kit.ui.days import day as day_words

SOON_DAYS = 60
GROUPS = {
    "technology": gettext_lazy("Technology"),
    "data": gettext_lazy("Data and algorithms"),
    "product": gettext_lazy("Product and operations"),
    "delivery": gettext_lazy("Delivery and service"),
    "business": gettext_lazy("Business"),
    "people": gettext_lazy("Working with people"),
}
LEVELS = {
    1: gettext_lazy("1 · knows the basics"),
    2: gettext_lazy("2 · does it with help"),
    3: gettext_lazy("3 · does it alone"),
    4: gettext_lazy("4 · helps others with it"),
    5: gettext_lazy("5 · sets the standard"),
}
SOURCES = {
    "own": gettext_lazy("own word"),
    "manager": gettext_lazy("confirmed by the manager"),
    "exam": gettext_lazy("shown by an exam"),
    "certificate": gettext_lazy("shown by a certificate"),
    "record": gettext_lazy("shown by a record of work"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillShown:
    """A skill that somebody has, in words; `asked` is the level that waits for the manager (0: none)."""

    code: str
    name: str
    level: int
    share: int
    level_words: str
    tone: str
    state: str
    note: str
    asked: int
    history: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseShown:
    """A course in a list."""

    url: str
    title: str
    words: str
    note: str
    done: float
    tone: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateShown:
    """A certificate in a list."""

    ref: str
    title: str
    note: str
    tone: str
    state: str
    pdf_url: str
    verify_url: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthShown:
    """The page in words."""

    name: str
    number: str
    face: str
    title: str
    words: str
    skills: tuple[SkillShown, ...]
    courses: tuple[CourseShown, ...]
    results: tuple[ResultShown, ...]
    exams: tuple[tuple[str, str, str], ...]
    certificates: tuple[CertificateShown, ...]
    has_papers: bool
    may_confirm: bool
    choices: tuple[tuple[str, str], ...]
    waiting: int


def growth_shown(found: Growth, *, day: date) -> GrowthShown:
    """Return a page of growth in words."""
    name = said(found.card.name, found.card.name_en)
    skills = tuple(skill_shown(one) for one in found.skills)
    waiting = sum(one.asked > 0 for one in skills)
    titles = {code: said(exam.title_zh, exam.title_en) for code, exam in found.exams.items()}
    tried = {one.exam for one in found.results}
    return GrowthShown(
        name=name,
        number=found.card.number,
        face=found.card.name,
        title=_title(len(skills), found),
        words=_("Each level stands on evidence: your own word, your manager's, an exam, a certificate.") if found.is_own else "",
        skills=skills,
        courses=tuple(course_shown(one) for one in found.courses),
        results=tuple(result_shown(one, title=titles.get(one.exam, one.exam), is_own=found.is_own) for one in found.results),
        exams=tuple(
            (f"/growth/exams/{code}/", titles[code], minutes_words(exam.minutes)) for code, exam in found.exams.items() if code not in tried
        ) if found.is_own else (),
        certificates=tuple(certificate_shown(one, day=day) for one in found.certificates),
        has_papers=found.has_papers,
        may_confirm=found.may_confirm,
        choices=tuple((one.code, said(one.name_zh, one.name_en)) for one in found.catalogue),
        waiting=waiting if found.may_confirm else 0,
    )  # fmt: skip


def _title(count: int, found: Growth) -> str:
    """Say what the page finds."""
    name = said(found.card.name, found.card.name_en)
    if not found.is_own:
        return _("{name}: skills and courses").format(name=name)
    valid = sum(one.is_valid for one in found.certificates)
    skills = ngettext("%(count)s skill", "%(count)s skills", count) % {"count": count}
    papers = ngettext("%(count)s certificate that holds", "%(count)s certificates that hold", valid) % {"count": valid}
    return _("{skills}, {papers}").format(skills=skills, papers=papers) if count or valid else _("What you can do, and what you learn")


def skill_shown(one: HeldRow) -> SkillShown:
    """Return a skill in words."""
    stands = one.standing
    pieces = ngettext("%(count)s piece of evidence", "%(count)s pieces of evidence", stands.count) % {"count": stands.count}
    tone, state = ("done", _("confirmed")) if stands.is_confirmed else ("wait", _("own word"))
    if stands.is_confirmed and stands.asked:
        state = _("confirmed; says {level} now").format(level=stands.asked)
    return SkillShown(
        code=one.skill.code,
        name=said(one.skill.name_zh, one.skill.name_en),
        level=stands.level,
        share=stands.level * 20,
        level_words=str(LEVELS[stands.level]),
        tone=tone,
        state=state,
        note=pieces,
        asked=stands.asked or 0,
        history=tuple(_piece(piece) for piece in one.evidence),
    )


def _piece(one: EvidenceRow) -> tuple[str, str]:
    """Return a piece of evidence: what it says, and by whom when."""
    words = _("level {level}, {source}").format(level=one.level, source=SOURCES[one.source])
    if one.words:
        words = _("{words}: {more}").format(words=words, more=one.words)
    if one.is_withdrawn:
        words = _("{words} (withdrawn)").format(words=words)
    return words, f"{one.by} · {day_words(one.at)}"


def course_shown(one: CourseRow) -> CourseShown:
    """Return a course in a list."""
    count = len(one.steps)
    if one.finished_at is not None:
        tone, state = "done", _("finished on {day}").format(day=brief_day(one.finished_at))
    elif one.began_at is not None:
        tone, state = "plain", _("{done} of {count} steps").format(done=one.done, count=count)
    else:
        tone, state = "", ""
    steps = ngettext("%(count)s step", "%(count)s steps", count) % {"count": count}
    return CourseShown(
        url=f"/growth/courses/{one.code}/",
        title=said(one.title_zh, one.title_en),
        words=said(one.words_zh, one.words_en),
        note=f"{steps} · {minutes_words(one.minutes)}",
        done=one.done / count if count else 0.0,
        tone=tone,
        state=state,
    )


def certificate_shown(one: CertificateRow, *, day: date) -> CertificateShown:
    """Return a certificate in a list, with how long it still holds."""
    until = _("valid until {day}").format(day=day_words(one.valid_until)) if one.valid_until else _("valid for good")
    tone, state = "done", _("holds")
    if one.state == "revoked":
        tone, state, until = "plain", _("revoked"), _("revoked on {day}").format(day=day_words(one.revoked_on))
    elif one.state == "ended":
        tone, state, until = "wait", _("ended"), _("ended on {day}").format(day=day_words(one.valid_until))
    elif one.valid_until is not None and (one.valid_until - day).days <= SOON_DAYS:
        left = (one.valid_until - day).days
        tone, state = "watch", ngettext("ends in %(count)s day", "ends in %(count)s days", left) % {"count": left}
    return CertificateShown(
        ref=one.ref,
        title=said(one.title_zh, one.title_en),
        note=_("{until} · code {code}").format(until=until, code=spelled(one.code)),
        tone=tone,
        state=state,
        pdf_url=f"/growth/certificates/{one.ref}.pdf" if one.state != "revoked" else "",
        verify_url=f"/verify/{spelled(one.code)}/" if one.is_valid else "",
        why=one.revoked_why or one.reason,
    )


def grouped(rows: tuple[SkillRow, ...]) -> tuple[tuple[str, tuple[SkillRow, ...]], ...]:
    """Return the catalogue by its groups."""
    by_group: dict[str, list[SkillRow]] = {}
    for one in rows:
        by_group.setdefault(one.group, []).append(one)
    return tuple((str(GROUPS.get(group, group)), tuple(found)) for group, found in by_group.items())
