"""What the stories plant into the work of the cast: months, and single items, that chance has no hand in."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bole.sandbox.rules.chance import dice, spread
from bole.sandbox.rules.checkpoints import Checkpoints, checkpoints_on, elapsed
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.company import CompanyPlan
from bole.sandbox.rules.doubt import plant_doubt
from bole.sandbox.rules.month_end import plant_month_end
from bole.sandbox.rules.plants import Plants, months_sheet, on_days, planned, steadied, tuned
from bole.sandbox.rules.sheet import Elapsed, Sheet, totals
from bole.sandbox.rules.slow_fortnight import plant_slow_fortnight
from bole.sandbox.rules.solving import Aim, Plan, solved, solved_month
from bole.sandbox.rules.three_projects import DENG_KAI, busy_month, delays_before, plant_usual
from bole.sandbox.rules.units import under
from bole.values.period import Period
from bole.values.workdays import working_days

LI_SI, ZHANG_SAN, SUN_RAN, CAO_LEI, FENG_LE = "BL0471", "BL0064", "BL0259", "BL0287", "BL0415"
# Section 4 of the stories: the score today, and by how much it changed since last week, in tenths.
DELIVERY_ONE: Mapping[str, tuple[float, float]] = {
    ZHANG_SAN: (91.2, 0.3),
    LI_SI: (84.0, 1.2),
    "BL0102": (82.1, 0.2),
    "BL0125": (80.4, -0.1),
    "BL0233": (79.6, 0.4),
    "BL0208": (78.8, -0.3),
    "BL0361": (77.5, 0.8),
    "BL0402": (76.2, 0.0),
    CAO_LEI: (75.9, -0.2),
    "BL0322": (74.1, 0.0),
    DENG_KAI: (72.3, -2.6),
    FENG_LE: (66.8, 1.9),
}
# Four of the department stand above Li Si, everybody else below (story 3: the fifth of sixty).
ABOVE_LI_SI = (92.6, 88.3, 85.7)
WU_ZHENG, ZHOU_YU, ZHAO_NING = "BL0093", "BL0113", "BL0157"
OTHERS_OF_SOLUTIONS = {WU_ZHENG: ABOVE_LI_SI[0], ZHOU_YU: 82.9, ZHAO_NING: 81.7, "BL0031": 83.1, "BL0008": 82.4}
# Scores of the months before the headline, the nearest first.
RISING_LI_SI = (82.1, 80.9, 79.6, 78.2, 76.9, 75.4, 74.0, 73.1, 72.6, 71.8)
RISING_SUN_RAN = (76.0, 74.3, 72.4, 70.6, 68.5, 66.0)
RISING_FENG_LE = (63.6, 62.9, 64.1, 65.0, 66.2)
MENTORED_SINCE = date(2026, 5, 18)


def plants_for(plan: CompanyPlan, clock: Clockwork) -> Plants:
    """Return every planned month, by staff number and month."""
    points = checkpoints_on(clock)
    plants: Plants = {}
    _plant_solutions(plants, plan, clock, points)
    plant_doubt(plants, clock, points)
    _plant_line(plants, FENG_LE, clock, RISING_FENG_LE)
    plant_slow_fortnight(plants, clock, points)
    plant_usual(plants, clock, points.month)
    _plant_delivery_one(plants, clock, points)
    _plant_li_si(plants, plan, clock, points)
    _plant_sun_ran(plants, clock)
    plant_month_end(plants, plan, clock)
    return plants


def month_back(month: Period, steps: int) -> Period:
    """Return the month so many months before."""
    for _ in range(steps):
        month = month.before
    return month


def _plant_line(plants: Plants, number: str, clock: Clockwork, scores: tuple[float, ...]) -> None:
    """Plant the months before the headline one."""
    for n, target in enumerate(scores, 1):
        month = month_back(clock.almanac.headline, n)
        if month in clock.almanac.months:
            plants[number, month.code] = steadied(months_sheet(solved_month(dice("line", number, n), target, elapsed(month))), target)


def _plant_delivery_one(plants: Plants, clock: Clockwork, points: Checkpoints) -> None:
    delays = delays_before(clock, points)
    for number, (score, change) in DELIVERY_ONE.items():
        if number == LI_SI:
            continue
        plan, last = _two_scores(number, score, round(score - change, 1), points, delays)
        is_busy = number == DENG_KAI and points.way in {"same", "late"}
        plants[number, points.month.code] = steadied(busy_month(plan, points) if is_busy else planned(plan, points), score)
        if last is not None:
            plants[number, points.month.before.code] = months_sheet(last)


def _two_scores(number: str, score: float, before: float, points: Checkpoints, delays: int) -> tuple[Plan, Sheet | None]:
    """Return the counts of the headline month, and those of the month before if that was shown last week."""
    rng = dice("delivery one", number)
    if points.way in {"same", "late"}:
        is_deng_kai = number == DENG_KAI
        aim = Aim(
            target=score,
            before=before,
            may_work=number != CAO_LEI,
            delays=2 if is_deng_kai else None,
            delays_before=delays if is_deng_kai else None,
        )
        return solved(rng, aim, points.then, points.now), None
    last = solved_month(rng, before, elapsed(points.month.before)) if points.way == "previous" else None
    return Plan(Sheet(), solved_month(rng, score, points.now)), last


def _plant_li_si(plants: Plants, plan: CompanyPlan, clock: Clockwork, points: Checkpoints) -> None:
    _plant_line(plants, LI_SI, clock, RISING_LI_SI)
    joined = plan.by_number[LI_SI].first_day
    half = half_before_mentoring(clock)
    for month, sheet in half_sheets(half, clock, joined).items():
        plants[LI_SI, month.code] = months_sheet(sheet)
    before, week = li_si_now(points)
    if points.way in {"same", "late"}:
        plants[LI_SI, points.month.code] = steadied(planned(Plan(before, week), points), 82.8)
        return
    plants[LI_SI, points.month.code] = steadied(on_days(before + week, points.week), 84.0)
    if points.way == "previous":
        last = points.month.before
        plants[LI_SI, last.code] = months_sheet(solved_month(dice("li si", "before"), 82.8, elapsed(last)))


def li_si_now(points: Checkpoints) -> tuple[Sheet, Sheet]:
    """Return Li Si's counts: 85 (88, 82), 82 (90, 74), 86, 83.2 (86, 79) today; 82.8 last Sunday, before three tasks and a ten."""
    delays = _delays(points.now)
    then = min(_delays(points.then), delays) if points.before else delays
    week = Sheet(due=3, on_time=3, delays=delays - then, answers=(10,), tickets=3)
    before = Sheet(
        acceptances=10,
        passes=9,
        reworks=1,
        due=7,
        on_time=6,
        delays=then,
        answers=(8, 9, 8, 8),
        tickets=14,
        seconds=14 * 6_600,
        peers=(8600,),
    )
    if points.before:
        for _ in range(3):
            off = totals([before], points.then)[0] - 82.8
            before = replace(before, seconds=before.seconds + round(off * 10 * 14 * 3600 / 17))
    return before, replace(week, seconds=108_000 - before.seconds)


def _delays(over: Elapsed) -> int:
    """Return as many delays as score 74: a pace of more than 2 and at most 5 a month."""
    return next(n for n in range(1, 12) if 2 < n * over.days / (over.gone or 1) <= 5) if over.gone >= 5 else 1


def half_before_mentoring(clock: Clockwork) -> Period:
    """Return the last half that was closed before Zhang San became Li Si's mentor."""
    start = clock.almanac.at(MENTORED_SINCE)
    return Period.of("half", start).before


def half_sheets(half: Period, clock: Clockwork, joined: date) -> dict[Period, Sheet]:
    """Return Li Si's counts of the months of the half: 68 (72, 64), 70 (78, 62), 75, 68.4 (72, 63), so 70.0."""
    months = [Period.of("month", date(half.first_day.year, half.first_day.month + n, 1)) for n in range(6)]
    months = [month for month in months if month.last_day >= joined and month in clock.almanac.months]
    days = [working_days(max(month.first_day, joined), month.last_day) for month in months]
    whole = working_days(half.first_day, half.last_day)
    rng = dice("li si", "half")
    answers = [7] * 20 + [8] * 5
    rng.shuffle(answers)
    parts = {name: spread(total, days) for name, total in _HALF.items()}
    parts["delays"] = spread(round(36 * sum(days) / whole), days)
    given = iter(answers)
    return {
        month: Sheet(
            acceptances=parts["acceptances"][n],
            passes=parts["passes"][n],
            reworks=parts["reworks"][n],
            due=parts["due"][n],
            on_time=parts["on_time"][n],
            delays=parts["delays"][n],
            answers=tuple(next(given) for _ in range(parts["answers"][n])),
            tickets=parts["tickets"][n],
            seconds=_seconds(parts["tickets"], n),
            peers=(_peers(n, len(months)),),
        )
        for n, month in enumerate(months)
    }


def _peers(n: int, rounds: int) -> int:
    """Return the rating of a round; all rounds together have a mean of 75."""
    is_paired = n < rounds - rounds % 2
    return 7500 + ((n % 2 * 2 - 1) * (n // 2 * 20 + 20) if is_paired else 0)


_HALF = {"acceptances": 50, "passes": 40, "reworks": 10, "due": 50, "on_time": 39, "answers": 25, "tickets": 85}
_HALF_SECONDS = 828_000


def _seconds(tickets: list[int], n: int) -> int:
    """Return the month's part of the half's working seconds to a response."""
    return spread(_HALF_SECONDS, tickets)[n]


def _plant_sun_ran(plants: Plants, clock: Clockwork) -> None:
    """Plant 74 in the old job, 63 in the second month of the new one, 76 last month (story 11)."""
    moved = Period.of("month", clock.almanac.in_month(date(2026, 3, 2)))
    headline = clock.almanac.headline
    plants[SUN_RAN, moved.before.code] = tuned(74.0)
    plants[SUN_RAN, moved.code] = tuned(67.5)
    plants[SUN_RAN, moved.after.code] = tuned(63.0)
    for n, target in enumerate(RISING_SUN_RAN, 1):
        plants[SUN_RAN, month_back(headline, n).code] = tuned(target)
    plants[SUN_RAN, headline.code] = tuned(76.9)


def _plant_solutions(plants: Plants, plan: CompanyPlan, clock: Clockwork, points: Checkpoints) -> None:
    """Let four of the department stand above Li Si, and everybody else below."""
    inside, today = under("SOL"), clock.almanac.anchor
    people = [one for one in plan.here(today) if (post := one.post_on(today)) and post.unit in inside and one.number not in DELIVERY_ONE]
    above = iter(ABOVE_LI_SI[1:])
    chosen = {
        next(one.number for one in people if one.posts[-1].unit == unit and one.number not in OTHERS_OF_SOLUTIONS): next(above)
        for unit in ("SOL-3", "SOL-PS")
    }
    for one in people:
        rng = dice("solutions", one.number)
        usual = min(max(rng.gauss(77.0, 4.6), 66.5), 83.4)
        target = OTHERS_OF_SOLUTIONS.get(one.number) or chosen.get(one.number) or round(usual, 1)
        plants[one.number, points.month.code] = tuned(target)
