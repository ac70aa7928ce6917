"""Taking a whole roster: what one file or one sync changes, all or nothing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bole.kit.action import action
from bole.people.actions.endings import convert_contracts, end_employment
from bole.people.actions.identities import rewrite_people
from bole.people.actions.newcomers import hire_many, welcome_back
from bole.people.actions.posts import assign_many
from bole.people.queries import ids_of
from bole.people.rules.entries import Move, Return, Roster
from bole.values.viewer import Viewer


@action("people.take_roster")
def take_roster(*, roster: Roster, by: Viewer, at: datetime) -> None:
    """Take all of it, or nothing.

    :raises Refused: as the action that writes the part that cannot be taken
    """
    if roster.newcomers:
        hire_many(newcomers=roster.newcomers, by=by, at=at)
    ids = ids_of(set(roster.managers.values())) if roster.managers else {}
    if roster.returns:
        welcome_back(returns=[_led_return(one, roster, ids) for one in roster.returns], by=by, at=at)
    if roster.rewritings:
        rewrite_people(rewritings=roster.rewritings, by=by, at=at)
    if roster.conversions:
        convert_contracts(conversions=roster.conversions, by=by, at=at)
    if roster.moves:
        assign_many(moves=[_led_move(one, roster, ids) for one in roster.moves], by=by, at=at)
    for one in roster.endings:
        end_employment(person_id=one.person_id, last_day=one.last_day, reason=one.reason, by=by, at=at)


def _led_move(one: Move, roster: Roster, ids: Mapping[str, int]) -> Move:
    number = roster.managers.get(one.person_id)
    return replace(one, post=replace(one.post, manager_id=ids[number])) if number else one


def _led_return(one: Return, roster: Roster, ids: Mapping[str, int]) -> Return:
    number = roster.managers.get(one.person_id)
    return replace(one, post=replace(one.post, manager_id=ids[number])) if number else one
