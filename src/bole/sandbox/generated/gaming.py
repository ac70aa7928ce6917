"""Generates facts, some of them embellished: what can be observed, and the truth apart.

A sign is of a person, a measure and a month, as the product notices them. Whoever embellishes does it for one to four months in a row.
"""

import numpy as np
from numpy.typing import NDArray

from bole.sandbox.generated.book import embellish, look_alike, open_book
from bole.sandbox.generated.chance import stream
from bole.sandbox.generated.company import ints
from bole.sandbox.generated.facts import ALIKE, MEASURES, SIGNS, SOURCES, FactTruth, GeneratedFacts, ObservedFacts, Planted
from bole.sandbox.generated.reports import draw_reports
from bole.sandbox.generated.things import Months, Things, draw_things, months_of
from bole.sandbox.generated.year import make_days

Ints = NDArray[np.int64]

UNIT_SIZE = 9
SALES = 0.5  # of the units
SIGNING_UNITS = 0.35  # of the sales units: their customers sign at the month's end, always
EMBELLISHING = 0.10  # of the people
LOOKING_ALIKE = 0.25  # of the others
LEAST_MONTH = 6  # months that somebody's usual takes
LEAST_THINGS = 6  # in a month, for a sign to be one
Entry = tuple[int, int, int]  # person, month, kind


def generate(*, people: int, seed: int, months: int = 24) -> GeneratedFacts:
    """Generate facts, and beside them the truth that was planted.

    :raises ValueError: if it is not 12 to 36 months
    """
    days = make_days(months)
    by_month = months_of(days)
    rng = stream(seed, "facts", people)
    unit = np.arange(people) // UNIT_SIZE
    is_sales = (rng.permutation(int(unit[-1]) + 1) < SALES * (int(unit[-1]) + 1))[unit]
    signing = (rng.random(int(unit[-1]) + 1) < SIGNING_UNITS)[unit] & is_sales
    late = _late(rng, signing=signing, months=by_month.count)
    things = draw_things(rng, is_sales=is_sales, late=late, months=by_month)
    signs, alike = _draw_entries(rng, is_sales=is_sales, signing=signing, things=things, months=by_month)
    book = open_book(things, people=people, months=by_month)
    for person, month, kind in alike:
        look_alike(rng, book, person=person, month=month, kind=ALIKE[kind])
    for person, month, kind in signs:
        embellish(rng, book, person=person, month=month, kind=SIGNS[kind])
    alike += _everybodys(rng, things, months=by_month, is_sales=is_sales, signing=signing)
    things = book.closed()
    counted = np.zeros((people, by_month.count), dtype=np.int64)
    np.add.at(counted, (things.person, things.month), 1)
    reports = draw_reports(rng, counted, signs=[one for one in signs if SIGNS[one[2]] == "self_report"], alike=alike)
    parts = _facts(things, is_sales=is_sales, reports=reports, months=by_month)
    order = np.lexsort((parts[3], parts[0]))
    observed = ObservedFacts(days.calendar, ints(by_month.of_day), ints(unit), *(ints(part[order]) for part in parts))
    truth = FactTruth(signs=_planted(signs, is_sales=is_sales), alike=_planted(alike, is_sales=is_sales), is_sales=is_sales)
    return GeneratedFacts(observed=observed, truth=truth)


def _late(rng: np.random.Generator, *, signing: NDArray[np.bool_], months: int) -> NDArray[np.float64]:
    """Return how much likelier the last days of a month are: a little by habit, at quarters' ends, and much where customers sign then."""
    habit = np.exp(rng.normal(0.1, 0.2, (len(signing), 1)))
    quarter = np.where(np.arange(months) % 3 == 2, 1.6, 1.0)
    return np.asarray(habit * quarter * np.where(signing, 7.0, 1.0)[:, None])


def _draw_entries(
    rng: np.random.Generator, *, is_sales: NDArray[np.bool_], signing: NDArray[np.bool_], things: Things, months: Months
) -> tuple[list[Entry], list[Entry]]:
    """Draw who embellishes what in which months, and whose facts only look so; a sign needs things enough in its month."""
    count = np.zeros((len(is_sales), months.count), dtype=np.int64)
    np.add.at(count, (things.person, things.month), 1)
    signs: list[Entry] = []
    alike: list[Entry] = []
    for person, drawn in enumerate(rng.random(len(is_sales))):
        kinds = _kinds(sales=bool(is_sales[person]), signing=bool(signing[person]), embellishing=drawn < EMBELLISHING)
        if drawn >= EMBELLISHING + LOOKING_ALIKE:
            continue
        kind = int(rng.choice(kinds))
        first = int(rng.integers(LEAST_MONTH, months.count))
        span = range(first, min(first + int(rng.integers(1, 5)), months.count))
        if drawn < EMBELLISHING:
            signs += [(person, month, kind) for month in span if count[person, month] >= LEAST_THINGS]
        else:
            alike += [(person, month, kind) for month in (range(months.count) if ALIKE[kind] in _ALWAYS else span)]
    return signs, alike


_ALWAYS = {"rounded_report", "outside_the_tool", "recurring_orders", "standard_prices", "routine_tasks"}
_SALES_SIGNS = ("month_end", "duplicates", "one_source")
_TASK_SIGNS = ("month_end", "self_report", "duplicates")
_SALES_ALIKE = ("recurring_orders", "standard_prices", "instalments", "few_sales")
_TASK_ALIKE = ("late_report", "rounded_report", "outside_the_tool", "routine_tasks")


def _kinds(*, sales: bool, signing: bool, embellishing: bool) -> list[int]:
    """Return the kinds that can be with somebody, as places in SIGNS or ALIKE; where customers sign late, a late month is no sign."""
    if embellishing:
        names = _SALES_SIGNS if sales else _TASK_SIGNS
        return [SIGNS.index(one) for one in names if not (signing and one == "month_end")]
    return [ALIKE.index(one) for one in (_SALES_ALIKE if sales else _TASK_ALIKE)]


def _everybodys(
    rng: np.random.Generator, things: Things, *, months: Months, is_sales: NDArray[np.bool_], signing: NDArray[np.bool_]
) -> list[Entry]:
    """Let the accounts be down for a month for everybody; return that, the ends of quarters, and whose customers sign late."""
    down = int(rng.integers(LEAST_MONTH, months.count))
    those = np.flatnonzero((things.month == down) & (rng.random(len(things.month)) < 0.8))
    things.is_in_accounts[those] = False
    found = [(int(person), down, ALIKE.index("source_down")) for person in np.flatnonzero(is_sales)]
    found += [(int(person), month, ALIKE.index("month_end_signing")) for person in np.flatnonzero(signing) for month in range(months.count)]
    return found + [(person, month, ALIKE.index("quarter_end")) for person in range(len(is_sales)) for month in range(2, months.count, 3)]


def _facts(things: Things, *, is_sales: NDArray[np.bool_], reports: NDArray[np.int64], months: Months) -> list[Ints]:
    """Return person, measure, source, day, day of recording, amount, counterpart and title of all facts."""
    sale = is_sales[things.person]
    booked = things.only(sale & things.is_in_accounts)
    who, month = np.nonzero((reports > 0) & ~is_sales[:, None])
    at = np.array([int(days[-1]) for days in months.working])[month]
    revenue, tasks = (MEASURES.index(one) for one in ("revenue", "tasks_done"))
    crm, accounting, tracker, own = (SOURCES.index(one) for one in ("crm", "accounting", "tracker", "self_report"))
    blocks = [
        (things.person, np.where(sale, revenue, tasks), np.where(sale, crm, tracker), things.day, things.recorded_on, things.amount,
         things.counterpart, things.title),
        (booked.person, np.full(len(booked.person), revenue), np.full(len(booked.person), accounting), booked.day, booked.recorded_on,
         booked.amount, booked.counterpart, booked.title),
        (who, np.full(len(who), tasks), np.full(len(who), own), at, at, reports[who, month], np.full(len(who), -1),
         np.full(len(who), -1)),
    ]  # fmt: skip
    return [np.concatenate(part) for part in zip(*blocks, strict=True)]


def _planted(entries: list[Entry], *, is_sales: NDArray[np.bool_]) -> Planted:
    """Return entries as arrays, in the order of persons and months."""
    table = np.array(sorted(entries), dtype=np.int32).reshape(-1, 3)
    measure = np.where(is_sales[table[:, 0]], MEASURES.index("revenue"), MEASURES.index("tasks_done"))
    return Planted(person=ints(table[:, 0]), measure=ints(measure), month=ints(table[:, 1]), kind=ints(table[:, 2]))
