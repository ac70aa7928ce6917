"""A month of a line of evidence in words: counts, and where the records of those who may be named stand."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.kit.clock import local_day
from bole.kit.ui.days import brief_day
from bole.people.words import name_of as person_name
from bole.signals.queries.evidence_month import AWAY, GROWTH, WORK, GivenVersion, MonthOfEvidence, PersonLine
from bole.signals.rules.learning import LEAST_PEOPLE
from bole.signals.shown.amounts import amount_words, kind_words, month_words, series_words
from bole.signals.shown.diagnoses import title_of
from bole.signals.shown.values import name_of, number


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShown:
    """A line: what, how much, where it opens."""

    words: str
    trail: str = ""
    note: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthShown:
    """The page in words. `lines` are counts of the unit, `people` those who may be named, `others` how many more."""

    ref: str
    kind: str
    title: str
    note: str
    value: str
    lines: tuple[LineShown, ...]
    people: tuple[LineShown, ...]
    others: str
    series_ref: str


def month_of_evidence_shown(found: MonthOfEvidence) -> MonthShown:
    """Return the month in words."""
    evidence, row = found.evidence, found.evidence.row
    own = evidence.kind == "indicator"
    name = name_of(row.rule) if own else kind_words(evidence.kind)
    value = amount_words(row.rule.unit, found.month.value) if own else series_words(evidence.kind, found.month.value)
    return MonthShown(
        ref=row.ref, kind=evidence.kind, title=_("%(name)s, %(month)s") % {"name": name, "month": month_words(found.month.month)},
        note=title_of(row), value=value, lines=(*_counts(found), *(_version(one, evidence.kind) for one in found.given)),
        people=tuple(_person(one, found) for one in found.people), others=_others(found), series_ref=evidence.series_ref,
    )  # fmt: skip


def _counts(found: MonthOfEvidence) -> list[LineShown]:
    """Return the counts of the unit, without anybody's name."""
    lines = []
    if found.learning is not None:
        one = found.learning
        lines = [
            (_("People in the unit at the end of the month"), str(one.people)), (_("People who did a step of a course"), str(one.learners)),
            (_("Hours of courses"), number(one.minutes / 60)), (_("Courses finished"), str(one.finished)),
            (_("Tries at exams, and passed"), f"{one.tries} · {one.passes}"),
            (_("Skills that grades ask, and held"), f"{one.asked} · {one.held}"),
        ]  # fmt: skip
    elif found.staffing is not None:
        lines = [(_("People in the unit at the end of the month"), str(found.staffing.headcount))]
        if found.evidence.kind == "staying":
            lines.append((_("Of those of the month before, still with the company"), series_words("staying", found.staffing.staying)))
    if found.evidence.kind in WORK:
        total = sum(one.count for one in found.people) + found.others_count
        lines.append((_("Records of the month"), str(total)))
    if found.evidence.kind in AWAY and not found.are_few:
        lost = sum(one.count for one in found.people) + found.others_count
        lines.append((_("Working days away, of all together"), str(lost)))
    return [LineShown(words=words, trail=trail) for words, trail in lines]


def _person(one: PersonLine, found: MonthOfEvidence) -> LineShown:
    kind, rule, month = found.evidence.kind, found.evidence.row.rule, found.month.month
    period, number_of = f"{month:%Y-%m}", one.card.number
    if kind in WORK:
        base = f"/performance/{rule.code}/" if one.is_own else f"/people/{number_of}/score/{rule.code}/"
        said = ngettext("%(n)s record", "%(n)s records", one.count) % {"n": one.count}
        return LineShown(words=person_name(one.card), trail=said, url=f"{base}?period={period}")
    if kind in GROWTH and one.learned is not None:
        learned = one.learned
        parts = [_("%(hours)s h") % {"hours": number(learned.minutes / 60)}] if learned.minutes else []
        parts += [ngettext("%(n)s course finished", "%(n)s courses finished", learned.finished) % {"n": learned.finished}] * (
            learned.finished > 0
        )
        parts += [_("exams: %(passed)s of %(tries)s passed") % {"passed": learned.passes, "tries": learned.tries}] * (learned.tries > 0)
        return LineShown(
            words=person_name(one.card), note=_(", ").join(parts), url="/growth/" if one.is_own else f"/growth/people/{number_of}/"
        )
    if kind in AWAY:
        said = ngettext("%(n)s working day", "%(n)s working days", one.count) % {"n": one.count}
        return LineShown(words=person_name(one.card), trail=said, url="" if one.is_own else f"/company/absences/?q={number_of}")
    return LineShown(words=person_name(one.card), url=f"/people/{number_of}/")


def _others(found: MonthOfEvidence) -> str:
    """Return how many there are whose records are not open to the reader, and of what together."""
    if not found.others:
        return ""
    if found.are_few:
        return _("and fewer than %(n)s others") % {"n": LEAST_PEOPLE}
    said = {"n": found.others, "count": found.others_count}
    if found.evidence.kind in WORK:
        words = ngettext(
            "and %(n)s other person, records together: %(count)s", "and %(n)s others, records together: %(count)s", found.others
        )
        return words % said
    if found.evidence.kind in AWAY:
        return (
            ngettext("and %(n)s other person, days together: %(count)s", "and %(n)s others, days together: %(count)s", found.others) % said
        )
    return ngettext("and %(n)s other person", "and %(n)s others", found.others) % said


def _version(one: GivenVersion, kind: str) -> LineShown:
    how = {"api": _("by the API"), "file": _("as a file"), "hand": _("by hand")}[one.source]
    parts = [one.by, brief_day(local_day(one.recorded_at)), how]
    if one.withdrawn_at is not None:
        parts.append(_("replaced or withdrawn on %(day)s") % {"day": brief_day(local_day(one.withdrawn_at))})
    return LineShown(words=_(", ").join(part for part in parts if part), trail=series_words(kind, one.value))
