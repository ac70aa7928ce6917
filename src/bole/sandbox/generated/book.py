"""The book of all things while it is edited: what looks embellished, and what is."""

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from bole.sandbox.generated.things import CUSTOMERS, LATE_DAYS, ROUTINES, STANDARD_PRICES, Months, Things, together

Ints = NDArray[np.int64]

FEW = 3  # sales in a month, of which none is in the accounts
INSTALMENTS, APART = 4, 6  # in a month, so many working days apart


@dataclass(slots=True)
class Book:
    """Things by person and month; the arrays of the things are changed in place."""

    things: Things
    months: Months
    starts: Ints  # place of the first thing of each person's month
    dropped: NDArray[np.bool_]
    again: list[Things] = field(default_factory=list)

    def places(self, *, person: int, month: int) -> Ints:
        """Return the places of a person's things of a month."""
        at = person * self.months.count + month
        return np.arange(self.starts[at], self.starts[at + 1])

    def closed(self) -> Things:
        """Return all things that are there in the end."""
        return together([self.things.only(~self.dropped), *self.again])


def open_book(things: Things, *, people: int, months: Months) -> Book:
    """Return a book of things that come in the order of persons and months."""
    keys = things.person * months.count + things.month
    starts = np.searchsorted(keys, np.arange(people * months.count + 1))
    return Book(things=things, months=months, starts=starts, dropped=np.zeros(len(keys), dtype=np.bool_))


def look_alike(rng: np.random.Generator, book: Book, *, person: int, month: int, kind: str) -> None:
    """Make a person's month look embellished, while it is not."""
    places = book.places(person=person, month=month)
    if kind == "few_sales":
        book.things.is_in_accounts[places] = False
        book.dropped[places[FEW:]] = True
    elif kind == "routine_tasks":
        routine = places[rng.random(len(places)) < 0.2]
        book.things.title[routine] = person * ROUTINES + rng.integers(0, ROUTINES, len(routine))
    elif kind == "standard_prices":
        book.things.amount[places] = rng.choice(STANDARD_PRICES, len(places))
    elif kind in {"recurring_orders", "instalments"}:
        several = places[: 1 if kind == "recurring_orders" else INSTALMENTS]
        book.things.amount[several] = STANDARD_PRICES[person % 4] + 100 * (person % 97)
        book.things.counterpart[several] = person * CUSTOMERS
        book.things.title[several] = person * ROUTINES
        # The order of every month comes on the same working day of it.
        working = book.months.working[month]
        _move(book, several, working[np.minimum(np.arange(len(several)) * APART + person % 3, len(working) - 1)])


def embellish(rng: np.random.Generator, book: Book, *, person: int, month: int, kind: str) -> None:
    """Embellish a person's month."""
    places = book.places(person=person, month=month)
    if kind == "month_end":
        chosen = places[rng.random(len(places)) < rng.uniform(0.55, 0.85)]
        last = book.months.working[month][-LATE_DAYS + 1 :]
        _move(book, chosen, last[rng.integers(0, len(last), len(chosen))])
    elif kind == "duplicates":
        _duplicate(rng, book, places, last=int(book.months.last[month]))
    elif kind == "one_source":
        book.things.is_in_accounts[places] &= rng.random(len(places)) < 0.1


def _move(book: Book, places: Ints, day: Ints) -> None:
    """Put things on other days, and record them then."""
    book.things.day[places] = day
    book.things.recorded_on[places] = day


def _duplicate(rng: np.random.Generator, book: Book, places: Ints, *, last: int) -> None:
    """Enter some things twice, on that day or up to three days later in the month, a few in other words; the accounts have them once."""
    chosen = places[rng.random(len(places)) < rng.uniform(0.25, 0.5)]
    if len(chosen) < FEW:
        chosen = places[:FEW]
    again = book.things.at(chosen)
    day = np.minimum(again.day + rng.integers(0, 4, len(chosen)), last)
    title = np.where(rng.random(len(chosen)) < 0.15, again.title ^ 1, again.title)
    book.again.append(replace(again, day=day, recorded_on=day, title=title, is_in_accounts=np.zeros(len(chosen), dtype=np.bool_)))
