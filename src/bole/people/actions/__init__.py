"""The changes: keyword-only, with `by` and `at`; each is one transaction and one line on the record."""

from bole.people.actions.careers import add_career_event
from bole.people.actions.catalogue import add_family, add_grade, add_position
from bole.people.actions.endings import convert_contracts, end_employment
from bole.people.actions.identities import change_contact, change_number, link_account, rename_person, rewrite_people
from bole.people.actions.newcomers import hire, hire_many, welcome_back
from bole.people.actions.posts import assign, assign_many, correct_assignment, set_manager
from bole.people.actions.rosters import take_roster
from bole.people.actions.units import add_unit, move_unit, rename_unit, set_head
from bole.people.rules.entries import Conversion, Ending, Identity, Move, Newcomer, Post, Return, Rewriting, Roster

__all__ = [
    "Conversion",
    "Ending",
    "Identity",
    "Move",
    "Newcomer",
    "Post",
    "Return",
    "Rewriting",
    "Roster",
    "add_career_event",
    "add_family",
    "add_grade",
    "add_position",
    "add_unit",
    "assign",
    "assign_many",
    "change_contact",
    "change_number",
    "convert_contracts",
    "correct_assignment",
    "end_employment",
    "hire",
    "hire_many",
    "link_account",
    "move_unit",
    "rename_person",
    "rename_unit",
    "rewrite_people",
    "set_head",
    "set_manager",
    "take_roster",
    "welcome_back",
]
