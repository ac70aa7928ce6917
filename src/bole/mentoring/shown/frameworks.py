"""Frameworks in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.kit.ui.days import brief_day
from bole.mentoring.queries.frameworks import FrameworkRow, Frameworks
from bole.mentoring.rules.frameworks import FORMS, Framed, Material, Topic
from bole.mentoring.shown.naming import either, joined, listed, topic_name

SPARE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkLine:
    """A framework in the list."""

    url: str
    name: str
    note: str
    pairs: str
    is_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworksShown:
    """The list."""

    title: str
    rows: tuple[FrameworkLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkShown:
    """One framework, as it is and as it is being changed."""

    url: str
    code: str
    name: str
    goal: str
    facts: tuple[tuple[str, str], ...]
    core: tuple[str, ...]
    more: tuple[str, ...]
    materials: tuple[tuple[str, str, bool], ...]  # where, what, and whether it is elsewhere
    is_on: bool
    number: int
    may_change: bool
    typed: Framed
    topics: tuple[Topic, ...]
    reads: tuple[Material, ...]
    forms: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...]
    stages: tuple[tuple[int, str], ...]
    changed: str
    is_changing: bool


def form_name(form: str) -> str:
    """Return a form in words."""
    return {
        "one_to_one": _("one to one"),
        "group": _("in a group"),
        "reverse": _("reverse"),
        "peer": _("among peers"),
        "short": _("short"),
        "project": _("along with a project"),
    }.get(form, form)


def cadence_words(one: Framed) -> str:
    """Return how often what is due."""
    return joined(
        _every(_("a talk"), one.meeting_every),
        _every(_("a test"), one.test_every) if one.test_every else "",
        _every(_("a report"), one.report_every) if one.report_every else "",
    )


def _every(what: str, months: int) -> str:
    return ngettext("%(what)s each month", "%(what)s every %(n)s months", months) % {"what": what, "n": months}


def frameworks_shown(found: Frameworks) -> FrameworksShown:
    """Return the list in words."""
    rows = tuple(
        FrameworkLine(
            url=f"/company/mentoring/frameworks/{one.framed.code}/",
            name=either(one.framed.zh, one.framed.en),
            note=listed(topic_name(topic) for topic in one.framed.core),
            pairs=ngettext("%(n)s pair", "%(n)s pairs", one.pairs) % {"n": one.pairs} if one.pairs else "",
            is_on=one.is_on,
        )
        for one in found.rows
    )
    return FrameworksShown(title=_("%(count)s frameworks") % {"count": len(rows)}, rows=rows)


def framework_shown(found: FrameworkRow, typed: Framed, *, may_change: bool) -> FrameworkShown:
    """Return one framework in words; `typed` is what stands in the form."""
    one = found.framed
    return FrameworkShown(
        url=f"/company/mentoring/frameworks/{one.code}/",
        code=one.code,
        name=either(one.zh, one.en),
        goal=either(one.goal_zh, one.goal_en),
        facts=(
            (_("Form"), form_name(one.form)),
            (_("Length"), ngettext("%(n)s month", "%(n)s months", one.months) % {"n": one.months}),
            (_("Cadence"), cadence_words(one)),
            (_("Version"), str(found.number or 1)),
        ),
        core=tuple(topic_name(topic) for topic in one.core),
        more=tuple(topic_name(topic) for topic in one.topics if not topic.is_core),
        materials=tuple((read.address, either(read.zh, read.en), not read.address.startswith("/")) for read in one.materials),
        is_on=found.is_on,
        number=found.number or (1 if found.changed_at else 0),
        may_change=may_change,
        typed=typed,
        topics=(*typed.topics, *(Topic("", "", "", is_core=False) for _n in range(SPARE))),
        reads=(*typed.materials, *(Material("", "", "") for _n in range(SPARE))),
        forms=tuple((form, form_name(form)) for form in FORMS),
        kinds=(("core", _("core")), ("free", _("optional"))),
        stages=((1, _("at the beginning")), (2, _("in the middle")), (3, _("at the end"))),
        changed=_("Changed on %(day)s by %(name)s") % {"day": brief_day(found.changed_at), "name": found.changed_by}
        if found.changed_at and found.number > 1
        else "",
        is_changing=typed != one,
    )
