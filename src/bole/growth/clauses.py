"""What growth offers to ask of somebody: an exam passed, a certificate that holds, a course finished, a skill at a level."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bole.growth.models import Course, Exam, Skill
from bole.growth.queries.again import again_of
from bole.growth.queries.certificates import CertificateRow, certificates_of
from bole.growth.queries.courses import finished_on, minutes_left
from bole.growth.queries.exams import ExamResult, ExamRow, exam_results, exam_rows, granting, papers_granted
from bole.growth.queries.skills import skills_of
from bole.growth.requirements import Clause, Evidence, Finding, Value, Values, offer_clause
from bole.growth.rules.exams import Again
from bole.growth.shown.naming import minutes_words, points_words, said
from bole.kit.ui.days import brief_day

GROUP = gettext_lazy("Growth")
LEVEL_MINUTES = 40 * 60  # what a level of a skill takes, roughly: a week of work
CONFIRM_MINUTES = 10


def offer_clauses() -> None:
    """Offer the clauses of growth."""
    exam = Value(name="exam", kind="code", default="mentoring_skills", label=gettext_lazy("Exam"), options=_exams)
    paper = Value(name="certificate", kind="code", default="mentor", label=gettext_lazy("Certificate"), options=_papers)
    course = Value(name="course", kind="code", default="mentoring_skills", label=gettext_lazy("Course"), options=_courses)
    skill = Value(name="skill", kind="code", default="mentoring", label=gettext_lazy("Skill"), options=_skills)
    level = Value(name="level", kind="whole", least=1, most=5, default=3, label=gettext_lazy("Skill level"))
    for clause in (
        Clause(code="growth.exam", name=gettext_lazy("Exam passed"), group=GROUP, values=(exam,), check=check_exam, words=exam_words),
        Clause(
            code="growth.certificate", name=gettext_lazy("Certificate that holds"), group=GROUP, values=(paper,), check=check_certificate,
            words=certificate_words,
        ),
        Clause(
            code="growth.course", name=gettext_lazy("Course finished"), group=GROUP, values=(course,), check=check_course,
            words=course_words,
        ),
        Clause(
            code="growth.skill", name=gettext_lazy("Skill at a level"), group=GROUP, values=(skill, level), check=check_skill,
            words=skill_words,
        ),
    ):  # fmt: skip
        offer_clause(clause)


def _exams() -> Sequence[tuple[str, object]]:
    return [(code, said(zh, en)) for code, zh, en in Exam.objects.order_by("code").values_list("code", "title_zh", "title_en")]


def _papers() -> Sequence[tuple[str, object]]:
    return [(code, said(zh, en)) for code, zh, en in papers_granted()]


def _courses() -> Sequence[tuple[str, object]]:
    return [(code, said(zh, en)) for code, zh, en in Course.objects.order_by("code").values_list("code", "title_zh", "title_en")]


def _skills() -> Sequence[tuple[str, object]]:
    return [(code, said(zh, en)) for code, zh, en in Skill.objects.order_by("group", "code").values_list("code", "name_zh", "name_en")]


def exam_words(values: Values) -> str:
    """Say what is asked."""
    exam = exam_rows([str(values["exam"])]).get(str(values["exam"]))
    return _("Passed the exam “{title}”").format(title=said(exam.title_zh, exam.title_en) if exam else values["exam"])


def certificate_words(values: Values) -> str:
    """Say what is asked."""
    title = dict(_papers()).get(str(values["certificate"]), values["certificate"])
    return _("Holds the certificate “{title}”").format(title=title)


def course_words(values: Values) -> str:
    """Say what is asked."""
    title = dict(_courses()).get(str(values["course"]), values["course"])
    return _("Finished the course “{title}”").format(title=title)


def skill_words(values: Values) -> str:
    """Say what is asked."""
    name = dict(_skills()).get(str(values["skill"]), values["skill"])
    return _("“{skill}” at level {level} or above").format(skill=name, level=values["level"])


def check_exam(person_ids: Collection[int], values: Values, day: date) -> Mapping[int, Finding]:
    """Judge who has passed the exam by the day."""
    code = str(values["exam"])
    exam = exam_rows([code]).get(code)
    if exam is None:
        return dict.fromkeys(person_ids, Finding(is_met=False, evidence=(Evidence(words=_("this exam is not there")),)))
    ways = _Ways(exam, person_ids, day)
    return {one: ways.passed(one) or ways.not_yet(one) for one in person_ids}


def check_certificate(person_ids: Collection[int], values: Values, day: date) -> Mapping[int, Finding]:
    """Judge who holds the certificate on the day; the way to it is the exam that grants it."""
    code = str(values["certificate"])
    exam = granting(code)
    if exam is None:
        return dict.fromkeys(person_ids, Finding(is_met=False, evidence=(Evidence(words=_("this certificate is not there")),)))
    papers, ways = certificates_of(person_ids, day), _Ways(exam, person_ids, day)
    rows = {one: [row for row in papers[one] if row.certifies == code] for one in person_ids}
    return {one: _held(rows[one]) or _with_over(ways.not_yet(one), rows[one]) for one in person_ids}


def _held(papers: Sequence[CertificateRow]) -> Finding | None:
    """Return that a paper holds, if one does."""
    valid = [one for one in papers if one.is_valid]
    if not valid:
        return None
    best = max(valid, key=lambda one: one.valid_until or date.max)
    if best.valid_until is None:
        words = _("“{title}”, for good").format(title=said(best.title_zh, best.title_en))
    else:
        words = _("“{title}”, valid until {day}").format(title=said(best.title_zh, best.title_en), day=brief_day(best.valid_until))
    if best.kind == "hand" and best.granted_by:
        words = _("{words}, granted by {name}").format(words=words, name=best.granted_by)
    return Finding(is_met=True, evidence=(Evidence(words=words),))


def _with_over(finding: Finding, papers: Sequence[CertificateRow]) -> Finding:
    """Say first that the newest paper ended or was revoked, if there is one: somebody may believe that it holds."""
    if not papers:
        return finding
    last = papers[0]
    is_revoked = last.state == "revoked"
    words = _("“{title}”, revoked on {day}") if is_revoked else _("“{title}”, held until {day}")
    on = brief_day((last.revoked_on if is_revoked else last.valid_until) or last.granted_on)
    told = words.format(title=said(last.title_zh, last.title_en), day=on)
    return replace(finding, evidence=(Evidence(words=told), *finding.evidence))


class _Ways:
    """How people stand with one exam, and what is left to pass it."""

    def __init__(self, exam: ExamRow, person_ids: Collection[int], day: date) -> None:
        """Ask once for all."""
        self.exam = exam
        self.results = exam_results(person_ids, exam=exam.code, until=day)
        self.again = again_of(person_ids, exam, day=day)
        self.learning = minutes_left(person_ids, exam.course) if exam.course else dict.fromkeys(person_ids, 0)
        self.day = day

    def passed(self, person_id: int) -> Finding | None:
        """Return that somebody has passed, if so."""
        well = [one for one in self.results[person_id] if one.passed]
        if not well:
            return None
        best = max(well, key=lambda one: one.points)
        words = _("{points} points on {day}, {pass_points} is the pass mark")
        told = words.format(points=points_words(best.points), day=brief_day(best.day), pass_points=best.pass_points)
        return Finding(is_met=True, evidence=(Evidence(words=told, address=self.address),))

    def not_yet(self, person_id: int) -> Finding:
        """Return how far somebody is, and the next step."""
        results, learning = self.results[person_id], self.learning[person_id]
        words = _tried(results[-1], self.again[person_id], self.day) if results else _("not taken yet")
        exam_time = minutes_words(self.exam.minutes)
        effort = _("{learning} of learning and {exam} of exam").format(learning=minutes_words(learning), exam=exam_time) if learning else (
            _("{exam} of exam").format(exam=exam_time)
        )  # fmt: skip
        starts_with_course = bool(learning and self.exam.course and not results)
        return Finding(
            is_met=False,
            evidence=(Evidence(words=words, address=self.address if results else ""),),
            left=_("pass the exam “{title}”").format(title=said(self.exam.title_zh, self.exam.title_en)),
            minutes=learning + self.exam.minutes,
            effort=effort,
            address=f"/growth/courses/{self.exam.course}/" if starts_with_course else self.address,
        )

    @property
    def address(self) -> str:
        """Where the exam is."""
        return f"/growth/exams/{self.exam.code}/"


def _tried(last: ExamResult, again: Again, day: date) -> str:
    """Say what came of the last try, and from when there may be another: “上次76分，合格线80分，11月20日起可以重考”."""
    told = {"points": points_words(last.points), "pass_points": last.pass_points}
    if last.passed:
        return _("passed with {points} on {day}, and no certificate holds").format(points=told["points"], day=brief_day(last.day))
    if again.day is not None and again.day > day:
        return _("{points} last time, {pass_points} is needed, can be retaken from {day}").format(**told, day=brief_day(again.day))
    return _("{points} last time, {pass_points} is needed, can be retaken now").format(**told)


def check_course(person_ids: Collection[int], values: Values, day: date) -> Mapping[int, Finding]:
    """Judge who has finished the course."""
    code = str(values["course"])
    title = dict(_courses()).get(code, code)
    finished, left = finished_on(person_ids, code), minutes_left(person_ids, code)
    found = {}
    for one in person_ids:
        if one in finished:
            words = _("finished on {day}").format(day=brief_day(finished[one]))
            found[one] = Finding(is_met=True, evidence=(Evidence(words=words),))
            continue
        found[one] = Finding(
            is_met=False,
            evidence=(Evidence(words=_("{time} of it left").format(time=minutes_words(left[one]))),),
            left=_("finish the course “{title}”").format(title=title),
            minutes=left[one],
            effort=minutes_words(left[one]),
            address=f"/growth/courses/{code}/",
        )
    return found


def check_skill(person_ids: Collection[int], values: Values, day: date) -> Mapping[int, Finding]:
    """Judge who has the skill at the level, confirmed or shown."""
    code, level = str(values["skill"]), int(values["level"])
    name = dict(_skills()).get(code, code)
    confirmed, told = skills_of(person_ids, confirmed_only=True), skills_of(person_ids)
    return {one: _skill(name, level, confirmed[one].get(code, 0), told[one].get(code, 0)) for one in person_ids}


def _skill(name: object, level: int, confirmed: int, told: int) -> Finding:
    if confirmed >= level:
        return Finding(is_met=True, evidence=(Evidence(words=_("level {level}, confirmed").format(level=confirmed)),))
    if told >= level:
        words = _("level {level} by your own word, not confirmed yet").format(level=told)
        left = _("ask your manager to confirm “{skill}”").format(skill=name)
        return Finding(is_met=False, evidence=(Evidence(words=words),), left=left, minutes=CONFIRM_MINUTES, address="/growth/")
    have = max(confirmed, told)
    words = _("level {level} now").format(level=have) if have else _("no level yet")
    left = _("bring “{skill}” to level {level}").format(skill=name, level=level)
    return Finding(
        is_met=False, evidence=(Evidence(words=words),), left=left, minutes=(level - have) * LEVEL_MINUTES,
        effort=minutes_words((level - have) * LEVEL_MINUTES), address="/growth/",
    )  # fmt: skip
