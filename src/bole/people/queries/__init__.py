"""Reads of people, as of any day."""

from bole.people.queries.assignments import (
    AssignmentRow,
    CareerRow,
    EmploymentRow,
    assignments_during,
    assignments_on,
    careers_of,
    employments_on,
    ids_of,
    numbers_of,
    zones_on,
)
from bole.people.queries.directory import (
    Card,
    Contact,
    EmploymentFacts,
    cards,
    contact_for,
    directory,
    employment_for,
    find_people,
    get_person_for,
    people_for,
)
from bole.people.queries.lines import circles_on, managers_on, overlapping_on, reports_of
from bole.people.queries.outside import employed_during, people_by_work_email, zone_spells
from bole.people.queries.units import UnitRow, people_in_units, subtree, subtree_paths, unit_rows

__all__ = [
    "AssignmentRow",
    "Card",
    "CareerRow",
    "Contact",
    "EmploymentFacts",
    "EmploymentRow",
    "UnitRow",
    "assignments_during",
    "assignments_on",
    "cards",
    "careers_of",
    "circles_on",
    "contact_for",
    "directory",
    "employed_during",
    "employment_for",
    "employments_on",
    "find_people",
    "get_person_for",
    "ids_of",
    "managers_on",
    "numbers_of",
    "overlapping_on",
    "people_by_work_email",
    "people_for",
    "people_in_units",
    "reports_of",
    "subtree",
    "subtree_paths",
    "unit_rows",
    "zone_spells",
    "zones_on",
]
