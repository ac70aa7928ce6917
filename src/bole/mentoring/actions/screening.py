"""The screening of a night: who meets every requirement and is no mentor yet, so that HR may invite them."""

from datetime import datetime

from bole.kit.clock import local_day
from bole.mentoring.actions.admission import keep_screening
from bole.mentoring.queries.admission import judged, roles_on, rules_in_force
from bole.mentoring.queries.admission_rules import people_to_screen
from bole.values.viewer import SYSTEM


def screen_everybody(at: datetime) -> str:
    """Judge everybody by the rules in force and keep who passes (a job of the timetable)."""
    rules, day = rules_in_force(), local_day(at)
    if rules is None:
        return "no rules in force"
    people = people_to_screen(day)
    mentors = roles_on(None, day)
    passing = [person for person, one in judged(rules, people, day=day).items() if one.passes and person not in mentors]
    kept = keep_screening(rules_id=rules.id, found=passing, by=SYSTEM, at=at)
    return f"{len(people)} screened, {kept} could be invited"
