"""What the data holds about people's work meanwhile: open work, projects, absence, mentoring; and the stories that move it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bole.sandbox.generated.planting import Block, Decline, Plan, Story
from bole.sandbox.generated.year import runs
from bole.signals.rules.daily import BoolArray

Floats = NDArray[np.float64]

MENTORS = 0.12  # of the people
LONG_SPELL = 4  # days away that would be a cause of their own


@dataclass(frozen=True, slots=True)
class Around:
    """The surroundings of the people of a block."""

    open_work: Floats  # [people, days]
    projects: Floats
    mentoring: Floats
    absent: BoolArray


def draw_around(rng: np.random.Generator, *, absent: BoolArray, block: Block, plan: Plan) -> Around:
    """Draw the usual course of each person, then what the stories change in it."""
    (people, days), works = absent.shape, block.working
    around = Around(
        open_work=_open_work(rng, people=people, days=days),
        projects=_projects(rng, people=people, days=days),
        mentoring=_mentoring(rng, people=people, works=works),
        absent=absent.copy(),
    )
    for one in plan.declines:
        _be_there(around.absent[block.person[one.row]], decline=one)
    for alike in plan.look_alikes:
        if alike.kind == "thin_absence":
            days = np.arange(alike.first, alike.last + 1)
            around.absent[block.person[alike.row], days[rng.random(len(days)) < 0.7]] = True
    for story in plan.stories:
        _tell(rng, around, story, works=works)
    around.open_work[:] = np.round(around.open_work)
    return around


def _be_there(absent: BoolArray, *, decline: Decline) -> None:
    """Take away long spells around an onset: they would be a cause of their own, or hide what was planted."""
    first = decline.onset if decline.cause == "absence" else max(decline.onset - 30, 0)
    for begin, end in runs(absent):
        if end - begin >= LONG_SPELL and begin < decline.onset + 45 and end > first:
            absent[max(begin, first) : end] = False
    absent[decline.onset] = False


def _open_work(rng: np.random.Generator, *, people: int, days: int) -> Floats:
    """Return items open at the end of each day: a level of one's own, and what carries over."""
    level = rng.uniform(6.0, 28.0, (people, 1))
    state = rng.standard_normal(people)
    course = rng.standard_normal((people, days)) * np.sqrt(1 - 0.85**2)
    for day in range(days):
        state = 0.85 * state + course[:, day]
        course[:, day] = state
    return np.asarray(level * np.exp(course * rng.uniform(0.08, 0.2, (people, 1))))


def _projects(rng: np.random.Generator, *, people: int, days: int) -> Floats:
    """Return projects with open items: between one and five, now and then one more or one less."""
    change = (rng.random((people, days)) < 2.0 / 365) * rng.choice([-1.0, 1.0], (people, days))
    start = rng.integers(1, 4, (people, 1))
    return np.asarray(np.clip(start + np.cumsum(change, axis=1), 1.0, 5.0))


def _mentoring(rng: np.random.Generator, *, people: int, works: BoolArray) -> Floats:
    """Return hours of mentoring: about an hour a week with those who are mentors."""
    mentors = rng.random((people, 1)) < MENTORS
    return np.where(mentors & works & (rng.random((people, len(works))) < 0.22), 1.0, 0.0)


def _tell(rng: np.random.Generator, around: Around, story: Story, *, works: BoolArray) -> None:
    """Let a story move what is around its person."""
    who, first, end = story.person, story.first, story.end
    starts = max(first - int(rng.integers(2, 9)), 0)
    if story.cause == "load":
        _raise(rng, around.open_work[who], first=starts, end=end, to=float(rng.uniform(1.6, 2.6)))
    elif story.cause == "project":
        around.projects[who, starts:end] += float(rng.integers(1, 3))
        _raise(rng, around.open_work[who], first=starts, end=end, to=float(rng.uniform(1.3, 1.9)))
    elif story.cause == "mentoring":
        hours = rng.uniform(0.8, 1.8) * (rng.random(end - starts) < 0.85) * works[starts:end]
        around.mentoring[who, starts:end] += np.round(hours * 2) / 2
    elif story.cause == "absence":
        _be_away(rng, around, story)


def _raise(rng: np.random.Generator, course: Floats, *, first: int, end: int, to: float) -> None:
    """Raise a course to a multiple within days, and let it go back slowly after the end."""
    days = np.arange(len(course))
    up = np.clip((days - first + 1) / float(rng.integers(3, 9)), 0.0, 1.0)
    down = np.exp(-np.maximum(days - end, 0) / 5.0)
    course *= 1 + (to - 1) * up * down


def _be_away(rng: np.random.Generator, around: Around, story: Story) -> None:
    """Let the person be away before it and come back to a backlog, or be away a day or two of every week while it lasts."""
    who, first, end = story.person, story.first, story.end
    if rng.random() < 0.3:
        for week in range(first, end, 7):
            days = week + rng.choice(5, size=int(rng.integers(1, 3)), replace=False)
            around.absent[who, days[(days > first) & (days < end)]] = True
        return
    around.absent[who, max(first - int(rng.integers(10, 31)), 0) : first] = True
    around.absent[who, first : first + 5] = False
    _raise(rng, around.open_work[who], first=first, end=min(first + int(rng.integers(15, 40)), end), to=float(rng.uniform(1.3, 1.8)))
