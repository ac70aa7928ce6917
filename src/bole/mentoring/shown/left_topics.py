"""Core topics that were left, and why, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.kit.clock import local_day
from bole.kit.ui.days import brief_day
from bole.mentoring.queries.left_topics import LeftPage, LeftRow
from bole.mentoring.shown.naming import framework_name, joined, listed, name_of, topic_name
from bole.mentoring.words import LEFT_BECAUSE


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftLine:
    """Core topics that were left, in a line of another page: which, why, and where that is said."""

    words: str
    note: str
    url: str
    waits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftShown:
    """The page."""

    ref: str
    title: str
    note: str
    back: tuple[str, str]
    topics: tuple[str, ...]
    reason: str
    words: str
    told: str
    before: tuple[tuple[str, str], ...]
    may_write: bool
    waits: bool


def left_line(ref: str, found: LeftRow | None) -> LeftLine | None:
    """Return the line; none where nothing is left to say."""
    if found is None or not (found.left or found.why):
        return None
    names = listed(topic_name(one) for one in found.left)
    words = _("Not covered: %(topics)s") % {"topics": names} if names else _("All core topics are covered by now")
    reason = str(LEFT_BECAUSE[found.why]) if found.why else _("no reason given yet")
    return LeftLine(words=words, note=joined(reason, found.words), url=f"/mentoring/pairs/{ref}/left/", waits=found.waits)


def left_shown(found: LeftPage) -> LeftShown:
    """Return the page in words."""
    pair, row = found.pair, found.row
    count = len(row.left)
    mentor, mentee = name_of(found.people.get(pair.mentor_id)), name_of(found.people.get(pair.mentee_id))
    title = ngettext("%(n)s core topic was not covered", "%(n)s core topics were not covered", count) % {"n": count}
    said = {"name": name_of(found.people.get(row.by_id or 0)), "day": brief_day(local_day(row.answered_at))} if row.answered_at else {}
    home = f"/company/mentoring/pairs/{pair.ref}/" if found.is_hr else f"/mentoring/pairs/{pair.ref}/"
    return LeftShown(
        ref=pair.ref,
        title=title if count else _("All core topics are covered by now"),
        note=joined(framework_name(pair), _("ended on %(day)s") % {"day": brief_day(pair.ends_on)}),
        back=(home, _("%(mentor)s and %(mentee)s") % {"mentor": mentor, "mentee": mentee}),
        topics=tuple(topic_name(one) for one in row.left),
        reason=str(LEFT_BECAUSE[row.why]) if row.why else "",
        words=row.words,
        told=_("%(name)s, %(day)s") % said if said else "",
        before=tuple(
            (joined(str(LEFT_BECAUSE[one.why]), one.words), _("until %(day)s") % {"day": brief_day(local_day(one.until))})
            for one in row.was
        ),
        may_write=found.may_write,
        waits=row.waits,
    )
