"""What several cards read: each is read once for a home, and only where a card asks for it."""

from datetime import date

from bole.access.rules import may_company, takes_part
from bole.growth.queries import NewcomerGuide, joined_on, newcomer_guide
from bole.growth.queries.career import Career, career_of
from bole.growth.rules.joining import is_new, keeps_list
from bole.home.queries.company import Company, company_of
from bole.home.queries.performance import Performance, performance_of
from bole.home.queries.results import waiting_in_team
from bole.home.queries.team import Team, team_at_a_glance
from bole.kit.cards import Asked
from bole.mentoring.queries.own import OwnMentoring, own_mentoring
from bole.mentoring.queries.pairs import PairRow, pairs_of_mentees
from bole.mentoring.queries.watched import WatchedPairs, pairs_watched
from bole.people.queries import Card, cards
from bole.values.refusal import NotFound
from bole.work.queries import ResultRow, Sources, sources_for
from bole.work.queries.waiting import accounts_waiting


def me(asked: Asked) -> int:
    """Return the viewer's person; 0 where there is none."""
    return asked.viewer.person_id or 0


def learns(asked: Asked) -> bool:
    """Test if the viewer takes part in learning and mentoring."""
    return takes_part(asked.viewer)


def career(asked: Asked) -> Career:
    """Return the viewer's ladder, the next step judged."""
    return asked.once("career", lambda: career_of(me(asked), day=asked.day, only_next=True))


def joined(asked: Asked) -> date | None:
    """Return when the viewer came (one query)."""
    return asked.once("joined", lambda: joined_on(me(asked), asked.day)) if learns(asked) else None


def is_newcomer(asked: Asked) -> bool:
    """Test if the viewer is in the first thirty days."""
    since = joined(asked)
    return since is not None and is_new(since, asked.day)


def guide(asked: Asked) -> NewcomerGuide | None:
    """Return the viewer's newcomer's list while it is kept (one query for whoever came lately)."""
    since = joined(asked)
    if since is None or not keeps_list(since, asked.day):
        return None
    return asked.once("guide", lambda: newcomer_guide(me(asked), joined=since))


def own_pair(asked: Asked) -> PairRow | None:
    """Return the pair in which the viewer is the mentee (one query)."""
    if not learns(asked):
        return None
    return asked.once("pair", lambda: next((one for one in pairs_of_mentees([me(asked)]).get(me(asked), ()) if one.is_alive), None))


def mentor_card(asked: Asked) -> Card | None:
    """Return the card of the viewer's mentor."""
    pair = own_pair(asked)
    return asked.once("mentor", lambda: cards([pair.mentor_id], asked.day).get(pair.mentor_id)) if pair else None


def mentoring(asked: Asked) -> OwnMentoring:
    """Return the viewer's own mentoring."""
    return asked.once("mentoring", lambda: own_mentoring(asked.viewer, day=asked.day, at=asked.at))


def performance(asked: Asked) -> Performance | None:
    """Return the viewer's own performance; None for whoever has no score."""
    return asked.once("performance", lambda: _performance(asked)) if asked.viewer.person_id and asked.viewer.is_scored else None


def _performance(asked: Asked) -> Performance | None:
    try:
        return performance_of(asked.viewer, me(asked), day=asked.day)
    except NotFound:
        return None


def team(asked: Asked) -> Team | None:
    """Return the viewer's team; None for whoever leads nobody."""
    if not asked.viewer.reports:
        return None
    return asked.once("team", lambda: team_at_a_glance(asked.viewer, day=asked.day, at=asked.at))


def team_results(asked: Asked) -> tuple[tuple[ResultRow, ...], dict[int, Card]]:
    """Return the results of the team that wait for the viewer's word, with whose they are."""
    return asked.once("team_results", lambda: waiting_in_team(asked.viewer, day=asked.day))


def watched(asked: Asked) -> WatchedPairs:
    """Return the pairs of the viewer's team."""
    return asked.once("watched", lambda: pairs_watched(asked.viewer, asked.viewer.reports, day=asked.day))


def company(asked: Asked) -> Company:
    """Return the company's figures."""
    return asked.once("company", lambda: company_of(asked.viewer, day=asked.day, at=asked.at, with_sources=False))


def sources(asked: Asked) -> Sources | None:
    """Return how the sources of data are; None for whoever may not read it."""
    if not may_company(asked.viewer, "read", "connections"):
        return None
    return asked.once("sources", lambda: sources_for(asked.viewer, at=asked.at))


def accounts_without_person(asked: Asked) -> int:
    """Count the outside accounts that wait for a person, with what was read of the sources where that is open to the viewer."""
    found = sources(asked)
    return found.accounts if found and may_company(asked.viewer, "read", "identities") else accounts_waiting(asked.viewer)
