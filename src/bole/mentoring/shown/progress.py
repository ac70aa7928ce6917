"""Tests and reports in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from bole.growth.queries import ExamRow
from bole.kit.ui.controls import Way
from bole.kit.ui.days import brief_day
from bole.kit.ui.days import day as day_words
from bole.kit.ui.languages import either
from bole.mentoring.queries.pair_pages import ProgressPage
from bole.mentoring.queries.tests import ReportRow, TestRow
from bole.mentoring.rules.test_names import SKILL_TEST, key_of_test
from bole.mentoring.shown.naming import name_of
from bole.mentoring.shown.overview import span_of, title_of, ways_of
from bole.mentoring.shown.pairs import DutyLine, duty_line, mark_words, tests_words
from bole.vault.files import FileRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressShown:
    """The page of tests and reports."""

    ref: str
    title: str
    note: str
    ways: tuple[Way, ...]
    finding: str
    tests: tuple[tuple[str, str, str], ...]
    reports: tuple[tuple[str, str, str, tuple[tuple[str, str], ...]], ...]
    duties: tuple[DutyLine, ...]
    is_mentor: bool
    is_alive: bool


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
        tests=tuple((brief_day(one.mark.taken_on), _exam(one, found.exams), mark_words(one)) for one in found.now.tests),
        reports=tuple(_report(pair.ref, one, found.files) for one in found.reports if one.sent_at is not None),
        duties=tuple(duty_line(one, pair, day=day) for one in coming[:2]),
        is_mentor=found.is_mentor,
        is_alive=pair.is_alive,
    )


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
