"""Tests and reports in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from bole.growth.queries import ExamRow
from bole.kit.ui.controls import Way
from bole.kit.ui.days import brief_day, moment
from bole.kit.ui.days import day as day_words
from bole.kit.ui.languages import either
from bole.mentoring.queries.pair_pages import ProgressPage
from bole.mentoring.queries.pairs import PairRow
from bole.mentoring.queries.tests import ReportRow, TestRow
from bole.mentoring.rules.test_names import SKILL_TEST, key_of_test
from bole.mentoring.shown.naming import joined, name_of
from bole.mentoring.shown.overview import span_of, title_of, ways_of
from bole.mentoring.shown.pairs import DutyLine, duty_line, mark_words, points_plain, tests_words
from bole.vault.files import FileRow


@dataclass(frozen=True, slots=True, kw_only=True)
class TestLine:
    """A mark in a list; `url` is where its mentor corrects it."""

    url: str
    when: str
    exam: str
    mark: str
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressShown:
    """The page of tests and reports."""

    ref: str
    title: str
    note: str
    ways: tuple[Way, ...]
    finding: str
    tests: tuple[TestLine, ...]
    reports: tuple[tuple[str, str, str, tuple[tuple[str, str], ...]], ...]
    duties: tuple[DutyLine, ...]
    is_mentor: bool
    is_alive: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TestShown:
    """A mark that is being corrected."""

    url: str
    back: str
    title: str
    note: str
    before: tuple[str, ...]


def draft_of(reports: Sequence[ReportRow]) -> ReportRow | None:
    """Return the draft, if there is one."""
    return next((one for one in reports if one.sent_at is None), None)


def progress_shown(found: ProgressPage, *, me: int | None, day: date) -> ProgressShown:
    """Return tests and reports in words."""
    pair = found.now.pair
    coming = [one for one in found.now.coming if one.kind != "meeting"]
    return ProgressShown(
        ref=pair.ref,
        title=title_of(pair, name_of(found.people.get(pair.other(me))), is_mentor=found.is_mentor),
        note=span_of(pair),
        ways=ways_of(pair, "progress"),
        finding=tests_words(found.now.tests),
        tests=tuple(_test(one, found, may_correct=found.is_mentor and pair.may_be_corrected(day)) for one in found.now.tests),
        reports=tuple(_report(pair.ref, one, found.files) for one in found.reports if one.sent_at is not None),
        duties=tuple(duty_line(one, pair, day=day) for one in coming[:2]),
        is_mentor=found.is_mentor,
        is_alive=pair.is_alive,
    )


def _test(one: TestRow, found: ProgressPage, *, may_correct: bool) -> TestLine:
    return TestLine(
        url=f"/mentoring/tests/{one.ref}/" if may_correct and one.by_hand else "",
        when=brief_day(one.mark.taken_on),
        exam=_exam(one, found.exams),
        mark=mark_words(one.mark),
        before=before_words(one),
    )


def before_words(one: TestRow) -> tuple[str, ...]:
    """Return what stood there before each correction, the newest first."""
    return tuple(
        _("Corrected by %(name)s, %(when)s; before: %(mark)s, %(day)s")
        % {"name": name, "when": moment(at), "mark": joined(test_words(mark.exam), mark_words(mark)), "day": brief_day(mark.taken_on)}
        for mark, at, name in reversed(one.was)
    )


def test_shown(pair: PairRow, one: TestRow) -> TestShown:
    """Return the page on which a mark is corrected."""
    return TestShown(
        url=f"/mentoring/tests/{one.ref}/",
        back=f"/mentoring/pairs/{pair.ref}/progress/",
        title=joined(test_words(one.mark.exam), mark_words(one.mark)),
        note=str(day_words(one.mark.taken_on)),
        before=before_words(one),
    )


def as_taken(one: TestRow) -> dict[str, object]:
    """Return what stands in the form of the correction before anything is changed."""
    mark = one.mark
    return {
        "version": len(one.was),
        "exam": test_words(mark.exam),
        "taken_on": mark.taken_on,
        "points": points_plain(mark.points),
        "most": points_plain(mark.most),
    }


def _exam(one: TestRow, exams: Mapping[str, ExamRow]) -> str:
    known = exams.get(one.mark.exam)
    name = either(known.title_zh, known.title_en) if known else test_words(one.mark.exam)
    if one.waits:
        return _("%(exam)s (self-reported, to be confirmed)") % {"exam": name}
    return _("%(exam)s (self-reported)") % {"exam": name} if one.submission else name


def test_words(name: str) -> str:
    """Return what a test recorded by hand is called: its name; the plain skill test in the reader's language."""
    return _("Skill test") if key_of_test(name) == SKILL_TEST else name


def last_test_name(found: ProgressPage) -> str:
    """Return the name to begin with: that of the last test recorded by hand, so that the next one is compared with it."""
    names = [one.mark.exam for one in found.now.tests if one.mark.exam and one.mark.exam not in found.exams]
    return test_words(names[-1]) if names else _("Skill test")


def _report(pair_ref: str, one: ReportRow, files: Mapping[str, tuple[FileRow, ...]]) -> tuple[str, str, str, tuple[tuple[str, str], ...]]:
    """Return a report: its day, its words, the result that it was handed in as, its files with their addresses."""
    address = f"/results/{one.submission}/" if one.submission else ""
    return str(day_words(one.sent_at)), one.words, address, file_lines(pair_ref, files.get(one.ref, ()))


def file_lines(pair_ref: str, files: Sequence[FileRow]) -> tuple[tuple[str, str], ...]:
    """Return files of a report: their names and addresses."""
    return tuple((one.name, f"/mentoring/pairs/{pair_ref}/report/files/{one.ref}/") for one in files)
