"""Who joined and left when: 702 numbers, 500 people today, and the quotas of each year."""

from datetime import date, timedelta

from bole.sandbox.rules.cast import CAST, FOUNDED
from bole.sandbox.rules.chance import dice, few_of, spread
from bole.sandbox.rules.days import EXAMPLE
from bole.values.workdays import each_working_day, is_working_day, working_day_at

FOUNDERS = 50
JOINED = {2021: 2, 2022: 55, 2023: 110, 2024: 155, 2025: 170, 2026: 160}
LEFT = {2021: 0, 2022: 17, 2023: 40, 2024: 50, 2025: 50, 2026: 45}
CAMPUS = {
    2022: (8, date(2022, 7, 4)),
    2023: (20, date(2023, 7, 3)),
    2024: (40, date(2024, 7, 8)),
    2025: (55, date(2025, 7, 7)),
    2026: (50, date(2026, 7, 6)),
}
# Joined so long before the example day that a year is over (story 15): those of the last such twelve months.
LAST_BATCH = (date(2024, 11, 24), date(2025, 11, 23))
BATCH_2023 = (date(2023, 1, 1), date(2023, 12, 31))
EARLY_LEAVERS = {BATCH_2023: 33, LAST_BATCH: 24}
_WEIGHTS = {
    2022: (5, 3, 6, 4, 4, 4, 3, 4, 4, 4, 3, 3),
    2023: (7, 8, 9, 8, 8, 7, 7, 8, 8, 7, 7, 6),
    2024: (8, 10, 13, 12, 10, 10, 9, 10, 11, 9, 8, 5),
    2025: (8, 9, 11, 10, 8, 8, 7, 8, 9, 8, 14, 15),
    2026: (9, 8, 12, 11, 10, 10, 9, 11, 11, 9, 9, 0),
}
_AFTER_BATCH = {2024: 12, 2025: 22}  # of these years' joiners, after 23 November


def joined_on() -> dict[str, tuple[date, bool]]:
    """Return the first day of each number in the example, and if it was one of July's graduates; the cast is exact."""
    days: list[tuple[date, bool]] = [(FOUNDED, False)] * FOUNDERS + [(date(2021, 12, 6), False)] * JOINED[2021]
    for year in range(2022, 2027):
        days += sorted(_ordinary(year) + [(CAMPUS[year][1], True)] * CAMPUS[year][0])
    found = {f"BL{n:04d}": day for n, day in enumerate(days, 1)}
    for member in CAST:
        found[member.number] = (member.joined, member.is_campus)
    return found


def _ordinary(year: int) -> list[tuple[date, bool]]:
    """Return the days of a year's joiners who are no graduates."""
    last = EXAMPLE - timedelta(days=4) if year == EXAMPLE.year else date(year, 12, 31)
    total = JOINED[year] - CAMPUS[year][0] - (1 if year == EXAMPLE.year else 0)
    days: list[date] = []
    late = _AFTER_BATCH.get(year, 0)
    border = date(year, 11, 23)
    if late:
        days += _on(date(year, 11, 24), last, late)
        last = border
    months = [(date(year, month, 1), _month_end(year, month)) for month in range(1, last.month + 1)]
    for (first, end), count in zip(months, spread(total - late, _WEIGHTS[year][: len(months)]), strict=True):
        days += _on(first, min(end, last), count)
    extra = [(EXAMPLE, False)] if year == EXAMPLE.year else []
    return [(day, False) for day in days] + extra


def _on(first: date, last: date, count: int) -> list[date]:
    """Spread joiners over the working days of a span, evenly."""
    days = list(each_working_day(first, last))
    return [days[n * len(days) // count] for n in range(count)]


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def left_on(joined: dict[str, tuple[date, bool]]) -> dict[str, date]:
    """Return the last day of each who left before the example day; the quota of each year is met, and nobody of the cast leaves."""
    kept = {member.number for member in CAST}
    left: dict[str, date] = {}
    for batch, count in EARLY_LEAVERS.items():
        rng = dice("early leavers", batch[0])
        those = [number for number, (day, _) in joined.items() if batch[0] <= day <= batch[1] and number not in kept]
        for number in few_of(rng, those, count):
            left[number] = _working(min(joined[number][0] + timedelta(days=rng.randint(50, 340)), EXAMPLE - timedelta(days=6)))
    for year, quota in LEFT.items():
        _fill(year, quota - sum(day.year == year for day in left.values()), joined, left, kept)
    return left


def _fill(year: int, missing: int, joined: dict[str, tuple[date, bool]], left: dict[str, date], kept: set[str]) -> None:
    """Let so many more leave in the year: of the two batches only after their first twelve months."""
    rng = dice("leavers", year)
    end = min(date(year, 12, 28), EXAMPLE - timedelta(days=6))
    open_to = []
    for number, (day, _) in joined.items():
        in_batch = any(first <= day <= last for first, last in EARLY_LEAVERS)
        start = max(date(year, 1, 5), day + timedelta(days=372 if in_batch else 70))
        if number not in left and number not in kept and start < end:
            open_to.append((number, start))
    for number, start in few_of(rng, open_to, missing):
        left[number] = _working(start + timedelta(days=rng.randrange((end - start).days)))


def _working(day: date) -> date:
    return day if is_working_day(day) else working_day_at(day, -1)
