"""Sales and tasks while nobody embellishes anything: who, when, how much, for whom."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bole.sandbox.generated.year import Days

Ints = NDArray[np.int64]

TASK_RATE, SALE_RATE = (12.0, 35.0), (5.0, 16.0)  # a month
CUSTOMERS = 14  # of one person
ROUTINES = 4  # of one person, whose titles are below those of all others
STANDARD_PRICES = (68_000, 128_000, 298_000, 598_000)
LATE_DAYS = 3  # that end a month


@dataclass(frozen=True, slots=True)
class Things:
    """Sales or tasks, a place for each; a sale's sources are kept beside it."""

    person: Ints
    month: Ints
    day: Ints
    recorded_on: Ints
    amount: Ints
    counterpart: Ints
    title: Ints  # the same number, the same words
    is_in_accounts: NDArray[np.bool_]

    def only(self, keep: NDArray[np.bool_]) -> "Things":
        """Return the things that are kept."""
        return self.at(np.flatnonzero(keep))

    def at(self, places: Ints) -> "Things":
        """Return the things at these places."""
        return Things(*(getattr(self, name)[places] for name in Things.__slots__))


@dataclass(frozen=True, slots=True)
class Months:
    """Which days a month has."""

    of_day: Ints  # [days]
    count: int
    last: Ints  # [months], the last day
    working: tuple[Ints, ...]  # the working days of each


def months_of(days: Days) -> Months:
    """Return the months of the days."""
    starts = np.diff(days.to_month_end, prepend=-1) > 0
    of_day = np.cumsum(starts) - 1
    count = int(of_day[-1]) + 1
    working = tuple(np.flatnonzero((of_day == month) & days.calendar.is_working) for month in range(count))
    last = np.array([int(np.flatnonzero(of_day == month)[-1]) for month in range(count)])
    return Months(of_day=of_day, count=count, last=last, working=working)


def draw_things(rng: np.random.Generator, *, is_sales: NDArray[np.bool_], late: NDArray[np.float64], months: Months) -> Things:
    """Draw what everybody does: counts with bursts, days by the month's working days, `late` [people, months] times as often at its end."""
    people = len(is_sales)
    low, high = np.where(is_sales[:, None], SALE_RATE, TASK_RATE).T
    rate = np.exp(rng.uniform(np.log(low), np.log(high)))
    count = rng.poisson(rate[:, None] * rng.gamma(6.0, 1 / 6.0, (people, months.count)))
    person, month = (np.repeat(part.ravel(), count.ravel()) for part in np.indices(count.shape))
    day = np.empty(len(person), dtype=np.int64)
    for one in range(months.count):
        those = np.flatnonzero(month == one)
        day[those] = _days(rng, months.working[one], late=late[person[those], one])
    sale = is_sales[person]
    priced = np.round(np.exp(rng.normal(11.8, 0.7, len(person))), -2)
    return Things(
        person=person,
        month=month,
        day=day,
        recorded_on=np.minimum(day + rng.geometric(0.6, len(person)) - 1, len(months.of_day) - 1),
        amount=np.where(sale, priced, 1).astype(np.int64),
        counterpart=person * CUSTOMERS + np.minimum(rng.geometric(0.16, len(person)) - 1, CUSTOMERS - 1),
        title=rng.integers(ROUTINES * people, 2**31 - 1, len(person)),
        is_in_accounts=rng.random(len(person)) < 0.93,
    )


def _days(rng: np.random.Generator, working: Ints, *, late: NDArray[np.float64]) -> Ints:
    """Draw working days; the last ones are `late` times as likely as the others."""
    early = len(working) - LATE_DAYS
    is_late = rng.random(len(late)) < late * LATE_DAYS / (late * LATE_DAYS + early)
    return np.asarray(working[np.where(is_late, early + rng.integers(0, LATE_DAYS, len(late)), rng.integers(0, early, len(late)))])


def together(parts: Sequence[Things]) -> Things:
    """Return all things of all parts."""
    return Things(*(np.concatenate([getattr(part, name) for part in parts]) for name in Things.__slots__))
