"""What a unit's people learned in each month, as the room of growth knows it: counts, never whose."""

from datetime import date

from bole.growth.queries.months import learned_by_month, learning_since, skills_asked, skills_while
from bole.growth.rules.skills import level_on
from bole.signals.queries.crew import Crew
from bole.signals.rules.learning import LearningMonth, Since, asked_of, learning_values
from bole.values.period import Period


def learning_of_units(crew: Crew) -> dict[int, dict[str, dict[date, float]]]:
    """Return each unit's values by kind and month (seven queries)."""
    since = Since(*learning_since())
    return {unit: learning_values(rows, since) for unit, rows in learning_months(crew).items()}


def learning_months(crew: Crew) -> dict[int, list[tuple[date, LearningMonth]]]:
    """Return what each unit's people learned in each month of the crew (five queries)."""
    months = crew.months
    people = crew.people
    learned = learned_by_month(people, months[0], Period.of("month", months[-1]).last_day)
    skills = _skills(crew)
    found: dict[int, list[tuple[date, LearningMonth]]] = {unit: [] for unit in crew.paths}
    for month in months:
        for unit, members in crew.members[month].items():
            counted = LearningMonth(people=len(members))
            for one in members:
                mine = learned.get(one.person, {}).get(month)
                if mine is not None:
                    counted.learners += mine.minutes > 0
                    counted.minutes, counted.finished = counted.minutes + mine.minutes, counted.finished + mine.finished
                    counted.tries, counted.passes = counted.tries + mine.tries, counted.passes + mine.passes
                asked, held = skills.get((one.person, month), (0, 0))
                counted.asked, counted.held = counted.asked + asked, counted.held + held
            found[unit].append((month, counted))
    return found


def _skills(crew: Crew) -> dict[tuple[int, date], tuple[int, int]]:
    """Return how many skills each person's grade asks at the end of a month, and how many of them are held, as far as is confirmed."""
    steps = skills_asked()
    shown = skills_while(crew.people) if steps else {}
    found: dict[tuple[int, date], tuple[int, int]] = {}
    for month in crew.months:
        day = Period.of("month", month).last_day
        for one in {member.person: member for members in crew.members[month].values() for member in members}.values():
            asked = asked_of(steps.get(one.family, ()), one.rank)
            if asked:
                mine = shown.get(one.person, {})
                found[one.person, month] = (len(asked), sum(level_on(mine.get(code, ()), day) >= level for code, level in asked.items()))
    return found
