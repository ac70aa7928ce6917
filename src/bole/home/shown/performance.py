"""The page about one person's performance, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.home.queries.performance import Performance
from bole.home.shown.amounts import period_words
from bole.home.shown.commits import commits_words
from bole.home.shown.score import ScoreShown, score_shown
from bole.home.shown.support import SupportShown, support_shown
from bole.kit.ui.days import brief_day
from bole.scoring.queries import PeriodRow, score_topic, support_topic
from bole.values.period import Period
from bole.work.queries import OpenItem, OpenWork, work_topic
from bole.work.rules.key import key_of

MOST_ROWS = 5
LEAST_DAYS = 5
ICONS = {
    "task": "square-check",
    "change": "git-pull-request",
    "ticket": "message-square",
    "defect": "bug",
    "rework": "rotate-ccw",
    "delivery": "package-check",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkRow:
    """Something that is being worked on."""

    title: str
    note: tuple[str, ...]
    icon: str
    link: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkShown:
    """Work in progress: how much of each kind, what stands in the way, the rest; what opens under `more` and `more_late`.

    `commits` are those of the week; their records open at `commits_url`.
    """

    counts: str
    late: tuple[WorkRow, ...]
    late_left: tuple[WorkRow, ...]
    more_late: str
    rows: tuple[WorkRow, ...]
    left: tuple[WorkRow, ...]
    more: str
    commits: str = ""
    commits_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformanceShown:
    """All words of the page. `topic` and `base` let its parts be fetched again."""

    score: ScoreShown
    work: WorkShown | None
    support: tuple[SupportShown, ...]
    title: str
    name: str
    back: str
    periods: tuple[tuple[str, str], ...]
    period: str
    empty: str
    base: str
    topic: str
    support_topic: str
    work_topic: str

    @property
    def part_url(self) -> str:
        """Where the parts are."""
        return f"{self.base}part/"

    @property
    def query(self) -> str:
        """What the addresses of the parts end with."""
        return f"?period={self.period}" if self.period else ""


def performance_shown(found: Performance, *, base: str, period: str = "", name: str = "") -> PerformanceShown:
    """Return the words of the page; `base` is its address, `name` whose it is unless one's own."""
    score = score_shown(found.score, base=base)
    return PerformanceShown(
        score=score,
        work=work_shown(found.work, base=base) if found.work else None,
        support=tuple(support_shown(one) for one in found.support),
        title=_("%(name)s: performance") % {"name": name} if name else _("My performance"),
        name=name,
        back=base.removesuffix("score/"),
        periods=_periods(found.score.periods, score.period_code),
        period=period,
        empty=empty_words(score.state, found.records),
        base=base,
        topic=score_topic(found.score.person_id),
        support_topic=support_topic(found.score.person_id),
        work_topic=work_topic(found.score.person_id),
    )


def _periods(rows: tuple[PeriodRow, ...], current: str) -> tuple[tuple[str, str], ...]:
    """Return the periods to choose from, the newest first; those without a score only if they are shown now."""
    kept = [one for one in rows if one.score is not None or one.code == current]
    return tuple(
        (one.code, period_words(Period.parse(one.code))) for one in sorted(kept, key=lambda one: Period.parse(one.code), reverse=True)
    )


def empty_words(state: str, records: int) -> str:
    """Return why there is no score."""
    match state:
        case "not_enough" | "nothing":
            return _("No score yet. It appears after %(n)s working days; %(m)s records have arrived so far.") % {
                "n": LEAST_DAYS,
                "m": records,
            }
        case "no_model":
            return _("No scoring model is in force for this job, so there is no score.")
        case "no_data":
            return _("No indicator has data for this period yet, so there is no score. Nothing counts as zero.")
        case _scored:
            return ""


def work_shown(work: OpenWork, *, base: str = "") -> WorkShown:
    """Return work in progress as rows, what is late first; `base` is the address of the page below which the week's commits are opened."""
    late, rest = tuple(_row(one) for one in work.late), tuple(_row(one) for one in work.on_time)
    return WorkShown(
        counts=_(", ").join(words % {"count": work.counts[kind]} for kind, words in _kinds(work) if work.counts[kind]),
        late=late[:MOST_ROWS],
        late_left=late[MOST_ROWS:],
        more_late=_more(len(late) - MOST_ROWS),
        rows=rest[:MOST_ROWS],
        left=rest[MOST_ROWS:],
        more=_more(len(rest) - MOST_ROWS),
        commits=commits_words(work.commits) if base else "",
        commits_url=f"{base}work/commits/" if base else "",
    )


def _more(left: int) -> str:
    return ngettext("and %(count)s more", "and %(count)s more", left) % {"count": left} if left > 0 else ""


def _kinds(work: OpenWork) -> tuple[tuple[str, str], ...]:
    count = work.counts
    return (
        ("task", ngettext("%(count)s task", "%(count)s tasks", count["task"])),
        ("ticket", ngettext("%(count)s customer ticket", "%(count)s customer tickets", count["ticket"])),
        ("change", ngettext("%(count)s change to merge", "%(count)s changes to merge", count["change"])),
        ("defect", ngettext("%(count)s defect", "%(count)s defects", count["defect"])),
        ("rework", ngettext("%(count)s rework", "%(count)s reworks", count["rework"])),
        ("delivery", ngettext("%(count)s delivery", "%(count)s deliveries", count["delivery"])),
    )


def _row(one: OpenItem) -> WorkRow:
    if one.late_days:
        when = ngettext("%(count)s day overdue", "%(count)s days overdue", one.late_days) % {"count": one.late_days}
    else:
        when = _("due on %(day)s") % {"day": brief_day(one.due_on)} if one.due_on else ""
    return WorkRow(
        title=one.title or one.external_id,
        note=(key_of(one.external_id, one.link), when, one.project or one.connection),
        icon=ICONS.get(one.kind, "file-text"),
        link=one.link,
        tone="watch" if one.late_days else "",
    )
