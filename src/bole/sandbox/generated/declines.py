"""Generates companies in whose work declines were planted, and look-alikes: what can be observed, and the truth apart.

The people are made in blocks, so that only what is kept needs memory. Same seed, same people, same months: same arrays.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bole.sandbox.generated.around import Around, draw_around
from bole.sandbox.generated.chance import stream
from bole.sandbox.generated.company import GeneratedCompany, Observed, Truth
from bole.sandbox.generated.course import course_of
from bole.sandbox.generated.drawing import Usual, bearable, draw_usual, shift, weekly_noise
from bole.sandbox.generated.indicators import INDICATORS, SOURCES, Kind
from bole.sandbox.generated.planting import Block, Plan, draw_plan, heights
from bole.sandbox.generated.record import Told, truth_of
from bole.sandbox.generated.staff import Rows, Staff, make_staff, rows_of
from bole.sandbox.generated.weather import Weather, make_weather
from bole.sandbox.generated.year import Days, make_days
from bole.signals.rules.daily import Daily, Surroundings

PEOPLE_IN_A_BLOCK = 250
EMPTY_DAY, EMPTY_SPELL = 0.02, 0.12  # a day without data; rows with a spell of them


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all blocks share."""

    days: Days
    staff: Staff
    rows: Rows
    weather: Weather
    seed: int


def generate(*, people: int, seed: int, months: int = 24, with_course: bool = False) -> GeneratedCompany:
    """Generate a company, and beside it the truth that was planted; `with_course` also how each row would go without its decline.

    :raises ValueError: if it is not 12 to 36 months
    """
    days = make_days(months)
    staff = make_staff(people=people, days=days.count, seed=seed)
    rows = rows_of(staff)
    frame = _Frame(days=days, staff=staff, rows=rows, weather=make_weather(days=days, rows=rows, seed=seed), seed=seed)
    observed = _empty(frame)
    told = Told(courses=[] if with_course else None)
    for first in range(0, people, PEOPLE_IN_A_BLOCK):
        _fill(frame, observed, told, people=slice(first, min(first + PEOPLE_IN_A_BLOCK, people)))
    return GeneratedCompany(observed=observed, truth=_truth(frame, told))


def _empty(frame: _Frame) -> Observed:
    """Return a company of which nothing is known yet."""
    rows, shape = frame.rows, (len(frame.rows.person), frame.days.count)
    numbers = [np.zeros(shape, dtype=np.float32) for _ in range(5)]
    flags = [np.zeros(shape, dtype=np.bool_) for _ in range(3)]
    is_up_worse = np.array([one.kind.is_up_worse for one in INDICATORS])[rows.indicator]
    return Observed(
        daily=Daily(
            total=numbers[0],
            count=numbers[1],
            here=flags[0],
            heard=flags[1],
            is_up_worse=is_up_worse,
            team=rows.team,
            family=rows.indicator,
        ),
        calendar=frame.days.calendar,
        surroundings=Surroundings(open_work=numbers[2], projects=numbers[3], absent=flags[2], mentoring=numbers[4]),
        person=rows.person,
        unit=rows.unit,
        indicator=rows.indicator,
        source=rows.source,
        indicators=INDICATORS,
        sources=SOURCES,
    )


def _fill(frame: _Frame, observed: Observed, told: Told, *, people: slice) -> None:
    """Make a block of people: their usual work, what is planted in it, and what of it can be observed."""
    first, end = np.searchsorted(frame.rows.person, [people.start, people.stop])
    rows = slice(int(first), int(end))
    rng = stream(frame.seed, "block", people.start)
    usual = draw_usual(rng, indicator=frame.rows.indicator[rows], weather=frame.weather, works=frame.days.calendar.is_working)
    noise, value, samples = weekly_noise(usual)
    block = _block(frame, usual, rows=rows, people=people, noise=noise, value=value, samples=samples)
    plan = draw_plan(rng, block)
    around = draw_around(rng, absent=frame.staff.absent[people], block=block, plan=plan)
    by = heights(block, plan)
    eased = by.copy()
    _ease_before_moves(rng, frame, eased, rows=rows)
    if told.courses is not None:
        told.courses.append(
            course_of(usual, by=(heights(block, Plan(look_alikes=plan.look_alikes)) + eased - by) * noise[:, None], value=value)
        )
    shift(rng, usual, by=eased * noise[:, None], value=value)
    _spoil_samples(usual, plan)
    _hide(rng, usual, block, around, plan)
    _show(observed, frame, usual, around, rows=rows, block=block)
    told.add(plan, noise=noise, first_row=rows.start, first_person=people.start)


def _block(
    frame: _Frame,
    usual: Usual,
    *,
    rows: slice,
    people: slice,
    noise: NDArray[np.float64],
    value: NDArray[np.float64],
    samples: NDArray[np.float64],
) -> Block:
    """Return what the planting must know of a block."""
    shocked = np.zeros(usual.total.shape, dtype=np.float32)
    for (team, first, last), size in zip(frame.weather.shocks, frame.weather.shock_size, strict=True):
        shocked[frame.rows.team[rows] == team, first : last + 1] = size
    return Block(
        person=frame.rows.person[rows] - people.start,
        indicator=usual.indicator,
        first=np.maximum(frame.staff.joined, frame.staff.moved)[people],
        gone=frame.staff.left[people],
        room=bearable(usual, noise=noise, value=value),
        samples=samples,
        working=frame.days.calendar.is_working,
        silent=frame.weather.silent[frame.rows.source[rows]],
        shocked=shocked,
    )


def _ease_before_moves(rng: np.random.Generator, frame: _Frame, by: NDArray[np.float64], *, rows: slice) -> None:
    """Make the post before a move to a harder one the easier one."""
    person = frame.rows.person[rows]
    for row in np.flatnonzero(frame.staff.is_post_harder[person]):
        by[row, : frame.staff.moved[person[row]]] -= rng.uniform(2.0, 4.0)


def _spoil_samples(usual: Usual, plan: Plan) -> None:
    """Let the one or two samples of a day be as bad as samples can be."""
    for one in plan.look_alikes:
        if one.kind == "small_sample":
            usual.count[one.row, one.first] = max(usual.count[one.row, one.first], 1.0)
            usual.total[one.row, one.first] = 0.0


def _hide(rng: np.random.Generator, usual: Usual, block: Block, around: Around, plan: Plan) -> None:
    """Take away what nobody could have observed: not here, away, source silent, days without data."""
    days = np.arange(usual.total.shape[1])
    here = (days >= 0) & (days < block.gone[:, None]) & ~around.absent
    empty = rng.random(usual.total.shape) < EMPTY_DAY
    planted = {one.row for one in plan.declines} | {one.row for one in plan.look_alikes}
    for row in np.flatnonzero(rng.random(len(empty)) < EMPTY_SPELL):
        first = int(rng.integers(0, len(days)))
        if int(row) not in planted:
            empty[row, first : first + int(rng.integers(5, 21))] = True
    lost = ~here[block.person] | empty
    usual.total[lost | block.silent] = 0.0
    is_sum = np.isin(np.arange(len(empty)), usual.of_kind(Kind.TROUBLES, Kind.PIECES))[:, None]
    # A sum has its working days even while the source is silent: that is what makes silence look like idleness.
    usual.count[lost | (block.silent & ~is_sum)] = 0.0


def _show(observed: Observed, frame: _Frame, usual: Usual, around: Around, *, rows: slice, block: Block) -> None:
    """Write a block into what can be observed."""
    days = np.arange(frame.days.count)
    joined = frame.staff.joined[frame.rows.person[rows]][:, None]
    employed = days >= joined
    observed.daily.total[rows] = usual.total * employed
    observed.daily.count[rows] = usual.count * employed
    in_post = (days >= block.first[:, None]) & (days < block.gone[:, None])
    observed.daily.here[rows] = (in_post & ~around.absent)[block.person]
    observed.daily.heard[rows] = ~block.silent
    around_rows = observed.surroundings
    here = (days < block.gone[:, None])[block.person] & employed
    around_rows.open_work[rows] = around.open_work[block.person] * here
    around_rows.projects[rows] = around.projects[block.person] * here
    around_rows.mentoring[rows] = around.mentoring[block.person] * here * ~around.absent[block.person]
    around_rows.absent[rows] = around.absent[block.person] & here


def _truth(frame: _Frame, told: Told) -> Truth:
    """Return all that was planted, in the blocks and for everybody."""
    moved = np.flatnonzero(frame.staff.is_post_harder[frame.rows.person])
    return truth_of(
        told, days=frame.days, rows=frame.rows, weather=frame.weather, moved=moved, moved_on=frame.staff.moved[frame.rows.person[moved]]
    )
