"""The commits of a week in words: the line beside the work in progress, and the page of its records."""

from dataclasses import dataclass
from urllib.parse import urlencode
from zlib import crc32

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.home.queries.commits import Pushed
from bole.home.shown.lineage import RecordRow, doubt_words
from bole.kit.ui.days import brief_day
from bole.work.queries import Commits, FactRow, work_topic


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitsShown:
    """All words of the page."""

    title: str
    note: str
    count: str
    rows: tuple[RecordRow, ...]
    more_url: str
    more: str
    first_url: str
    topic: str
    part_url: str
    doubt_url: str
    back: str


def commits_words(commits: Commits) -> str:
    """Return how many commits, in how many repositories; nothing for none."""
    if not commits.count:
        return ""
    count = ngettext("%(n)s commit this week", "%(n)s commits this week", commits.count) % {"n": commits.count}
    if not commits.repositories:
        return count
    where = ngettext("in %(n)s repository", "in %(n)s repositories", commits.repositories) % {"n": commits.repositories}
    return _("%(commits)s, %(where)s") % {"commits": count, "where": where}


def commits_shown(found: Pushed, *, base: str, after: str) -> CommitsShown:
    """Return the page's words; `base` is the address of the score's own page."""
    own, facts = f"{base}work/commits/", found.facts
    left = max(facts.count - len(facts.rows), 0)
    return CommitsShown(
        title=commits_words(found.commits) or _("No commits this week"),
        note=_("%(first)s to %(last)s") % {"first": brief_day(found.first_day), "last": brief_day(found.last_day)},
        count=ngettext("Made of %(n)s push; open it.", "Made of %(n)s pushes; open any of them.", facts.count) % {"n": facts.count},
        rows=tuple(_row(one) for one in facts.rows),
        more_url=_address(own, facts.after),
        more=ngettext("%(count)s more", "%(count)s more", left) % {"count": left} if not after else "",
        first_url=own if after else "",
        topic=work_topic(found.person_id),
        part_url=_address(f"{own}part/", after) or f"{own}part/",
        doubt_url=_address(f"{own}doubt/", after) or f"{own}doubt/",
        back=base,
    )


def _address(path: str, after: str) -> str:
    return f"{path}?{urlencode({'after': after})}" if after else ""


def _row(one: FactRow) -> RecordRow:
    where = one.project or one.connection
    return RecordRow(
        ident=f"record-{crc32(repr((one.connection_ref, one.external_id, one.measure)).encode()):x}",
        title=where,
        note=_(", ").join(part for part in (brief_day(one.day), one.title) if part),
        trail=ngettext("%(n)s commit", "%(n)s commits", one.value) % {"n": one.value},
        link=one.link,
        source=one.connection,
        connection=one.connection_ref,
        record=one.external_id,
        doubt=doubt_words(one.doubt) if one.doubt else "",
        is_doubted=one.doubt is not None and one.doubt.state == "open",
        is_late=False,
        is_result=False,
    )
