"""The personal home: what the viewer's roles call for today."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bole.access.rules import may_company
from bole.home.queries.company import Company, company_of
from bole.home.queries.performance import Performance, performance_of
from bole.home.queries.team import Team, team_at_a_glance
from bole.home.queries.unscored import Unscored, unscored_of
from bole.signals.queries import AlertRow, Silent, own_changes, silent_sources
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.work.queries import ObjectionRow, Sources, own_objections, sources_for

NEWS_FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """One's own work, one's team, the company; what the viewer has nothing to do with is None."""

    day: date
    name: str
    own: Performance | None
    news: tuple[ObjectionRow, ...]
    team: Team | None
    company: Company | None
    sources: Sources | None
    changes: tuple[AlertRow, ...] = ()
    silent: tuple[Silent, ...] = ()
    unscored: Unscored | None = None


def start_of(viewer: Viewer, *, name: str, day: date, at: datetime) -> Start:
    """Return what the personal home shows (ten queries for an employee; so many whatever the size of a team)."""
    sees_company = may_company(viewer, "read", "company")
    company = company_of(viewer, day=day, at=at) if sees_company else None
    reads_sources = may_company(viewer, "read", "connections")
    return Start(
        day=day,
        name=name,
        own=_own(viewer, day=day),
        news=tuple(one for one in own_objections(viewer, since=at - NEWS_FOR * 4) if one.answered_at and one.answered_at > at - NEWS_FOR),
        team=team_at_a_glance(viewer, day=day, at=at) if viewer.reports else None,
        company=company,
        sources=company.sources if company else sources_for(viewer, at=at) if reads_sources else None,
        changes=tuple(one for one in own_changes(viewer, at=at) if one.is_alive),
        silent=tuple(one for one in silent_sources(viewer, day=day) if not one.last_day) if reads_sources else (),
        unscored=unscored_of(viewer, day=day),
    )


def _own(viewer: Viewer, *, day: date) -> Performance | None:
    """Return one's own work; an account without a person, or a kind of employment without a score, has none."""
    if viewer.person_id is None or not viewer.is_scored:
        return None
    try:
        return performance_of(viewer, viewer.person_id, day=day)
    except NotFound:
        return None
