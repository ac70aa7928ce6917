"""What HR keeps, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.growth.queries.banks import Bank, KeptExam, KeptQuestion
from bole.growth.queries.certificates import CertificateRow
from bole.growth.queries.courses import CourseRow
from bole.growth.queries.skills import SkillRow
from bole.growth.shown.exams import rules_of
from bole.growth.shown.growth import CertificateShown, certificate_shown, grouped
from bole.growth.shown.naming import minutes_words, said
from bole.kit.ui.controls import Way
from bole.people.queries import Card

MANY_WRONG = 40  # a question that fewer than so many of a hundred answer right is worth a look


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A thing in a list of HR's."""

    url: str
    title: str
    note: str
    trail: str
    tone: str = ""
    state: str = ""
    face: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptShown:
    """Courses and exams."""

    title: str
    courses: tuple[Line, ...]
    exams: tuple[Line, ...]


def tabs(current: str) -> tuple[Way, ...]:
    """Return the ways between what HR keeps."""
    ways = (
        ("courses", _("Courses and exams"), "/company/growth/"),
        ("library", _("Library"), "/company/growth/library/"),
        ("paths", _("Learning paths"), "/company/growth/paths/"),
        ("career", _("Career paths"), "/company/growth/career/"),
        ("skills", _("Skills"), "/company/growth/skills/"),
        ("certificates", _("Certificates"), "/company/growth/certificates/"),
        ("training", _("Trainings"), "/company/growth/training/"),
        ("newcomers", _("Newcomers"), "/company/growth/newcomers/"),
    )
    return tuple(Way(words, url, code == current) for code, words, url in ways)


def kept_shown(courses: Sequence[CourseRow], exams: Sequence[KeptExam]) -> KeptShown:
    """Return courses and exams in words."""
    bank = sum(one.bank for one in exams)
    count = ngettext("%(count)s course", "%(count)s courses", len(courses)) % {"count": len(courses)}
    questions = ngettext("%(count)s question", "%(count)s questions", bank) % {"count": bank}
    return KeptShown(
        title=_("{courses}, {questions}").format(courses=count, questions=questions) if courses or exams else _("Nothing to learn yet"),
        courses=tuple(_course_line(one) for one in courses),
        exams=tuple(_exam_line(one) for one in exams),
    )


def _course_line(one: CourseRow) -> Line:
    inside = sum(step.is_in for step in one.steps)
    steps = ngettext("%(count)s step", "%(count)s steps", inside) % {"count": inside}
    taken = ngettext("%(count)s person", "%(count)s people", one.taken_by) % {"count": one.taken_by}
    return Line(
        url=f"/company/growth/courses/{one.code}/", title=said(one.title_zh, one.title_en),
        note=f"{steps} · {minutes_words(one.minutes)}", trail=taken, tone="" if one.is_offered else "plain",
        state="" if one.is_offered else _("not offered"),
    )  # fmt: skip


def _exam_line(one: KeptExam) -> Line:
    bank = ngettext("%(count)s question", "%(count)s questions", one.bank) % {"count": one.bank}
    short = one.bank < one.row.drawn
    state = _("not enough questions") if short else "" if one.row.is_offered else _("not offered")
    passed = _("{passed} of {tries} passed").format(passed=one.passed, tries=one.tries) if one.tries else _("not taken yet")
    return Line(
        url=f"/company/growth/exams/{one.row.code}/", title=said(one.row.title_zh, one.row.title_en), note=bank, trail=passed,
        tone="watch" if short else "plain", state=state,
    )  # fmt: skip


def catalogue_shown(rows: tuple[SkillRow, ...]) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """Return the catalogue by its groups."""
    return tuple(
        (
            group,
            tuple(
                Line(
                    url=f"/company/growth/skills/{one.code}/",
                    title=said(one.name_zh, one.name_en),
                    note=said(one.words_zh, one.words_en),
                    trail=ngettext("%(count)s person", "%(count)s people", one.held_by) % {"count": one.held_by} if one.held_by else "",
                    tone="" if one.is_offered else "plain",
                    state="" if one.is_offered else _("not offered"),
                )
                for one in found
            ),
        )
        for group, found in grouped(rows)
    )


def skill_initial(one: SkillRow) -> dict[str, object]:
    """Return what the form of a skill begins with."""
    return {
        "code": one.code, "group": one.group, "name_zh": one.name_zh, "name_en": one.name_en, "words_zh": one.words_zh,
        "words_en": one.words_en, "is_offered": one.is_offered, "version": one.version,
    }  # fmt: skip


def course_initial(one: CourseRow) -> dict[str, object]:
    """Return what the form of a course begins with."""
    return {
        "code": one.code, "title_zh": one.title_zh, "title_en": one.title_en, "words_zh": one.words_zh, "words_en": one.words_en,
        "exam": one.exam, "is_offered": one.is_offered, "version": one.version,
    }  # fmt: skip


def steps_shown(one: CourseRow) -> tuple[Line, ...]:
    """Return the steps of a course as HR sees them."""
    return tuple(
        Line(
            url=f"/company/growth/courses/{one.code}/{step.ref}/", title=said(step.title_zh, step.title_en), note="",
            trail=minutes_words(step.minutes), tone="" if step.is_in else "plain", state="" if step.is_in else _("taken out"),
        )
        for step in one.steps
    )  # fmt: skip


def exam_choices(exams: Sequence[KeptExam]) -> list[tuple[str, str]]:
    """Return the exams as choices."""
    return [(one.row.code, said(one.row.title_zh, one.row.title_en)) for one in exams]


@dataclass(frozen=True, slots=True, kw_only=True)
class BankShown:
    """An exam and its bank in words."""

    code: str
    title: str
    finding: str
    facts: tuple[tuple[str, str], ...]
    questions: tuple[Line, ...]


def bank_shown(found: Bank) -> BankShown:
    """Return an exam and its bank in words."""
    row = found.exam.row
    count = ngettext("%(count)s question", "%(count)s questions", found.exam.bank) % {"count": found.exam.bank}
    tries = _("{passed} of {tries} passed").format(passed=found.exam.passed, tries=found.exam.tries)
    return BankShown(
        code=row.code,
        title=said(row.title_zh, row.title_en),
        finding=f"{count} · {tries}" if found.exam.tries else count,
        facts=rules_of(row),
        questions=tuple(_question_line(row.code, one) for one in found.questions),
    )


def _question_line(code: str, one: KeptQuestion) -> Line:
    kind = _("one answer") if one.kind == "single" else _("several answers")
    share = one.right * 100 // one.met if one.met else 100
    return Line(
        url=f"/company/growth/exams/{code}/{one.ref}/",
        title=said(one.text_zh, one.text_en),
        note=_("no. {number} · {kind} · version {version}").format(number=one.number, kind=kind, version=one.version),
        trail=_("{right} of {met} right").format(right=one.right, met=one.met) if one.met else "",
        tone="watch",
        state=_("hard, or unclear") if one.met >= 5 and share < MANY_WRONG else "",
    )


def question_initial(one: KeptQuestion) -> dict[str, object]:
    """Return what the form of a question begins with."""
    told: dict[str, object] = {
        "kind": one.kind, "text_zh": one.text_zh, "text_en": one.text_en, "why_zh": one.why_zh, "why_en": one.why_en
    }  # fmt: skip
    for n, (zh, en, is_right) in enumerate(one.options):
        told |= {f"zh_{n}": zh, f"en_{n}": en, f"right_{n}": is_right}
    return told


def certificates_shown(rows: Sequence[CertificateRow], people: dict[int, Card], *, day: date) -> tuple[tuple[Line, CertificateShown], ...]:
    """Return certificates with whose they are."""
    return tuple(
        (
            Line(
                url=f"/company/growth/certificates/{one.ref}/", title=said(card.name, card.name_en) if card else "", note="", trail="",
                face=card.name if card else "",
            ),
            certificate_shown(one, day=day),
        )
        for one in rows
        for card in (people.get(one.person_id),)
    )  # fmt: skip


def ending_title(count: int, days: int) -> str:
    """Say how many certificates end within so many days."""
    if not count:
        return _("No certificate ends within {days} days").format(days=days)
    words = ngettext("%(count)s certificate ends within %(days)s days", "%(count)s certificates end within %(days)s days", count)
    return words % {"count": count, "days": days}
