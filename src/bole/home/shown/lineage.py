"""An indicator's page: the arithmetic step by step, then the records."""

from dataclasses import dataclass
from urllib.parse import urlencode
from zlib import crc32

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.home.queries.lineage import Lineage
from bole.home.queries.lineage import Way as Down
from bole.home.shown.amounts import amount, named, period_words, share, target_of, tenths
from bole.home.shown.counts import bottom, counted, defined, missing, too_few, top
from bole.home.shown.curves import curve_words
from bole.home.shown.score import model_words
from bole.kit.ui.charts import Step
from bole.kit.ui.controls import Way
from bole.kit.ui.days import brief_day
from bole.kit.ui.words import points
from bole.scoring.queries import score_topic
from bole.scoring.rules.explanation import GroupPart
from bole.scoring.rules.indicator import SMALLEST
from bole.work.queries import Doubt, FactRow
from bole.work.rules.key import key_of


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRow:
    """A record in the list. `doubt` says how far an objection has come."""

    ident: str
    title: str
    note: str
    trail: str
    link: str
    source: str
    connection: str
    record: str
    doubt: str
    is_doubted: bool
    is_late: bool
    is_result: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageShown:
    """All words of an indicator's page."""

    title: str
    note: str
    steps: tuple[tuple[str, tuple[Step, ...]], ...]
    why: tuple[str, ...]
    count: str
    ways: tuple[Way, ...]
    rows: tuple[RecordRow, ...]
    more_url: str
    more: str
    first_url: str
    is_live: bool
    topic: str
    part_url: str
    doubt_url: str
    back: str
    empty: str
    whole_url: str


def lineage_shown(found: Lineage, *, base: str, period: str, after: str) -> LineageShown:
    """Return the page's words; `base` is the address of the score's own page."""
    leaf, sheet = found.leaf, found.sheet
    name, own = named(leaf.zh, leaf.en), f"{base}{leaf.code}/"
    asked = {"period": period, "only": found.only, "since": found.since.isoformat() if found.since else ""}
    counts = counted(leaf, found.indicator, is_closed=found.sheet.is_closed) or target_of(leaf, sheet.period)
    value = amount(leaf.unit, leaf.value)
    next_url = _address(own, **asked, after=found.facts.after) if found.facts.after else ""
    left = max(found.facts.count - len(found.facts.rows), 0)
    return LineageShown(
        title=_("%(name)s %(value)s, %(counts)s") % {"name": name, "value": value, "counts": counts} if counts else f"{name} {value}",
        note=period_words(sheet.period),
        steps=tuple((way.stretch.label if way.stretch else "", _steps(found, way)) for way in found.ways),
        why=tuple(one for one in (_own_target(found), *_whys(found, name)) if one),
        count=_count(found),
        ways=_ways(found, own, asked),
        rows=tuple(_row(found, one) for one in found.facts.rows),
        more_url=next_url,
        more=ngettext("%(count)s more", "%(count)s more", left) % {"count": left} if not after else "",
        first_url=_address(own, **asked) if after else "",
        is_live=not sheet.is_closed,
        topic=score_topic(sheet.person_id),
        part_url=_address(f"{own}part/", **asked, after=after),
        doubt_url=_address(f"{own}doubt/", **asked, after=after),
        back=_address(base, period=period),
        empty=_("No records in this period yet."),
        whole_url=own if found.since else "",
    )


def _whys(found: Lineage, name: str) -> tuple[str, ...]:
    leaf = found.leaf
    return missing(leaf, name), too_few(leaf), defined(found.indicator), model_words(found.sheet)


def _own_target(found: Lineage) -> str:
    """Return the person's own target with its reason, as whoever set it wrote it."""
    if not found.target_why or found.leaf.target is None:
        return ""
    return _("Own target %(value)s: %(why)s") % {"value": amount(found.leaf.unit, found.leaf.target), "why": found.target_why}


def _count(found: Lineage) -> str:
    count = found.facts.count
    if found.since:
        said = ngettext("%(n)s record since %(day)s", "%(n)s records since %(day)s", count)
        return said % {"n": count, "day": brief_day(found.since)}
    return ngettext("This score is made of %(n)s record; open it.", "This score is made of %(n)s records; open any of them.", count) % {
        "n": count
    }


def _address(path: str, **query: str) -> str:
    kept = {key: value for key, value in query.items() if value}
    return f"{path}?{urlencode(kept)}" if kept else path


def _steps(found: Lineage, way: Down) -> tuple[Step, ...]:
    """Return the steps from the score down to what was counted; what counts is said as the score's page says it."""
    leaf, explanation = way.leaf, way.explanation
    shown = explanation.in_tenths()
    first = _("Live score") if not found.sheet.is_closed else _("Score")
    steps = [Step(words=first, number=points(found.sheet.score))]
    if way.stretch is not None:
        said = {"days": explanation.gone, "points": points(way.stretch.contribution)}
        how = _("%(days)s working days; it counts %(points)s") % said
        steps.append(Step(words=way.stretch.label, number=points(explanation.total), how=how))
    steps += [_group_step(group, shown, is_dimension=n == 0) for n, group in enumerate(way.groups)]
    counts = {"weight": share(leaf.weight), "points": tenths(shown[leaf.code])}
    steps.append(
        Step(words=named(leaf.zh, leaf.en), number=points(leaf.score), how=_("%(weight)s of the part above; it counts %(points)s") % counts)
    )
    if leaf.read is not None:
        steps.append(Step(words=_read_words(found, way), number=amount(leaf.unit, leaf.read), how=curve_words(found.indicator, leaf)))
    steps.append(_counted_step(found, way))
    return tuple(steps)


def _group_step(group: GroupPart, shown: dict[str, int], *, is_dimension: bool) -> Step:
    said = {
        "weight": share(group.weight),
        "used": f"{amount('count', group.used / 100)}%",
        "points": tenths(sum(shown[leaf.code] for leaf in group.leaves)),
    }
    how = _("%(weight)s of the part above; it counts %(points)s")
    if is_dimension and group.used == group.weight:
        how = _("times the weight of %(weight)s, counts %(points)s")
    elif is_dimension:
        how = _("weight %(weight)s, with what others gave %(used)s, counts %(points)s")
    return Step(words=named(group.zh, group.en), number=points(group.score), how=how % said)


def _read_words(found: Lineage, way: Down) -> str:
    if way.leaf.how == "sum" and way.leaf.read != way.leaf.value:
        return _("Pace of a month")
    return {"percent": _("Share"), "hours": _("Mean time"), "points": _("Mean")}.get(found.indicator.unit, _("Value"))


def _counted_step(found: Lineage, way: Down) -> Step:
    leaf, indicator = way.leaf, found.indicator
    days = _("%(first)s to %(last)s") % {"first": brief_day(found.question.first_day), "last": brief_day(found.question.last_day)}
    if leaf.how == "ratio":
        return Step(words=f"{top(indicator)} / {bottom(indicator)}", number=f"{leaf.numerator} / {leaf.denominator or 0}", how=days)
    if leaf.how == "mean":
        return Step(words=top(indicator), number=_("%(count)s times") % {"count": leaf.sample}, how=days)
    gone = {"gone": way.explanation.gone, "days": way.explanation.days}
    told = _("%(gone)s of %(days)s working days count") if found.sheet.is_closed else _("%(gone)s of %(days)s working days are gone")
    pace = told % gone
    return Step(words=top(indicator), number=amount(leaf.unit, leaf.value), how=_("%(days)s; %(pace)s") % {"days": days, "pace": pace})


def _ways(found: Lineage, own: str, asked: dict[str, str]) -> tuple[Way, ...]:
    """Return the ways to part the list: all, met, missed; none where nothing parts it."""
    met, missed = _parts(found)
    if not met:
        return ()
    facts = found.facts
    whole = facts.met + facts.missed
    return tuple(
        Way(words, _address(own, **{**asked, "only": only}), is_current=found.only == only, count=count)
        for words, only, count in ((_("All"), "", whole), (met, "met", facts.met), (missed, "missed", facts.missed))
    )


def _parts(found: Lineage) -> tuple[str, str]:
    match found.indicator.numerator if found.question.is_share else "":
        case "tasks_on_time":
            return _("On time"), _("Not on time")
        case "changes_reusing":
            return _("Reused"), _("Not reused")
        case "first_passes":
            return _("Passed at once"), _("Sent back")
        case "renewals_kept":
            return _("Renewed"), _("Not renewed")
        case "good_units":
            return "", ""
        case _other:
            pass
    if found.question.denominator:
        return top(found.indicator), bottom(found.indicator)
    return (_("On target"), _("Short of target")) if found.question.bound is not None else ("", "")


def _row(found: Lineage, one: FactRow) -> RecordRow:
    met, missed = _parts(found)
    state = "" if one.is_met is None else met if one.is_met else missed
    if not state and found.question.denominator:
        state = top(found.indicator) if one.measure == found.indicator.numerator else bottom(found.indicator)
    if found.indicator.how == "mean":
        state = ""  # its own number stands beside it
    late = _("came after the closing; not counted") if one.is_late else ""
    own = {"waiting": _("Self-reported, to be confirmed"), "confirmed": _("Self-reported, confirmed"), "": ""}[one.self_reported]
    return RecordRow(
        ident=f"record-{crc32(repr((one.connection_ref, one.external_id, one.measure)).encode()):x}",
        title=one.title or (_result_title(one) if one.self_reported else one.external_id),
        note=_(", ").join(part for part in (brief_day(one.day), state, own, late) if part),
        trail=_trail(found, one),
        link=one.link,
        source=_(", ").join(part for part in (one.connection, key_of(one.external_id, one.link)) if part),
        connection=one.connection_ref,
        record=one.external_id,
        doubt=doubt_words(one.doubt) if one.doubt else "",
        is_doubted=one.doubt is not None and one.doubt.state == "open",
        is_late=one.is_late,
        is_result=bool(one.self_reported),
    )


def _result_title(one: FactRow) -> str:
    match one.measure:
        case "satisfaction":
            return _("Customer feedback")
        case "skill_scores":
            return _("Skill test score")
        case _report:
            return _("Project report")


def _trail(found: Lineage, one: FactRow) -> str:
    """Return the record's own number, where it says more than that it happened."""
    indicator = found.indicator
    if indicator.how == "ratio":
        return str(one.value) if one.value != 1 else ""
    if indicator.how == "sum" and one.value == 1:
        return ""
    return amount(indicator.unit, one.value / SMALLEST[indicator.unit])


def doubt_words(doubt: Doubt) -> str:
    """Return how far an objection to a record has come."""
    match doubt.state:
        case "open":
            return _("You questioned this. It is checked by %(day)s; the original stays.") % {"day": brief_day(doubt.due_on)}
        case "corrected":
            return _("Corrected by %(name)s: %(answer)s") % {"name": doubt.answered_by, "answer": doubt.answer}
        case _kept:
            return _("Checked by %(name)s, it stays as it is: %(answer)s") % {"name": doubt.answered_by, "answer": doubt.answer}
