"""Pairs in words: how far the topics are, what is due, how a mentee is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.kit.ui.days import brief_day, span_words
from bole.kit.ui.days import day as day_words
from bole.kit.ui.words import points
from bole.mentoring.queries.duties import DutyRow
from bole.mentoring.queries.meetings import MeetingRow
from bole.mentoring.queries.own import MenteeNow, OwnMentoring, PairNow
from bole.mentoring.queries.pairs import PairRow
from bole.mentoring.queries.tests import TestRow
from bole.mentoring.rules.coverage import Coverage
from bole.mentoring.rules.growth_figures import Mark, lift, lift_of_tests, tenths_of_percent
from bole.mentoring.rules.plan_days import plan_due
from bole.mentoring.shown.naming import either, framework_name, is_english, joined, name_of, place_of, topic_name
from bole.mentoring.words import askings_words, duty_name, half_day_words
from bole.people.queries import Card
from bole.scoring.models import Indicator
from bole.scoring.rules.library import LIBRARY

SPARK_WEEKS = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLine:
    """Something due, in words."""

    url: str
    icon: str
    words: str
    note: str
    tone: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicLine:
    """A topic and whether it was talked about."""

    name: str
    is_core: bool
    is_done: bool
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PairLine:
    """A pair in a list."""

    ref: str
    url: str
    record_url: str
    plan_url: str
    name: str
    place: str
    framework: str
    covered: str
    share: float
    left: str
    due: DutyLine | None
    rests: bool
    ends: str  # when the pair ends before its programme, and what comes next
    plan: str
    plan_tone: str
    score: str
    spark: tuple[float | None, ...]
    usual: tuple[float, float] | None
    spark_label: str
    work: str
    problems: tuple[str, ...]
    tests: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnShown:
    """The page of mentoring in words."""

    mine: PairLine | None
    mentees: tuple[PairLine, ...]
    past: tuple[tuple[str, str, str], ...]
    is_mentor: bool
    has_role: bool
    may_find: bool
    has_style: bool
    askings: str
    title: str
    words: str


def own_shown(found: OwnMentoring, *, me: int, day: date) -> OwnShown:
    """Return the page in words (one query for the names of indicators)."""
    names = names_of_indicators({code for one in found.live.values() for code in one.changed})
    mentees = tuple(pair_line(one, found.people, me=me, day=day, live=found.live, names=names) for one in found.mentees)
    mine = tuple(pair_line(one, found.people, me=me, day=day, live={}, names={}) for one in found.mine)
    title, words = _title(found, mentees, mine, me=me, day=day)
    return OwnShown(
        mine=next(iter(mine), None),
        mentees=mentees,
        past=tuple(
            (f"/mentoring/pairs/{one.ref}/", name_of(found.people.get(one.other(me))), joined(framework_name(one), _span(one)))
            for one in found.past
        ),
        is_mentor=found.is_mentor,
        has_role=found.has_role,
        may_find=all(one.pair.is_left for one in found.mine),
        has_style=found.has_style,
        askings=askings_words(found.askings),
        title=title,
        words=words,
    )


def _title(found: OwnMentoring, mentees: tuple[PairLine, ...], mine: tuple[PairLine, ...], *, me: int, day: date) -> tuple[str, str]:
    """Return the finding: what comes next, whoever it is with."""
    coming = sorted((duty.day, name, duty) for one, name in _with_names(found, me) for duty in one.coming[:1])
    if not coming:
        return (_("My mentees") if mentees or found.is_mentor else _("My mentoring"), "")
    when, name, duty = coming[0]
    if duty.is_overdue(day):
        return _("%(duty)s with %(name)s: set a new day") % {"duty": duty_name(duty.kind), "name": name}, _("It was due on %(day)s.") % {
            "day": day_words(duty.due_on)
        }
    said = {"day": day_words(when), "name": name, "duty": duty_name(duty.kind)}
    line = (*mine, *mentees)[0]
    return _("%(day)s: %(duty)s with %(name)s") % said, line.left if len(mine) + len(mentees) == 1 else ""


def _with_names(found: OwnMentoring, me: int) -> list[tuple[PairNow, str]]:
    return [(one, name_of(found.people.get(one.pair.other(me)))) for one in (*found.mine, *found.mentees)]


def pair_line(
    one: PairNow, people: Mapping[int, Card], *, me: int, day: date, live: Mapping[int, MenteeNow], names: Mapping[str, str]
) -> PairLine:
    """Return a pair in words."""
    other, pair = people.get(one.pair.other(me)), one.pair
    how = live.get(pair.mentee_id)
    plan, tone = _plan(one, me)
    if pair.state == "planned" and one.plan_state in {"", "draft"}:
        plan = joined(plan, _("due by %(day)s") % {"day": brief_day(plan_due(pair.first_day))})
    return PairLine(
        ref=pair.ref,
        url=f"/mentoring/pairs/{pair.ref}/",
        record_url=f"/mentoring/pairs/{pair.ref}/record/",
        plan_url=f"/mentoring/pairs/{pair.ref}/plan/",
        name=name_of(other),
        place=place_of(other),
        framework=framework_name(pair),
        covered=_("%(done)s of %(all)s core topics covered") % {"done": one.coverage.done, "all": one.coverage.all},
        share=one.coverage.done / one.coverage.all if one.coverage.all else 0.0,
        left=left_words(one.coverage),
        due=duty_line(one.coming[0], pair, day=day) if one.coming else None,
        rests=pair.state == "paused",
        ends=ends_words(pair, me=me),
        plan=plan,
        plan_tone=tone,
        **_live(how, names),  # type: ignore[arg-type]  # the columns of how a mentee is
        tests=tests_words(one.tests),
    )


def ends_words(pair: PairRow, *, me: int | None) -> str:
    """Say when a pair ends, or ended, before its programme; a mentee whose mentor leaves reads that another one is looked for."""
    if pair.ended_on is None:
        return ""
    if not pair.is_alive:
        return _("This pair ended on %(day)s.") % {"day": brief_day(pair.ended_on)}
    words = _("This pair ends on %(day)s.") % {"day": brief_day(pair.ended_on)}
    if not pair.is_left or me != pair.mentee_id:
        return words
    return words + (" " if is_english() else "") + _("HR is looking for another mentor for you.")


def _live(how: MenteeNow | None, names: Mapping[str, str]) -> dict[str, object]:
    """Return the live columns: score, weeks, work, problems; empty where there is nothing to see."""
    if how is None:
        return {"score": "", "spark": (), "usual": None, "spark_label": "", "work": "", "problems": ()}
    score = how.sheet.score if how.sheet else None
    weeks = how.line.weeks[-SPARK_WEEKS:] if how.line else ()
    usual = how.line.usual if how.line else None
    spark = () if score is None else (*(None if week.score is None else week.score / 100 for week in weeks), score / 100)
    work = ngettext("%(count)s piece of work in hand", "%(count)s pieces of work in hand", how.work.items) % {"count": how.work.items}
    problems = [_("%(indicator)s is not as usual") % {"indicator": names.get(code, code)} for code in how.changed]
    if how.work.late:
        problems.append(ngettext("%(count)s is late", "%(count)s are late", how.work.late) % {"count": how.work.late})
    closed = {"new": _("The first 30 days of a score are seen by nobody else"), "unscored": ""}.get(how.closed, "")
    return {
        "score": points(score) if score is not None else "",
        "spark": spark,
        "usual": (usual.low / 100, usual.high / 100) if usual else None,
        "spark_label": points(score) if score is not None else "",
        "work": joined(closed, work),
        "problems": tuple(problems),
    }


def _plan(one: PairNow, me: int) -> tuple[str, str]:
    is_mentor = me == one.pair.mentor_id
    known = {
        "": (_("Plan not written yet"), "watch" if is_mentor else "wait"),
        "draft": (_("Plan is being written"), "watch" if is_mentor else "wait"),
        "submitted": (_("Plan is with HR"), "wait"),
        "returned": (_("Plan was returned"), "watch" if is_mentor else "wait"),
        "approved": ("", ""),
    }
    return known.get(one.plan_state, ("", ""))


def left_words(found: Coverage) -> str:
    """Return how many core topics are left."""
    count = len(found.left)
    words = ngettext(
        "%(n)s core topic is left; it is on the next agenda.", "%(n)s core topics are left; they are on the next agenda.", count
    )
    return words % {"n": count} if count else ""


def duty_line(one: DutyRow, pair: PairRow, *, day: date) -> DutyLine:
    """Return a duty in words."""
    icon = {"meeting": "messages-square", "test": "list-checks", "report": "file-text"}.get(one.kind, "calendar")
    note = joined(
        _("set for %(day)s") % {"day": half_day_words(one.set_for, one.set_half)} if one.set_for else "",
        _("due on %(day)s") % {"day": day_words(one.due_on)},
        "" if one.is_sure else _("the holidays of that year are not published yet"),
    )
    late = one.is_overdue(day)
    return DutyLine(
        url=f"/mentoring/duties/{one.ref}/",
        icon=icon,
        words=duty_name(one.kind),
        note=note,
        tone="watch" if late else "done" if one.done_on else "",
        state=_("overdue") if late else _("done on %(day)s") % {"day": brief_day(one.done_on)} if one.done_on else "",
    )


def topic_lines(found: Coverage) -> tuple[TopicLine, ...]:
    """Return the topics of a plan with when they were first talked about."""
    return tuple(
        TopicLine(
            name=topic_name(one.topic),
            is_core=one.topic.is_core,
            is_done=one.on is not None,
            note=_("talked about on %(day)s") % {"day": brief_day(one.on)}
            if one.on
            else _("planned for month %(month)s") % {"month": one.topic.month},
        )
        for one in found.topics
    )


def tests_words(rows: tuple[TestRow, ...]) -> str:
    """Return the first and the last test of one exam, with by how much the last is better: 技能测试由70分到85分，提升21.4%."""
    rows = tuple(one for one in rows if not one.waits)
    found = lift_of_tests([one.mark for one in rows])
    if found is None:
        return _("Skill test: %(points)s") % {"points": mark_words(rows[-1].mark)} if rows else ""
    first, last = found
    share = lift(first.points, last.points)
    said = {
        "a": points_plain(first.points),
        "b": points_plain(last.points),
        "p": points_plain(tenths_of_percent(share) * 10) if share is not None else "",
    }
    if share is None:
        return _("Skill test from %(a)s to %(b)s") % said
    return (_("Skill test from %(a)s to %(b)s, +%(p)s%%") if share >= 0 else _("Skill test from %(a)s to %(b)s, %(p)s%%")) % said


def mark_words(one: Mark) -> str:
    """Return a mark: 85, or 34 of 40 where the most is not a hundred."""
    if one.most == 10_000:
        return points_plain(one.points)
    return _("%(points)s of %(most)s") % {"points": points_plain(one.points), "most": points_plain(one.most)}


def points_plain(hundredths: int) -> str:
    """Return hundredths without zeros that say nothing: 7000 → 70, 8550 → 85.5."""
    return f"{hundredths / 100:.2f}".rstrip("0").rstrip(".")


def _span(one: PairRow) -> str:
    return span_words(one.first_day, one.ended_on or one.last_day)


def met_words(rows: tuple[MeetingRow, ...]) -> str:
    """Return how often two met, and when last."""
    if not rows:
        return _("no talk yet")
    return ngettext("%(count)s talk, on %(day)s", "%(count)s talks, the last on %(day)s", len(rows)) % {
        "count": len(rows),
        "day": brief_day(rows[0].held_on),
    }


def names_of_indicators(codes: set[str]) -> dict[str, str]:
    """Return the names of indicators in the reader's language (one query, none for nothing)."""
    if not codes:
        return {}
    own = {code: (zh, en) for code, zh, en in Indicator.objects.filter(code__in=codes).values_list("code", "zh", "en")}
    shipped = {code: (LIBRARY[code].zh, LIBRARY[code].en) for code in codes if code in LIBRARY}
    return {code: either(*(own.get(code) or shipped.get(code) or (code, code))) for code in codes}


def parts_words(how: MenteeNow) -> tuple[tuple[str, str], ...]:
    """Return the dimensions of a live score with their points."""
    sheet = how.sheet
    if sheet is None or sheet.explanation is None:
        return ()
    return tuple((either(one.zh, one.en), points(one.score)) for one in sheet.explanation.dimensions)
